package dev.squall.shell.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.JsonQuery;
import dev.squall.plan.JsonQuery.Compiled.Ready;
import dev.squall.shell.reply.JsonOutline.Entry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOutlineTest {

  @Test
  void everyPathIsToldWithASampleAndItsType() {
    var outline =
        JsonOutline.of(
            "{\"products\": [{\"id\": \"prod-1\", \"price\": 9.50}, {\"sale\": true}], \"n\": null}");

    assertThat(outline)
        .hasToString(
            """
            $  2 members  object
            $.products  2 items  array
            $.products[0]  2 members  object
            $.products[0].id  "prod-1"  string
            $.products[0].price  9.50  number
            $.products[*].id  "prod-1"  string
            $.products[*].price  9.50  number
            $.products[*].sale  true  boolean
            $.n  null  null
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a b\": {\"it's\": [[1, 2], [3]], \"x\\\\y\": null, \"\": 1, \"1st\": 2, \"-\": 3, \"ä\": 4}}",
        "{\"a.b\": [\"x\"], \"[0]\": {\"*\": 1, \"$\": 2, \"@\": 3}, \"a\\\"b\": 5, \"'\\\"\": 6}",
        "[{\"id\": 1, \"t\": [{\"n\": 1}]}, {\"z\": [[{\"q\": 1}]]}]",
        "[[], {}, 1]",
        "\"text\"",
      })
  void theEngineFindsWhatTheOutlineTells(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var outline = JsonOutline.of(body);

    assertThat(outline.entries()).isNotEmpty();
    for (var entry : outline.entries()) {
      assertThat(JsonQuery.compile(entry.path())).as(entry.path()).isInstanceOf(Ready.class);
      var found = ((Ready) JsonQuery.compile(entry.path())).query().read(bytes, 0, bytes.length);
      if (entry.path().contains("[*]")) {
        assertThat(found).as(entry.path()).isInstanceOf(JsonQuery.Many.class);
      } else {
        assertThat(found)
            .as(entry.path())
            .isInstanceOfSatisfying(
                JsonQuery.One.class, one -> assertThat(one.kind()).isEqualTo(entry.kind()));
      }
    }
  }

  @Test
  void aListOfListsAndAHugeObjectStayBounded() {
    var members = new StringBuilder("{\"first\": 1");
    for (int i = 0; i < 5000; i++) {
      members.append(", \"m").append(i).append("\": ").append(i);
    }
    assertThat(JsonOutline.of(members.append('}').toString()).entries()).hasSize(JsonOutline.MOST);
    assertThat(JsonOutline.of("[".repeat(400) + "]".repeat(400)).entries()).hasSizeBetween(10, 500);
    assertThat(JsonOutline.of("[".repeat(40) + "1, 2" + "]".repeat(40)).entries())
        .hasSizeLessThanOrEqualTo(JsonOutline.MOST);
  }

  @Test
  void secretsAreMaskedUnlessRevealed() {
    var body = "{\"token\": \"s3cret\", \"card\": {\"number\": 1}, \"pay\": \"4111111111111111\"}";

    assertThat(JsonOutline.of(body).entries().stream().map(Entry::sample))
        .containsExactly("3 members", "\"…\"", "\"…\"", "\"…1111\"");
    assertThat(JsonOutline.of(body, true).toString())
        .contains("s3cret", "$.card.number  1  number");
  }

  @Test
  void completionGoesOnFromABeginning() {
    var outline = JsonOutline.of("{\"page\": 1, \"pages\": 2, \"total\": 3}");

    assertThat(outline.beginningWith("$.pa").stream().map(Entry::path))
        .containsExactly("$.page", "$.pages");
  }

  @Test
  void whatIsNoJsonHasNoPaths() {
    assertThat(JsonOutline.of("<a/>").entries()).isEmpty();
    assertThat(JsonOutline.of("{\"a\": ")).hasToString("no JSON\n");
  }
}
