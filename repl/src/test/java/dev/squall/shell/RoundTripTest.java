package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shown, changed, saved and taken back is the same, and no secret stands in it. */
class RoundTripTest {
  private static final Shells SHELL = new Shells();
  private static final String LOGIN =
      "POST /auth/login email=test@example.com password=password123";

  @BeforeAll
  static void open() {
    SHELL.ok("%shop start");
  }

  @AfterAll
  static void close() {
    SHELL.close();
  }

  @Test
  void aStepThatIsShownCanBeChangedAndKeepsItsSecret() {
    SHELL.ok(LOGIN);
    SHELL.ok("%keep \"sign in\"");
    var shown = SHELL.ok("%edit sign in");
    assertThat(shown).contains("request", "/auth/login").doesNotContain("password123");

    SHELL.ok(shown.replaceFirst("\\}$", "  assert status == 200\n}"));

    assertThat(SHELL.ok("%steps")).contains("sign in", "✓ status is 200");
    assertThat(SHELL.ok("debug(draft()).next()")).contains("200");
  }

  @Test
  void whatIsWrongInAChangedStepIsFoundWhereItWasWritten() {
    SHELL.ok("GET /products limit==2");
    SHELL.ok("%keep list");

    assertThat(SHELL.say("%%edit list\nrequest list {\n  curl /products\n  asert status == 200\n}"))
        .contains("step:3:3");
  }

  @Test
  void aStepInThePlaceOfAnotherIsSaid() {
    SHELL.ok("GET /products limit==2");
    SHELL.ok("%keep same");
    SHELL.ok("GET /products limit==3");

    assertThat(SHELL.ok("%keep same")).endsWith(", in place of GET /products");
  }

  @Test
  void aLoadedDraftStandsOnWhatTheProbesStandOn() throws IOException {
    try (var shell = new Shells()) {
      Files.writeString(
          shell.folder.resolve("it.httpx"),
          "request h { curl /health }\nscenario s {\n  base = \"http://localhost:1\"\n  run h\n}\n");
      shell.ok("%shop start");
      var shop = shell.shell.session().base().orElseThrow();

      shell.ok("%load it.httpx");

      assertThat(shell.shell.session().base()).contains("http://localhost:1");
      assertThat(shell.front.notes).anyMatch(note -> note.contains("%base " + shop));
      shell.ok("%base " + shop);
      assertThat(shell.shell.session().scenario().base()).contains(shop);
      assertThat(shell.ok("%burst 1 iteration by 1 user")).contains("ok 1");
    }
  }

  @Test
  void aSavedSessionIsPerformedCellByCell() throws IOException {
    try (var first = new Shells();
        var second = new Shells()) {
      first.ok("int twice(int a) {\n  return 2 * a;\n}");
      first.ok("%%time\n1 + 1");
      first.ok("var four = twice(2)");
      first.ok("%save it.jsh");
      var text = Files.readString(first.folder.resolve("it.jsh")).replace("%save it.jsh", "");
      Files.writeString(second.folder.resolve("it.jsh"), text);
      second.ok("%load it.jsh");

      assertThat(second.ok("four")).isEqualTo("4");
    }
  }

  @Test
  void whatFailedIsAComment() throws IOException {
    try (var first = new Shells()) {
      first.say("%nothing");
      first.say("int = 3;\nvar x = 1;");
      first.ok("var y = 2");
      first.ok("%save it.jsh");

      assertThat(Files.readString(first.folder.resolve("it.jsh")))
          .isEqualTo(
              """
              // %nothing
              // %%
              // int = 3;
              // var x = 1;
              // %%
              var y = 2
              // %save it.jsh
              """);
    }
  }

  @Test
  void aSessionThatIsLoadedAndSavedAgainLosesNothing() throws IOException {
    try (var second = new Shells()) {
      var file = second.folder.resolve("it.jsh");
      Files.writeString(file, "var three = 3\n%save it.jsh\n");
      second.ok("%load it.jsh");
      assertThat(Files.readString(file)).startsWith("var three = 3\n");
      second.ok("var four = 4");
      second.ok("%save it.jsh");

      assertThat(Files.readString(file)).contains("var three = 3\n", "var four = 4\n");
      assertThat(second.ok("%history")).contains("var three = 3");
    }
  }

  @Test
  void aFileThatLoadsItselfEnds() throws IOException {
    Files.writeString(SHELL.folder.resolve("loop.jsh"), "%load loop.jsh\n");

    assertThat(SHELL.say("%load loop.jsh")).contains("loop.jsh is being performed already");
  }

  @Test
  void aSecretOfAnAnswerIsHiddenWhereverItIsShown() {
    SHELL.ok(LOGIN);
    var token = SHELL.shell.session().lastProbe().response().json("$.token").toString();

    assertThat(token).startsWith("eyJ");
    assertThat(
            SHELL.ok("%json $.token")
                + SHELL.ok("%json $..token")
                + SHELL.ok("%json $")
                + SHELL.ok("cookies()")
                + SHELL.ok("last().headers()"))
        .contains("session=…", "Test User")
        .doesNotContain(token);
  }

  @Test
  void jsonIsShownAsJson() {
    SHELL.ok("GET /products limit==2");

    assertThat(SHELL.ok("%json $.products[*].id")).isEqualTo("[\"prod-1\", \"prod-2\"]");
  }

  @Test
  void whatAHeaderAnnouncesIsTheBody() {
    var answer = SHELL.ok("POST /anything\nContent-Type: text/plain\n\nhello body\nsecond line");

    assertThat(answer).contains("hello body\\nsecond line");
  }

  @Test
  void aProbeOfAnUnknownVariableSaysHowToGiveItAValue() {
    assertThat(SHELL.say("GET /products/${nobody}"))
        .contains("the variable nobody has no value", "%set nobody VALUE");
  }

  @Test
  void otherToolsCommandsAndHalfProbesAreKnown() {
    assertThat(SHELL.say("/vars")).contains("commands begin with %");
    assertThat(SHELL.say("get /products")).contains("GET /products");
  }

  @Test
  void aVariableOfAnUnknownTypeBreaksNoCommand() {
    SHELL.ok("Unheard thing;");

    assertThat(SHELL.say("%debug unheard")).contains("there is nothing to run");
  }
}
