package dev.squall.data;

import static dev.squall.data.Opened.dataset;
import static dev.squall.data.Opened.inBlocks;
import static dev.squall.data.Opened.json;
import static dev.squall.data.Opened.jsonLines;
import static dev.squall.data.Opened.rows;
import static dev.squall.data.Opened.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Feed;
import dev.squall.scenario.Feed.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  @TempDir private Path folder;

  private static void expect(Feed feed, List<String> columns, List<List<String>> rows) {
    for (var dataset : List.of(dataset(feed), inBlocks(feed))) {
      try (dataset) {
        assertThat(dataset.columns()).isEqualTo(columns);
        assertThat(rows(dataset)).isEqualTo(rows);
      }
    }
  }

  @Test
  void theKeysOfAnArraysObjectsAreItsColumns() throws IOException {
    var text =
        """
        [ {"sku": "A-1", "price": 12.50},
          {"price": 3, "sku": "B-2"}
        ]
        """;
    expect(
        json(write(folder.resolve("x.json"), text)),
        List.of("sku", "price"),
        List.of(List.of("A-1", "12.50"), List.of("B-2", "3")));
  }

  @Test
  void everyLineIsARowAndBlankOnesAreNone() throws IOException {
    var text = "\uFEFF\n{\"id\": 1, \"é\": \"x\"}\r\n   \n\n {\"é\": \"😀\", \"id\": 2} ";
    expect(
        jsonLines(write(folder.resolve("x.jsonl"), text)),
        List.of("id", "é"),
        List.of(List.of("1", "x"), List.of("2", "😀")));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("\"a \\\"quote\\\" \\u00e9\"", "a \"quote\" é"),
        Arguments.of("12345678901234567890.10", "12345678901234567890.10"),
        Arguments.of("-1e3", "-1e3"),
        Arguments.of("true", "true"),
        Arguments.of("false", "false"),
        Arguments.of("null", ""),
        Arguments.of("{}", "{}"),
        Arguments.of("[]", "[]"),
        Arguments.of(
            "[1.50, {\"a\" : [1e3, null, true]}, \"\\\"\"]",
            "[1.50,{\"a\":[1e3,null,true]},\"\\\"\"]"),
        Arguments.of("{\"b\": {\"c\": -0.0}, \"d\": \"x\"}", "{\"b\":{\"c\":-0.0},\"d\":\"x\"}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void stringsAreRawNumbersAsWrittenAndTreesAreText(String written, String text)
      throws IOException {
    var row = "{\"a\": 1, \"b\": " + written + ", \"c\": 3}";
    var rows = List.of(List.of("1", text, "3"), List.of("1", text, "3"));
    expect(
        json(write(folder.resolve("x.json"), "[" + row + "," + row + "]")),
        List.of("a", "b", "c"),
        rows);
    expect(
        jsonLines(write(folder.resolve("x.jsonl"), row + "\n" + row)),
        List.of("a", "b", "c"),
        rows);
  }

  @Test
  void plainValuesAreOneColumn() throws IOException {
    var rows = List.of(List.of("laptop"), List.of("1.0"), List.of(""), List.of("true"));
    var file = write(folder.resolve("x.json"), "[\"laptop\", 1.0, null, true]");
    expect(json(file), List.of("value"), rows);
    expect(new Feed(new Source.Json(file.toString(), "term")), List.of("term"), rows);
    var lines = write(folder.resolve("x.jsonl"), "\"laptop\"\n1.0\nnull\ntrue\n");
    expect(jsonLines(lines), List.of("value"), rows);
    expect(new Feed(new Source.JsonLines(lines.toString(), "term")), List.of("term"), rows);
  }
}
