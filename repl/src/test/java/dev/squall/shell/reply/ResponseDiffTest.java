package dev.squall.shell.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.reply.Difference.Sign;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseDiffTest {

  private static ResponseDiff json(String before, String after) {
    return ResponseDiff.of(Answers.json(before), Answers.json(after));
  }

  @Test
  void statusHeadersAndBodyAreCompared() {
    var before =
        Answers.of(200, "{\"a\": 1, \"b\": [1, 2], \"c\": \"x\"}", "X-Kind", "one", "Vary", "a");
    var after =
        Answers.of(
            201, "{\"a\": \"1\", \"b\": [1], \"d\": null}", "x-kind", "two", "ETag", "\"e\"");

    assertThat(ResponseDiff.of(before, after))
        .hasToString(
            """
            ~ status         200 OK → 201 Created
            ~ header X-Kind  one → two
            - header Vary    a
            + header ETag    "e"
            ~ $.a            1 → "1"  (number became string)
            - $.b[1]         2
            - $.c            "x"
            + $.d            null
            8 differences: 2 added, 3 removed, 3 changed
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at | \"2026-11-27T06:43:05Z\" | \"2026-11-27T06:43:06.123+01:00\" | timestamp",
        "at | \"Fri, 27 Nov 2026 06:51:52 GMT\" | \"Fri, 27 Nov 2026 06:51:53 GMT\" | timestamp",
        "x | 1764226272123 | 1764226272999 | timestamp",
        "created_at | 1764226272 | 1764226273 | timestamp",
        "x | \"0fd9b5ac-9a43-4c43-9fa4-92d1bde5ec7d\" | \"1fd9b5ac-9a43-4c43-9fa4-92d1bde5ec7d\" | UUID",
        "requestId | \"a\" | \"b\" | request id",
        "token | \"a\" | \"b\" | token",
        "nonce | \"a\" | \"b\" | token",
        "x | \"eyJhbGciOi.eyJzdWIiOi.c2ln\" | \"eyJhbGciOi.eyJzdWIiOi.c2lh\" | token",
        "x | \"0123456789abcdef01234567\" | \"0123456789abcdef01234568\" | token",
        "total | 1764226272 | 1764226273 | ",
        "price | 12 | 13 | ",
        "name | \"a\" | \"b\" | ",
        "x | \"2026-11-27T06:43:05Z\" | \"never\" | ",
        "at | \"2026-11-27T06:43:05Z\" | null | ",
        "id | \"user-1001\" | \"user-1002\" | ",
      })
  void whatIsAnotherOneEachTimeIsListedButNotCounted(
      String name, String before, String after, String kind) {
    var diff = json("{\"" + name + "\": " + before + "}", "{\"" + name + "\": " + after + "}");

    assertThat(diff.isSame()).isEqualTo(kind != null);
    if (kind != null) {
      assertThat(diff.ignored()).extracting(Difference::note).containsExactly(kind);
      assertThat(diff).hasToString("the same but for $.%s (%s)\n".formatted(name, kind));
    } else {
      assertThat(diff.ignored()).isEmpty();
    }
    assertThat(diff.strict().differences()).hasSize(1);
    assertThat(diff.strict().ignored()).isEmpty();
  }

  @Test
  void volatileHeadersAreIgnoredUnlessTheyComeOrGo() {
    var before =
        Answers.of(
            200, "", "Date", "1", "Set-Cookie", "sid=a; Path=/", "X-Request-Id", "1", "Age", "3");
    var after =
        Answers.of(200, "", "date", "2", "Set-Cookie", "sid=b; Path=/", "X-Request-Id", "2");
    var diff = ResponseDiff.of(before, after);

    assertThat(diff)
        .hasToString(
            """
            - header Age  3
            1 difference: 1 removed · ignored: Date, Set-Cookie sid, X-Request-Id
            """);
    assertThat(diff.strict().differences()).hasSize(4);
    assertThat(
            ResponseDiff.of(before, Answers.of(200, "", "Set-Cookie", "sid=a; Path=/; Secure"))
                .differences())
        .contains(
            new Difference(
                Sign.CHANGED, "header Set-Cookie sid", "…; Path=/", "…; Path=/; Secure", ""));
  }

  @Test
  void itemsThatHaveAnIdAreMatchedByIt() {
    var diff =
        json(
            "{\"items\": [{\"id\": 1, \"n\": 1}, {\"id\": 2, \"n\": 2}, {\"id\": 3, \"n\": 3}]}",
            "{\"items\": [{\"id\": 0, \"n\": 0}, {\"id\": 3, \"n\": 3}, {\"id\": 1, \"n\": 9}]}");

    assertThat(diff)
        .hasToString(
            """
            ~ $.items[id=1].n  1 → 9
            - $.items[id=2]    {"id": 2, "n": 2}
            + $.items[id=0]    {"id": 0, "n": 0}
            ~ $.items          order → another order
            4 differences: 1 added, 1 removed, 2 changed
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2, 3, 4] | [0, 1, 2, 4] | $[0] 0 → 1;$[1] 1 → 2;x",
        "[1, 2, 3, 4, 5] | [1, 2, 4, 5] | - $[2]",
        "[1, 2] | [1, 9, 2] | + $[1]",
        "[{\"id\": 1}, {\"id\": 1}] | [{\"id\": 1}, {\"id\": 2}] | ~ $[1].id",
        "[{\"id\": 1}] | [{\"id\": 2}] | ~ $[0].id",
        "[[1], [2]] | [[1], [3]] | ~ $[1][0]",
      })
  void otherListsAreComparedByPlace(String before, String after, String expected) {
    if (!expected.endsWith("x")) {
      assertThat(json(before, after).differences()).hasSize(1);
      assertThat(json(before, after).toString()).startsWith(expected);
    } else {
      assertThat(json(before, after).differences())
          .hasSize(3)
          .allMatch(one -> one.sign() == Sign.CHANGED);
    }
  }

  @Test
  void numbersAreComparedAsNumbers() {
    assertThat(json("[1.0, 1e2, 5]", "[1, 100, 5.000]").isSame()).isTrue();
    assertThat(json("[1e999999999999]", "[1e999999999998]").isSame()).isFalse();
  }

  @Test
  void textIsComparedByLines() {
    var diff = ResponseDiff.of(Answers.of(200, "a\nb\nc\nd"), Answers.of(200, "a\nx\nc\nd\ne"));

    assertThat(diff)
        .hasToString(
            """
            - line 2  b
            + line 2  x
            + line 5  e
            3 differences: 2 added, 1 removed
            """);
  }

  @Test
  void aBodyOfAnotherKindIsOneDifference() {
    assertThat(ResponseDiff.of(Answers.json("{}"), Answers.of(200, "<html></html>")).toString())
        .contains("~ body", "JSON → HTML");
  }

  @Test
  void bytesAreAnotherOrTheSame() {
    var picture = Answers.of(200, "\u0000PNG1", "Content-Type", "image/png");
    var other = Answers.of(200, "\u0000PNG2", "Content-Type", "image/png");

    assertThat(ResponseDiff.of(picture, other))
        .hasToString("~ body  binary → another\n1 difference: 1 changed\n");
  }

  @Test
  void theSameIsTheSame() {
    assertThat(json("{\"a\": [1]}", "{ \"a\":[ 1 ] }")).hasToString("the same\n");
  }

  @Test
  void secretsAreMasked() {
    var diff =
        json("{\"pin\": {\"password\": \"s3cret\"}}", "{\"pin\": {\"password\": \"s3cret2\"}}");

    assertThat(diff.toString()).contains("~ $.pin.password  … → another").doesNotContain("s3cret");
    assertThat(diff.revealed().toString()).contains("\"s3cret\" → \"s3cret2\"");
    assertThat(diff.html()).doesNotContain("s3cret");
  }

  @Test
  void manyDifferencesAreCountedAndTheFirstHundredShown() {
    var before =
        IntStream.range(0, 3000).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    var after =
        IntStream.range(5000, 8000).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    var diff = ResponseDiff.of(Answers.of(200, before), Answers.of(200, after));

    assertThat(diff.toString().lines().count()).isEqualTo(102);
    assertThat(diff.toString())
        .contains("… 5 900 more\n6 000 differences: 3 000 added, 3 000 removed");
  }

  @Test
  void whatTheServerWroteIsHarmlessInTextAndPage() {
    var before = Answers.json("{\"<script>\\u001b[2J\": \"</script>\"}");
    var after = Answers.of(200, "{\"b\": \"\\u202e\"}", "X-\u001b[1m<b>", "\u0007<i>");
    var diff = ResponseDiff.of(before, after);

    assertThat(diff.toString()).doesNotContainPattern("[\\p{Cntrl}\u202e&&[^\n]]");
    assertThat(diff.html())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>", "</script>", "<b>", "<i>", "\u001b", "\u202e");
  }

  @Test
  void signsAreColouredAndNothingElseChanges() {
    var diff = json("{\"a\": 1}", "{\"b\": 1}");

    assertThat(diff.text(true)).contains("\u001b[1;91m- \u001b[0m", "\u001b[1;32m+ \u001b[0m");
    assertThat(diff.text(true).replaceAll("\u001b\\[[\\d;]*m", "")).isEqualTo(diff.toString());
  }
}
