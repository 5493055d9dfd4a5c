package dev.squall.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each language has its colours, and they stand where its words do. */
class LexerTest {
  private static final List<String> PIECES =
      List.of(
          "GET /a?b=1",
          "POST /a {\"b\": [1, 2]}",
          "curl -X PUT 'http://a/b'",
          "$ curl a -d \"x",
          "%run 5 users for 5s",
          "%",
          "%%httpx",
          "%%time",
          "%%",
          "/vars",
          "/-1 x",
          "?get",
          "p99?",
          "var x = 1;",
          "int f() {",
          "}",
          "\"text",
          "'c'",
          "'",
          "\"\"\"",
          "//",
          "/*",
          "*/",
          "\\",
          "${id}",
          "${",
          "$",
          "# remark",
          "Accept: text/html",
          "name==value",
          "a:=1",
          "<a>",
          "\n",
          "\n\n",
          "\r\n",
          " ",
          "   ",
          "\t",
          "\u00a0",
          "é",
          "漢",
          "🦑",
          "\ud83e",
          "\u2028");

  /** Kinds and their words, one a line. */
  private static List<String> cut(String text) {
    return Lexer.of(text).stream()
        .map(span -> span.kind() + " " + text.substring(span.from(), span.to()))
        .toList();
  }

  @Test
  void javaHasItsWordsTextsNumbersAndRemarks() {
    assertThat(cut("var n = new int[]{0x1f, 2.5e3}; String s = \"a\\\"b\" + 'c'; // rest"))
        .containsExactly(
            "KEYWORD var",
            "KEYWORD new",
            "KEYWORD int",
            "NUMBER 0x1f",
            "NUMBER 2.5e3",
            "STRING \"a\\\"b\"",
            "STRING 'c'",
            "COMMENT // rest");
  }

  @Test
  void aWordWithinAnotherIsNone() {
    assertThat(cut("format(newest.class$, x.int, $for, for_, a1)")).isEmpty();
  }

  @Test
  void textBlocksAndRemarksGoOverSeveralLines() {
    assertThat(cut("/* if\n1 */ var t = \"\"\"\n  \"for\" 2\n  \"\"\";"))
        .containsExactly(
            "COMMENT /* if\n1 */", "KEYWORD var", "STRING \"\"\"\n  \"for\" 2\n  \"\"\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open if", "'open if", "\"\"\"\nopen\nif", "\"open \\", "'\\"})
  void whatNobodyClosedIsTextToItsEnd(String text) {
    assertThat(cut(text)).containsExactly("STRING " + text);
  }

  @Test
  void anOpenRemarkIsOneToItsEnd() {
    assertThat(cut("/* if\nfor")).containsExactly("COMMENT /* if\nfor");
  }

  @Test
  void aProbeHasItsMethodNamesTextsAndHoles() {
    assertThat(cut("POST /a/${id} name=\"x y\" n:=42 X-Id:7 q==z {\"a\": true}"))
        .containsExactly(
            "METHOD POST",
            "HOLE ${id}",
            "NAME name",
            "STRING \"x y\"",
            "NAME n",
            "NUMBER 42",
            "NAME X-Id",
            "NUMBER 7",
            "NAME q",
            "NAME \"a\"",
            "KEYWORD true");
  }

  @Test
  void aSchemeIsNoName() {
    assertThat(cut("GET http://a.b/c q==z")).containsExactly("METHOD GET", "NAME q");
  }

  @Test
  void blanksBeforeACommandOfJshellAreNoPartOfIt() {
    assertThat(cut("  /exit 3")).containsExactly("COMMAND /exit");
  }

  @Test
  void numbersOfAPathAreNone() {
    assertThat(cut("GET /v1/2/3-4")).containsExactly("METHOD GET");
  }

  @Test
  void anOpenHoleIsOne() {
    assertThat(cut("GET /a/${i")).containsExactly("METHOD GET", "HOLE ${i");
  }

