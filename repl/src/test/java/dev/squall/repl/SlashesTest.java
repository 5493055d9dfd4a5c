package dev.squall.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.repl.Slashes.Wish;
import dev.squall.shell.Shells;
import dev.squall.shell.command.Candidate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fingers that know jshell enter does what they expect, or says what there is instead. */
class SlashesTest {
  private static final Shells SHELL = new Shells();

  @BeforeAll
  static void entered() {
    SHELL.ok("import java.awt.Point");
    SHELL.ok("var seven = 7");
    SHELL.ok("int twice(int n) {\n  return 2 * n;\n}");
    SHELL.ok("record Pair(int a, int b) {}");
    SHELL.say("int bad = ;");
    SHELL.ok("twice(seven)");
  }

  @AfterAll
  static void close() {
    SHELL.close();
  }

  private static Wish wish(String text) {
    return Slashes.of(text, SHELL.shell);
  }

  private static String shown(String text) {
    assertThat(wish(text)).isInstanceOf(Wish.Show.class);
    return ((Wish.Show) wish(text)).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/vars",
        " /vars\n",
        "/v",
        "/!",
        "/-1",
        "/12",
        "/?",
        "/nothing",
        "/drop a b",
        "/x y"
      })
  void itIsOne(String text) {
    assertThat(Slashes.isSlash(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "// vars",
        "/* vars */",
        "/a/b",
        "vars",
        "GET /vars",
        "/VARS",
        "/!!"
      })
  void itIsNone(String text) {
    assertThat(Slashes.isSlash(text)).isFalse();
    assertThatThrownBy(() -> Slashes.of(text, SHELL.shell))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /drop seven,         %drop seven
          /save a.jsh,         %save a.jsh
          /open a.jsh,         %load a.jsh
          /help,               %help
          /help  get ,         %help get
          /?,                  %help
          /? get,              %help get
          /history,            %history
          /reset,              %restart
          /d seven,            %drop seven
          /s a.jsh,            %save a.jsh
          /o a.jsh,            %load a.jsh
          /h,                  %help
          /he,                 %help
          /hi,                 %history
          /r,                  %restart
          """)
  void aCommandOfOursDoesIt(String text, String line) {
    assertThat(wish(text)).isEqualTo(new Wish.Evaluate(line));
  }

  @ParameterizedTest
  @CsvSource({"/exit,0", "/exit 0,0", "/exit 3,3", "/ex 4,4", "/exit 255,255"})
  void exitLeaves(String text, int code) {
    assertThat(wish(text)).isEqualTo(new Wish.Leave(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/exit -1", "/exit now", "/exit 1000", "/exit 1 2"})
  void exitTakesACodeAndNothingElse(String text) {
    assertThat(shown(text)).contains("a number from 0 to 255", text.substring(6));
  }

  @Test
  void varsShowsTypesAndValues() {
    assertThat(shown("/vars")).contains("int seven = 7").isEqualTo(shown("/v"));
  }

  @Test
  void withoutVariablesThereIsNone() {
    try (var empty = new Shells()) {
      assertThat(Slashes.of("/vars", empty.shell))
          .isEqualTo(new Wish.Show("no variable of Java is declared"));
      assertThat(Slashes.of("/list", empty.shell))
          .isEqualTo(new Wish.Show("nothing of the kind was entered"));
      assertThat(Slashes.of("/!", empty.shell))
          .isEqualTo(new Wish.Show("nothing was entered there: /history has 0 lines"));
      assertThat(Slashes.of("/edit", empty.shell)).isEqualTo(new Wish.Edit(""));
    }
  }

  @Test
  void listShowsWhatWasEnteredAndNeitherErrorsNorWhatItBeganWith() {
    assertThat(shown("/list"))
        .contains("import java.awt.Point", "var seven = 7", "record Pair", "twice(seven)")
        .doesNotContain("int bad", "module java.base")
        .isEqualTo(shown("/l"));
  }

  @Test
  void listShowsOneByItsNameOrNumber() {
    var lines = shown("/list seven").lines().toList();
    assertThat(lines).singleElement().asString().endsWith(" : var seven = 7;");
    assertThat(shown("/list " + lines.getFirst().strip().split(" ", 2)[0]))
        .isEqualTo(shown("/list seven"));
    assertThat(shown("/list nobody")).isEqualTo("nothing of the kind was entered");
  }

  @Test
  void theLinesOfOneStandBelowEachOther() {
    assertThat(shown("/methods"))
        .endsWith(" : int twice(int n) {\n         return 2 * n;\n       }")
        .isEqualTo(shown("/m"));
  }

  @Test
  void importsAndTypesShowOnlyThese() {
    assertThat(shown("/imports")).endsWith(" : import java.awt.Point;").isEqualTo(shown("/i"));
    assertThat(shown("/types")).endsWith(" : record Pair(int a, int b) {}").isEqualTo(shown("/t"));
    assertThat(shown("/types").lines()).hasSize(1);
  }

  @Test
  void whatWasEnteredIsEvaluatedAgain() {
    assertThat(wish("/!")).isEqualTo(new Wish.Evaluate("twice(seven)")).isEqualTo(wish("/-1"));
    assertThat(wish("/1")).isEqualTo(new Wish.Evaluate("import java.awt.Point"));
    assertThat(wish("/-5")).isEqualTo(new Wish.Evaluate("var seven = 7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/0", "/7", "/-7", "/-0", "/999"})
  void whereNothingWasEnteredNothingIs(String text) {
    assertThat(shown(text)).isEqualTo("nothing was entered there: /history has 6 lines");
  }

  @Test
  void editTakesTheLastLineOrWhatIsCalledSo() {
    assertThat(wish("/edit")).isEqualTo(new Wish.Edit("twice(seven)")).isEqualTo(wish("/e"));
    assertThat(wish("/edit twice"))
        .isEqualTo(new Wish.Edit("int twice(int n) {\n  return 2 * n;\n}"));
    assertThat(shown("/edit nobody")).contains("nothing is called nobody", "/list", "%steps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/products", "/nothing", "/varss", "/x"})
  void anUnknownOneSaysWhatThereIs(String text) {
    assertThat(shown(text))
        .startsWith("there is no command " + text)
        .contains("/vars", "/reset", "GET " + text, "%help");
  }

  @Test
  void namesAreCompletedFromTheirBeginning() {
    var all = Slashes.complete("/", 1).orElseThrow();
    assertThat(all.candidates())
        .extracting(Candidate::text)
        .contains("vars", "exit", "reset")
        .hasSize(13);
    var found = Slashes.complete(" /hi", 4).orElseThrow();
    assertThat(found.candidates()).containsExactly(new Candidate("history", "%history", "command"));
    assertThat(found.from()).isEqualTo(2);
    assertThat(found.to()).isEqualTo(4);
    assertThat(Slashes.complete("/none", 5).orElseThrow().candidates()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "vars", "/vars ", "/drop s", "GET /", "//"})
  void nothingElseIsCompleted(String text) {
    assertThat(Slashes.complete(text, text.length())).isEmpty();
  }

  @Test
  void everyNameThatIsCompletedIsKnown() {
    for (var candidate : Slashes.complete("/", 1).orElseThrow().candidates()) {
      var wish = wish("/" + candidate.text());
      assertThat(wish instanceof Wish.Show(var text) ? text : "")
          .doesNotStartWith("there is no command");
    }
  }
}
