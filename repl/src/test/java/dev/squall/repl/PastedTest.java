package dev.squall.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a copied conversation only what was entered is entered again. */
class PastedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "var x = 1;\nx + 1\n",
        "  GET /a\n  X: y\n\n  body\n",
        "if (a > b) {\n\n}",
        "… and so on",
        "squalls > 3",
        "say(\"a\" + \" ❯ b\")",
        "say(\"a ❯ b\")"
      })
  void whereNoPromptIsAllStaysAsItIs(String text) {
    assertThat(Pasted.entered(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          squall ❯ 1 + 1
          http://localhost:8089 ❯ 1 + 1
          '   squall ❯ 1 + 1'
          jshell> 1 + 1
          squall> 1 + 1
          In [12]: 1 + 1
          """)
  void everyPromptIsLeftOut(String line) {
    assertThat(Pasted.entered(line)).isEqualTo("1 + 1");
  }

  @Test
  void answersAreLeftOut() {
    assertThat(
            Pasted.entered(
                """
                squall ❯ var x = 1
                x = 1
                squall ❯ GET /a
                200 OK
                … 5 more lines
                jshell> x
                $1 ==> 1
                """))
        .isEqualTo("var x = 1\nGET /a\nx");
  }

  @Test
  void linesThatGoOnKeepTheirIndentation() {
    assertThat(
            Pasted.entered(
                """
                squall ❯ int f() {
                       …   return 1;
                       … }
                jshell> int g() {
                   ...>   return 2;
                   ...> }
                In [1]: f()
                   ...:   + g()\
                """))
        .isEqualTo("int f() {\n  return 1;\n}\nint g() {\n  return 2;\n}\nf()\n  + g()");
  }

  @Test
  void emptyLinesOfWhatGoesOnStay() {
    assertThat(
            Pasted.entered(
                """
                squall ❯ var t = \"""
                       … a
                       …
                       … b\"""
                t =
                """))
        .isEqualTo("var t = \"\"\"\na\n\nb\"\"\"");
  }

  @Test
  void aPromptWithNothingBehindItIsNothing() {
    assertThat(Pasted.entered("squall ❯ 1\n1\nsquall ❯ \nsquall ❯")).isEqualTo("1");
  }
}
