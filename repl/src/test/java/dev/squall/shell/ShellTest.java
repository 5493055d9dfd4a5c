package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
  private static final Shells SHELL = new Shells();

  @AfterAll
  static void close() {
    SHELL.close();
  }

  @Test
  void everyWordIsThere() {
    assertThat(SHELL.ok("scenario(\"s\", get(\"/a\"))")).isEqualTo("scenario s (1 step)");
    assertThat(SHELL.ok("var t = Table.create(\"t\"); t.name()")).isEqualTo("t");
    assertThat(SHELL.ok("List.of(p99().isBelow(millis(300)))")).contains("p99");
    assertThat(SHELL.ok("draft()")).contains("draft");
  }

  @Test
  void aMethodThatHidesAWordSaysSo() {
    SHELL.ok("int run(int n) { return n; }");
    assertThat(SHELL.front.notes)
        .anyMatch(
            note -> note.contains("hides every run(…) of Squall") && note.contains("%drop run"));
    SHELL.shell.session().java().drop("run");
    assertThat(SHELL.say("run(null, null)")).doesNotContain("nothing is called run");
  }

  @Test
  void aCellMayHoldCommandsAndJava() {
    assertThat(SHELL.ok("%base localhost:8089\nint seven = 3 +\n  4;\nseven * 2\n%base"))
        .isEqualTo("http://localhost:8089");
    assertThat(SHELL.front.shown).contains("seven = 7", "14");
  }

  @Test
  void anUnknownCommandSaysWhichWasMeant() {
    assertThat(SHELL.say("%hlep"))
        .contains("there is no command %hlep")
        .contains("did you mean %help?");
  }

  @Test
  void whatASnippetThrowsHasNoFrameOfOurs() {
    assertThat(SHELL.say("int bad(int n) {\n  return 1 / n;\n}\nbad(0)"))
        .startsWith("java.lang.ArithmeticException: / by zero")
        .contains("bad, line 2 of snippet")
        .contains("return 1 / n;")
        .doesNotContain("dev.squall");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(0)",
        "Runtime.getRuntime().exit(1)",
        "Runtime.getRuntime().halt(2)",
        "Runnable end = () -> System.exit(3); end.run()"
      })
  void aSnippetCannotEndTheSession(String snippet) {
    assertThat(SHELL.say(snippet)).contains("it would end the whole session, and was not done");
    assertThat(SHELL.ok("1 + 1")).isEqualTo("2");
  }

  @Test
  void whatIsNoJavaIsInvalidAndNoBug() {
    assertThat(SHELL.shell.completeness("int x = ;")).isInstanceOf(Completeness.Invalid.class);
  }

  @Test
  void nothingIsSaidToBeNull() {
    assertThat(SHELL.ok("String none = null; none")).isEqualTo("null");
  }

  @Test
  void aFrameShowsItsLineWhateverStoodBeforeIt() {
    assertThat(SHELL.say("int one() { return 1 / 0; }\nint two() { return one(); }\ntwo()"))
        .contains("int two() { return one(); }")
        .doesNotContain("do_it$");
  }
}
