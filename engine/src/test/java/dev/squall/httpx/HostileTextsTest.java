package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a text holds, it is read to its end, and what is understood can be printed. */
class HostileTextsTest {
  /** Twenty thousand take a second; more is for whoever has the time. */
  private static final int TEXTS = Integer.getInteger("squall.httpx.fuzz", 20_000);

  private static final List<String> PIECES =
      List.of(
          "request",
          "req",
          "scenario",
          "mix",
          "load",
          "run",
          "if",
          "else",
          "parallel",
          "choose",
          "extract",
          "assert",
          "retry",
          "curl",
          "var",
          "data",
          "csv",
          "think",
          "expect",
          "until",
          "end",
          "setup",
          "foreach",
          "in",
          "between",
          "and",
          "or",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "\"",
          "'",
          "`",
          "\\",
          "#",
          " #",
          ",",
          "|",
          "=",
          "==",
          "->",
          "..",
          "±",
          "$",
          "${",
          "$.a",
          "%",
          ":",
          "@",
          "\n",
          "\n\n",
          "\r\n",
          " ",
          "\t",
          "\uFEFF",
          "\u0000",
          "\uD83D",
          "é",
          "10",
          "vus",
          "for",
          "1m",
          "a",
          "b-",
          "-",
          "regex:",
          "header.",
          "body[",
          "shared",
          "end\n");

  @Test
  void randomTextsAreReadToTheirEnd() {
    var random = new Random(7);
    for (int i = 0; i < TEXTS / 2; i++) {
      var text = new StringBuilder();
      for (int left = random.nextInt(60); left > 0; left--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        text.append(random.nextBoolean() ? " " : "");
      }
      read(text.toString());
    }
  }

  @Test
  void changedTextsAreReadToTheirEnd() {
    var random = new Random(8);
    for (int i = 0; i < TEXTS / 2; i++) {
      var text = new StringBuilder(Httpx.print(new GeneratedDocuments(i % 500).next()));
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(4));
        text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
      }
      read(text.toString());
    }
  }

  private static void read(String text) {
    try {
      switch (Httpx.parse("hostile.httpx", text)) {
        case Parsed.Good(var document) ->
            assertThat(Texted.good(Httpx.print(document))).as(text).isEqualTo(document);
        case Parsed.Bad(var problems, var understood) -> {
          assertThat(problems).as(text).isNotEmpty();
          assertThat(Httpx.print(understood)).isNotNull();
        }
      }
    } catch (RuntimeException e) {
      throw new AssertionError("reading:\n" + text, e);
    }
  }

  @Test
  void deepNestingIsAProblemAndNoOverflow() {
    var deep = "scenario s { " + "parallel { ".repeat(100_000);
    assertThat(Texted.problems(deep).getFirst().what()).contains("nested");
    assertThat(Texted.problems("scenario s { run " + "parallel(".repeat(100_000))).hasSize(2);
    var closed = "scenario s {\n" + "parallel { ".repeat(200) + "}".repeat(200) + "\n}\nwhat";
    assertThat(Texted.problems(closed)).hasSize(2);
  }
}
