package dev.squall.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void linesEndBetweenWordsAndCodeKeepsItsOwn() {
    assertThat(
            Markdown.text(
                """
                # The title

                One two three four `five six` seven.

                - a list that is longer than the line
                - with `code`
                  1. inside
                  2. each

                ```
                code that is longer than any line of it
                  and indented

                ```
                The *end* <b>&amp;</b>
                """,
                24))
        .isEqualTo(
            """
            THE TITLE

            One two three four
            five six seven.

            - a list that is longer
              than the line
            - with code
              1. inside
              2. each

                code that is longer than any line of it
                  and indented

            The end <b>&</b>\
            """);
  }

  @Test
  void aWordLongerThanTheLineHasOneToItself() {
    assertThat(Markdown.text("a extraordinarily `some code so long` b", 10))
        .isEqualTo("a\nextraordinarily\nsome code\nso long b");
  }

  @Test
  void tagsInMarkdownAreText() {
    assertThat(
            Markdown.html("<script>alert(1)</script>\n\na <img src=x onerror=y> [z](javascript:q)"))
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("javascript:");
  }

  @Test
  void aTableOfNothingIsNothing() {
    assertThat(Markdown.text("", 80)).isEmpty();
    assertThat(Markdown.plain("")).isEmpty();
    assertThat(Markdown.firstSentence("")).isEmpty();
  }
}
