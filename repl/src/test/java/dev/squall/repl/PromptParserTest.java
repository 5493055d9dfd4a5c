package dev.squall.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.squall.shell.TestFront;
import dev.squall.shell.command.Candidate;
import dev.squall.shell.session.Places;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line is entered once it is all, and completed as the session says. */
class PromptParserTest {
  @TempDir static Path folder;
  private static Opening opening;
  private static PromptParser parser;

  @BeforeAll
  static void open() {
    opening =
        Opening.of(
            new Places(
                folder.resolve("config"), folder.resolve("state"), folder, _ -> Optional.empty()));
    opening.isSeenBy(new TestFront());
    parser = new PromptParser(opening);
  }

  @AfterAll
  static void close() {
    opening.shell().close();
  }

  private static PromptParser.Line parsed(String text, int cursor, ParseContext context) {
    return (PromptParser.Line) parser.parse(text, cursor, context);
  }

  private static PromptParser.Line completed(String text) {
    return parsed(text, text.length(), ParseContext.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 + 1",
        "int f() {\n}",
        "var s = \"}\"",
        "int x = ;",
        "GET /a",
        "curl http://h/a",
        "%run",
        "%%httpx\nGET /a\n",
        "/vars",
        "/edit {",
        "?get"
      })
  void whatIsAllIsTaken(String text) {
    var line = parsed(text, text.length(), ParseContext.ACCEPT_LINE);
    assertThat(line.line()).isEqualTo(text);
    assertThat(line.cursor()).isEqualTo(text.length());
    assertThat(line.completion().candidates()).isEmpty();
    assertThat(line.word()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int f() {",
        "f(1,",
        "\"\"\"\ntext",
        "/* remark",
        "curl 'http://h",
        "curl a \\",
        "GET /a \\",
        "POST /a {\"b\":",
        "%run \\",
        "%%httpx",
        "1\nint f() {"
      })
  void whatIsNotAllNeedsMore(String text) {
    for (var context :
        new ParseContext[] {ParseContext.ACCEPT_LINE, ParseContext.SECONDARY_PROMPT}) {
      assertThat(
              catchThrowableOfType(
                  EOFError.class, () -> parser.parse(text, text.length(), context)))
          .as("%s", context)
          .isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"int f() {", "curl 'http://h"})
  void whatIsStillWrittenIsNotJudged(String text) {
    assertThat(parsed(text, text.length(), ParseContext.UNSPECIFIED).line()).isEqualTo(text);
  }

  @Test
  void theNextLineStandsDeeperBehindAnOpenBracket() {
    assertThat(brackets("int f() {")).isEqualTo(1);
    assertThat(brackets("int f() {\n  if (true) {")).isEqualTo(2);
    assertThat(brackets("int f() {\n  int a = 1;")).isEqualTo(1);
    assertThat(brackets("%%httpx")).isZero();
  }

  private static int brackets(String text) {
    return catchThrowableOfType(
            EOFError.class, () -> parser.parse(text, text.length(), ParseContext.ACCEPT_LINE))
        .getOpenBrackets();
  }

  @Test
  void javaIsCompletedWhereTheWordStands() {
    var line = completed("\"a\".toUpp");
    assertThat(line.completion().candidates())
        .extracting(Candidate::text)
        .anyMatch(text -> text.startsWith("toUpperCase("));
    assertThat(line.word()).isEqualTo("toUpp");
    assertThat(line.words()).containsExactly("toUpp");
    assertThat(line.wordIndex()).isZero();
    assertThat(line.wordCursor()).isEqualTo(5).isEqualTo(line.rawWordCursor());
    assertThat(line.rawWordLength()).isEqualTo(5);
    assertThat(line.escape("a b", true)).hasToString("a b");
  }

  @Test
  void commandsAndJshellsAreCompleted() {
    assertThat(completed("%hist").completion().candidates())
        .extracting(Candidate::text)
        .anyMatch(text -> text.contains("history"));
    var slash = completed("/his");
    assertThat(slash.completion().candidates())
        .extracting(Candidate::text)
        .containsExactly("history");
    assertThat(slash.word()).isEqualTo("his");
    assertThat(slash.wordCursor()).isEqualTo(3);
  }

  @Test
  void theCursorMayStandWithinTheLine() {
    var line = parsed("Math.ab + 1", 7, ParseContext.COMPLETE);
    assertThat(line.word()).isEqualTo("ab");
    assertThat(line.wordCursor()).isEqualTo(2);
    assertThat(line.completion().candidates())
        .extracting(Candidate::text)
        .anyMatch(text -> text.startsWith("abs("));
  }
}
