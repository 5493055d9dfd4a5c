package dev.squall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonListTest {
  private static List<JsonList.Item> items(String text) {
    return switch (JsonList.read(text)) {
      case JsonList.Items(var items) -> items;
      case JsonList.NoList(var why) -> throw new AssertionError(why);
    };
  }

  private static String why(String text) {
    return switch (JsonList.read(text)) {
      case JsonList.Items(var items) -> throw new AssertionError(items);
      case JsonList.NoList(var why) -> why;
    };
  }

  @Test
  void itemsAreTextsWithoutQuotesOrJson() {
    assertThat(items(" [\"a\\\"b\", 1.50, -0, 1e3, true, null, {\"a\": [1, \"x\"]}, [], \"\"] "))
        .extracting(JsonList.Item::text)
        .containsExactly(
            "a\"b", "1.50", "-0", "1e3", "true", "null", "{\"a\":[1,\"x\"]}", "[]", "");
    assertThat(items("[]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a       | 1.10
          b.c     | x
          b.d     | [1,{"e":2}]
          b.d.0   | 1
          b.d.1.e | 2
          b.d.2   |
          b.d.-1  |
          b.d.1x  |
          b.d.9999999999 |
          b.0     | zero
          n       |
          n.x     |
          a.x     |
          none    |
          t       | true
          """)
  void fieldsAreFoundByKeysAndIndices(String path, String value) {
    var item =
        items(
                """
                [{"a": 1.10, "b": {"c": "x", "d": [1, {"e": 2}], "0": "zero"}, "n": null, "t": true}]\
                """)
            .getFirst();

    assertThat(item.field(List.of(path.split("\\.", -1)))).isEqualTo(value);
  }

  @Test
  void anEmptyKeyIsNoIndex() {
    assertThat(items("[[1, 2]]").getFirst().field(List.of(""))).isNull();
    assertThat(items("[{\"\": 7}]").getFirst().field(List.of(""))).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "{\"a\": 1}", "1", "\"[1]\"", "null"})
  void whatDoesNotBeginAsAListIsNone(String text) {
    assertThat(why(text)).isEqualTo("it does not begin with [: " + text);
  }

  @Test
  void whatIsNotWholeIsNone() {
    assertThat(why("[1, 2")).startsWith("Unexpected end-of-input");
    assertThat(why("[1] [2]")).isEqualTo("there is more after the end of the document");
    assertThat(why("[1,]")).startsWith("Unexpected character (']'");
    assertThat(why("[".repeat(1001) + "]".repeat(1001))).contains("nesting depth");
  }
}
