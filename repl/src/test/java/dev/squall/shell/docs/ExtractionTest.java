package dev.squall.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExtractionTest {
  private static List<Entry> entries(String source) {
    return Extraction.of(List.of(new SourceText(source)));
  }

  /** Read in one go: each call of the compiler costs more than all the comments. */
  @Test
  void aCommentBecomesMarkdown() {
    var table =
        """
          Plain words.                               | Plain words.
          {@code users(20)} and {@literal <b>}.      | `users(20)` and \\<b\\>.
          See {@link Users#during(Duration)}.        | See `Users.during`.
          See {@link java.time.Duration that class}. | See that class.
          See {@linkplain #hold(Duration)}.          | See hold.
          {@code a `b` c}                            | `` a `b` c ``
          a * b_c [d] &lt;i&gt; &amp; &hellip;       | a \\* b\\_c \\[d\\] \\<i\\> \\& …
          1. is no list                              | 1\\. is no list
          - neither is this                          | \\- neither is this
          <b>so</b> and <em>so </em>on               | **so** and *so* on
          Two<p>paragraphs                           | Two¶¶paragraphs
          Two <ul><li>of<li>a <b>list</b></ul> then  | Two¶¶- of¶- a **list**¶¶then
          A <ul><li>b<ol><li>c</ol></ul>             | A¶¶- b¶  1. c
          <pre>  x = 1 &lt; 2 </pre>                       | ```¶x = 1 < 2¶```
          <pre>{@code a < b}</pre> end               | ```¶a < b¶```¶¶end
          <code>a</code>b                            | `a`b
          {@nonsense here} stays                     | stays
          {@return the sum}                          | Returns the sum.
          <a href="javascript:alert(1)">x</a>        | x
          <script>alert(1)</script>                  | alert(1)
          unfinished {@code a                        | unfinished {@code a
        """
            .lines()
            .map(row -> row.strip().split(" *\\| ", -1))
            .toList();

    var source =
        table.stream()
            .map(row -> "/** " + row[0] + " */ class SomeWords {}")
            .collect(Collectors.joining("\n"));

    assertThat(entries(source).stream().map(entry -> entry.body().replace('\n', '¶')))
        .containsExactlyElementsOf(table.stream().map(row -> row[1]).toList());
  }

  @Test
  void whatIsPublicIsTaken() {
    var entries =
        entries(
            """
            package a.b;
            /** Some of it. */
            public sealed interface Part<T> extends Whole<T>, java.io.Closeable {
              /** Why. */
              int MOST = 5;
              /** Gives {@value #MOST}. */
              T give(java.util.Map<String, int[]> from, String... more);
              private void hidden() {}
              @Override default void close() {}
              /** One. */
              record One(@Nullable String name) implements Part<String> {
                public One { }
                /** From text. */
                public One(int a) { this("" + a); }
              }
              enum Colour { /** Like blood. */ RED, BLUE }
            }
            class Hidden { public void not() {} }
            """);

    assertThat(entries.stream().map(entry -> entry.kind() + " " + entry.signature()))
        .containsExactly(
            "TYPE interface Part<T>",
            "CONSTANT int Part.MOST",
            "METHOD T Part.give(Map<String, int[]> from, String... more)",
            "TYPE record Part.One(String name)",
            "COMPONENT String Part.One.name()",
            "CONSTRUCTOR new Part.One(int a)",
            "TYPE enum Part.Colour",
            "CONSTANT Colour Part.Colour.RED",
            "CONSTANT Colour Part.Colour.BLUE");
    assertThat(entries.getFirst().supertypes()).containsExactly("Whole", "Closeable");
    assertThat(entries.get(2).body()).isEqualTo("Gives 5.");
    assertThat(entries.get(2).types()).containsExactly("Map", "String...");
    assertThat(entries).extracting(Entry::room).containsOnly("a.b");
  }

  @Test
  void staticMethodsOfAClassOfWordsAreWordsWhetherItIsPublicOrNot() {
    assertThat(entries("class MoreWords { /** A word. */ public static int word() { return 1; } }"))
        .extracting(Entry::kind, Entry::fullName)
        .contains(tuple(Entry.Kind.WORD, "word"));
  }

  @Test
  void tagsAndTheExampleAreKeptApart() {
    var entry =
        entries(
                """
                public class A {
                  /**
                   * Does it, in 1.5 s. Then more.
                   *
                   * {@snippet :
                   * if (a < b) {
                   *   go();
                   * }
                   * }
                   *
                   * @param count how many of {@code x}
                   * @param <T> of what
                   * @return the sum
                   * @throws java.io.IOException when it is late
                   */
                  public <T> int sum(int count) { return count; }
                }
                """)
            .getLast();

    assertThat(entry.signature()).isEqualTo("<T> int A.sum(int count)");
    assertThat(entry.summary()).isEqualTo("Does it, in 1.5 s.");
    assertThat(entry.example()).isEqualTo("if (a < b) {\n  go();\n}");
    assertThat(entry.body()).contains("Then more.").contains("```\nif (a < b) {\n  go();\n}\n```");
    assertThat(entry.parameters()).containsExactly(new Entry.Note("count", "how many of `x`"));
    assertThat(entry.returns()).isEqualTo("the sum");
    assertThat(entry.failures()).containsExactly(new Entry.Note("IOException", "when it is late"));
  }

  @Test
  void aRecordsComponentsAreDescribedByItsParameters() {
    var entries =
        entries(
            """
            /**
             * A point.
             *
             * @param x to the right; in metres. Never negative
             */
            public record Point(int x, int y) {
              public int y() { return 2; }
            }
            """);

    assertThat(entries.get(1).summary()).isEqualTo("to the right; in metres.");
    assertThat(entries.get(1).body()).isEqualTo("to the right; in metres. Never negative");
    assertThat(entries.get(2).body()).isEmpty();
  }

  @Test
  void aCommentOfTheJdkIsReadAsOurs() {
    var entry =
        Extraction.of(
            "java.util.List<E> java.util.List<E>.of(E e1, E... more)",
            """
            Returns an unmodifiable list containing one element.

            See <a href="#unmodifiable">Unmodifiable Lists</a> for details: a */ in it.

            @param <E> the {@code List}'s element type
            @param e1 the single element
            @return a {@code List} containing the specified element
            @throws NullPointerException if the element is {@code null}
            """);

    assertThat(EntryText.of(List.of(entry), 60))
        .isEqualTo(
            """
            List<E> List<E>.of(E e1, E... more)

              Returns an unmodifiable list containing one element. See
              Unmodifiable Lists for details: a */ in it.

              e1       the single element
              returns  a List containing the specified element
              throws   NullPointerException if the element is null\
            """);
  }
}