  @Test
  void curlHasItsOptions() {
    assertThat(cut("$ curl -X POST --data '{\"a\":1}' a.b"))
        .containsExactly("METHOD curl", "KEYWORD -X", "KEYWORD --data", "STRING '{\"a\":1}'");
  }

  @Test
  void aCommandHasItsArguments() {
    assertThat(cut("%burst 5 users for 10s"))
        .containsExactly("COMMAND %burst", "NUMBER 5", "NUMBER 10s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "/vars", "/!", "/-2", "/?", "?get", "p99?", "%help?"})
  void aCommandAloneIsOneAllOfIt(String text) {
    assertThat(cut(text)).containsExactly("COMMAND " + text);
  }

  @Test
  void onlyTheNameOfJshellsCommandIsOne() {
    assertThat(cut(" /exit 3")).containsExactly("COMMAND /exit");
  }

  @Test
  void aPathIsNoCommand() {
    assertThat(cut("/a/b + 1")).containsExactly("NUMBER 1");
  }

  @Test
  void httpxHasWordsOfItsOwn() {
    assertThat(cut("%%httpx\n# a request\nscenario \"s\" {\n  GET /a/${id} expect 200\n}"))
        .containsExactly(
            "COMMAND %%httpx",
            "COMMENT # a request",
            "KEYWORD scenario",
            "STRING \"s\"",
            "HOLE ${id}",
            "KEYWORD expect",
            "NUMBER 200");
  }

  @Test
  void whatIsTimedIsColouredAsItself() {
    assertThat(cut("1\n%%time\nvar x = 1;\n%vars\nGET /a"))
        .containsExactly(
            "NUMBER 1", "COMMAND %%time", "KEYWORD var", "NUMBER 1", "COMMAND %vars", "METHOD GET");
  }

  @Test
  void everyPartOfACellIsFoundWhereItStands() {
    var text = "%base http\nint a = 1 +\n  2;\n\n  GET /a b==3\nX: \"y\"\n?get\ntrue";
    assertThat(Lexer.of(text))
        .containsExactly(
            span(text, "%base", Lexer.Kind.COMMAND),
            span(text, "int", Lexer.Kind.KEYWORD),
            span(text, "1", Lexer.Kind.NUMBER),
            span(text, "2", Lexer.Kind.NUMBER),
            span(text, "GET", Lexer.Kind.METHOD),
            span(text, "b", Lexer.Kind.NAME),
            span(text, "3", Lexer.Kind.NUMBER),
            span(text, "\"y\"", Lexer.Kind.STRING),
            span(text, "?get", Lexer.Kind.COMMAND),
            span(text, "true", Lexer.Kind.KEYWORD));
  }

  /** Where a word first stands behind a blank or a line's end. */
  private static Lexer.Span span(String text, String word, Lexer.Kind kind) {
    int from = 0;
    while (!text.startsWith(word, from)
        || (from > 0 && !" \n=".contains(text.substring(from - 1, from)))) {
      from++;
    }
    return new Lexer.Span(from, from + word.length(), kind);
  }

  @Test
  void aLineThatGoesOnKeepsItsPlaces() {
    assertThat(cut("%run a \\\n  5 users\nint x"))
        .containsExactly("COMMAND %run", "NUMBER 5", "KEYWORD int");
  }

  @Test
  void spansStandInTheirOrderWithinTheText() {
    var random = new Random(7);
    for (int round = 0; round < 600; round++) {
      var text = new StringBuilder();
      for (int piece = random.nextInt(12); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      int at = 0;
      for (var span : Lexer.of(text.toString())) {
        assertThat(span.from()).as("%s of %s", span, text).isGreaterThanOrEqualTo(at);
        assertThat(span.to()).as("%s of %s", span, text).isBetween(span.from(), text.length());
        at = span.to();
      }
    }
  }

  @Test
  void longTextsAreNoTrouble() {
    var words = "x ".repeat(100_000);
    assertThat(Lexer.of("var t = \"" + words + "\";")).isNotEmpty();
    assertThat(Lexer.of("POST /a {\"b\": \"" + words + "\"}")).isNotEmpty();
  }
}
