package dev.squall.shell.command;

import static dev.squall.Squall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.LoopbackServer;
import dev.squall.shell.Shells;
import dev.squall.shell.session.RunList;
import dev.squall.stats.SavedResults;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One session, whose first run is that of a draft with a step that fails. */
class RunCommandsTest {
  private static final LoopbackServer SERVER = new LoopbackServer();
  private static final Shells SHELL = new Shells();

  @BeforeAll
  static void oneRun() {
    var session = SHELL.shell.session();
    SHELL.ok("%base " + SERVER.url());
    session.draft().keep(get("/products").named("browse"));
    session.draft().keep(get("/missing").named("miss"));
    assertThat(SHELL.ok("%burst 10 iterations by 2 users"))
        .startsWith("r1\n")
        .contains("10 iterations by 2 users", "browse", "miss");
    SHELL.ok(
        "var shop = scenario(\"shop\", get(\"/a\").named(\"a\")).at(\"" + SERVER.url() + "\")");
    SHELL.ok("%burst shop 4 iterations by 2 users");
  }

  @AfterAll
  static void close() {
    SHELL.close();
    SERVER.close();
  }

  @BeforeEach
  void forget() {
    SHELL.front.notes.clear();
    SHELL.front.shown.clear();
    SHELL.front.questions.clear();
    SHELL.front.answers.clear();
  }

  @Test
  void aBurstIsOfTheDraftOrOfWhatIsNamed() {
    assertThat(SHELL.ok("%burst draft 2 iterations")).contains("browse", "miss");
    assertThat(SHELL.ok("%run shop 3 iterations by 3 users"))
        .contains("3 iterations by 3 users")
        .doesNotContain("browse");
    assertThat(
            SHELL.ok(
                "burst(\"2 iterations\").totals().requests() * 10"
                    + " + burst(shop, \"3 iterations\").totals().requests()"))
        .isEqualTo("43");
  }

  @Test
  void aFileSaysItsLoadAndItsGoalsAreJudged() throws IOException {
    Files.writeString(
        SHELL.folder.resolve("shop.httpx"),
        """
        request a { curl %s/a }
        request b { curl /b }
        scenario first {
          load 6 iterations with 2 vus
          run a
          expect { errors < 1%%, p95 < 1ms, rps > 1 }
        }
        scenario second { run b }
        """
            .formatted(SERVER.url()));
    assertThat(SHELL.ok("%run shop.httpx"))
        .contains("6 iterations by 2 users", "  goals\n", "error rate below 1 %");
    assertThat(SHELL.ok("%run shop.httpx second 2 iterations")).contains("2 iterations");
    assertThat(SHELL.say("%run shop.httpx secand 2 iterations"))
        .contains("command:1:17", "no scenario of shop.httpx", "did you mean second?");
    assertThat(SHELL.say("%run shop.httpx second"))
        .contains("how much is missing", "20 users for 10s");
    assertThat(SHELL.say("%run none.httpx 2 users")).contains("there is no file none.httpx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%burst | how much is missing",
        "%burst shup 5 users | did you mean shop?",
        "%run 5 users | what is to be run?",
        "%burst 0 users for 1s | command:1:8",
        "%burst 5 users for 1s or so | command:1:23",
        "%runs now | command:1:7",
        "%runs bring | the number of a run is missing",
        "%runs bring x | x is no number",
        "%runs bring 999 | earlier",
        "%stop r99 | there is no run r99",
        "%stop all | no run is called all",
        "%table r99 | there is no run r99",
        "%table r1 error | did you mean errors?",
        "%table r1 steps errors | one table is enough",
        "%table r1 r2 | one run is enough",
        "%plot haet | did you mean heat?",
        "%plot r1 r2 heat | several runs are drawn as percentiles only",
        "%compare r1 | two runs are needed",
        "%compare r1 r2 r1 | two runs are compared",
        "%compare r1 x | no run is called x",
        "%why p42 | p42 is no percentile",
        "%why p99 for browse | expected of and a step",
        "%why p99 of | a step is missing",
        "%why p99 of brows r1 | did you mean browse?",
        "%errors now | no run is called now",
        "%expect | what is expected?",
        "%expect p95 < fast r1 | command:1:15",
        "%expect p95 of brows < 1s r1 | did you mean browse?",
        "%expect errors < 1% r99 | there is no run r99",
        "%longenough x | no run is called x",
        "%report r1 | a file is missing",
        "%report r1 shop.doc | no report ends so",
        "%report r1 nowhere/shop.html | there is no folder for it",
        "%allow --all | --all is no host",
        "%allow --no example.org | example.org was not allowed",
        "%time | what is to be timed?",
        "%time %hlep | did you mean %help?",
      })
  void whatIsWrongIsToldWithAHint(String line, String told) {
    var before = SERVER.requests();
    assertThat(SHELL.say(line)).contains(told);
    assertThat(SERVER.requests()).isEqualTo(before);
  }

  @Test
  void runsAreListed() {
    assertThat(SHELL.ok("%runs"))
        .contains("r1", "r2", "draft", "shop", "10 iterations by 2 users", "p95", "verdict");
    assertThat(SHELL.ok("runs()")).contains("r1", "draft");
    assertThat(SHELL.ok("runs(1).totals().requests()")).isEqualTo("20");
    assertThat(RunList.of(SHELL.shell.session().runs().all())).hasSizeGreaterThan(1);
  }

  @Test
  void runsOfEarlierSessionsAreBroughtBack() throws IOException {
    SHELL.ok("%report r1 one.json");
    var earlier = SHELL.folder.resolve("state/runs/20200101-000000-1-a");
    Files.createDirectories(earlier);
    Files.copy(SHELL.folder.resolve("one.json"), earlier.resolve("r1.json"));
    Files.writeString(earlier.resolve("r2.json"), "{}");
    assertThat(SHELL.ok("%runs earlier")).contains("draft", "10 iterations by 2 users");
    assertThat(SHELL.front.notes).singleElement().asString().contains("1 is left out", "r2.json");
    assertThat(SHELL.ok("%runs bring 2")).matches("r\\d+: draft: 20 requests .*");
    assertThat(SHELL.ok("%report bare.samples.csv")).contains("written");
    assertThat(SHELL.front.notes).hasSize(2).last().asString().startsWith("bare.samples.csv: ");
  }

  @Test
  void aRunInTheBackgroundIsStoppedByItsName() throws InterruptedException {
    var begun = SHELL.ok("%burst shop 1/s for 1h &");
    var name = begun.substring(0, begun.indexOf(' '));
    assertThat(begun).endsWith("%stop " + name + " ends it");
    assertThat(SHELL.ok("%runs")).contains("running");
    assertThat(SHELL.ok("%stop")).isEqualTo(name + " ends; its numbers are kept");
    long end = System.nanoTime() + 5_000_000_000L;
    while (SHELL.front.notes.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(SHELL.front.notes).singleElement().asString().startsWith(name + " ended: ");
    assertThat(SHELL.ok("%stop")).isEqualTo("nothing is under way");
    assertThat(SHELL.ok("%stop " + name)).isEqualTo(name + " was over");
  }

  @Test
  void tablesOfARun() {
    assertThat(SHELL.ok("%table r1")).contains("browse", "total");
    assertThat(SHELL.ok("%table errors r1")).contains("404", "miss");
    assertThat(SHELL.ok("%errors r1")).contains("404");
    assertThat(SHELL.ok("%errors r2")).isEqualTo("nothing failed");
  }

  @Test
  void chartsOfRuns() {
    assertThat(SHELL.ok("%plot r1")).contains("percentile");
    assertThat(SHELL.ok("%plot r1 r2")).contains("r1", "r2");
    assertThat(SHELL.ok("%plot steps r1")).contains("browse");
  }

  @Test
  void runsAreExplained() {
    assertThat(SHELL.ok("%compare r1 r2")).contains("p95");
    assertThat(SHELL.ok("%why p95 of browse r1")).contains("browse");
    assertThat(SHELL.ok("%longenough r1")).contains("p95");
    assertThat(SHELL.ok("%expect p95 < 10s, errors < 1% r1"))
        .contains("p95 below 10 s", "error rate below 1 %");
  }

  @Test
  void aRunIsWrittenInSeveralForms() {
    SHELL.ok("%expect errors < 1% r1");
    assertThat(SHELL.ok("%report r1 out.html out.json out.xml")).contains("r1 written to");
    assertThat(SHELL.folder.resolve("out.html")).content().contains("browse");
    assertThat(SHELL.folder.resolve("out.xml")).content().contains("error rate");
    var saved = SavedResults.load(SHELL.folder.resolve("out.json"));
    assertThat(saved.results().totals().requests()).isEqualTo(20);
    assertThat(saved.judgements().all()).hasSize(1);
    SHELL.ok("writeReport(runs(2), \"two.csv\")");
    assertThat(SHELL.folder.resolve("two.csv")).isNotEmptyFile();
  }

  @Test
  void anotherMachineIsAskedForBeforeAnythingIsSent() {
    SHELL.ok("var far = scenario(\"far\", get(\"/\")).at(\"http://192.0.2.1\")");
    assertThat(SHELL.say("%burst far 20 users for 1s"))
        .contains("nobody can be asked", "%allow 192.0.2.1", "allow(\"192.0.2.1\")");
    assertThat(SHELL.front.questions).hasSize(1);
    SHELL.front.answers.add("n");
    assertThat(SHELL.say("run(far, users(20).during(seconds(1)))"))
        .contains("it was not allowed, and nothing was sent");
    assertThat(SHELL.ok("%allow http://192.0.2.1:8080/")).contains("and 192.0.2.1");
    assertThat(SHELL.ok("%allow --no 192.0.2.1")).endsWith("no other host");
  }

  @Test
  void aLineIsTimed() {
    assertThat(SHELL.ok("%time 6 * 7")).matches("took [\\d. ]+ ms");
    assertThat(SHELL.front.shown).containsExactly("42");
    assertThat(SHELL.ok("%%time\nvar timed = 1;\n%base")).startsWith("took");
    assertThat(SHELL.ok("timed")).isEqualTo("1");
    assertThat(SHELL.say("%time 1 / 0")).startsWith("java.lang.ArithmeticException");
  }

  @Test
  void namesAreCompleted() {
    assertThat(candidates("table", "")).contains("r1", "errors", "timeline");
    assertThat(candidates("plot", "")).contains("r1", "heat");
    assertThat(candidates("burst", "")).contains("draft", "last", "shop");
    assertThat(candidates("why", "p99 of ")).isNotEmpty();
    assertThat(candidates("runs", "")).containsExactly("earlier", "bring");
    assertThat(candidates("expect", "")).contains("p95", "errors");
    assertThat(candidates("report", "r1 ")).contains("state/");
  }

  private static List<String> candidates(String command, String before) {
    var one = SHELL.shell.commands().find(command).orElseThrow();
    return one
        .completer()
        .candidates(SHELL.shell.session(), Arguments.of(before, 0, ""), "")
        .stream()
        .map(Candidate::text)
        .toList();
  }

  @Test
  void examplesWorkAsTheyStand() {
    SHELL.ok("%burst draft 2 iterations");
    SHELL.shell.commands().all().stream()
        .filter(command -> command.group() == Command.Group.RUN)
        .filter(command -> !List.of("burst", "run", "debug", "replay").contains(command.name()))
        .flatMap(command -> command.examples().stream())
        .forEach(SHELL::ok);
    SHELL.ok("%allow --no staging.example.com");
  }

  @Test
  void everyWordOfJavaThatIsNamedIsThere() {
    var words =
        SHELL.shell.commands().all().stream()
            .map(Command::java)
            .filter(java -> !java.isEmpty())
            .map(RunCommandsTest::statements)
            .collect(Collectors.joining("; "));
    SHELL.ok("if (false) { " + words + "; }");
  }

  /** Commas outside of brackets and quotes part one from the other. */
  private static String statements(String java) {
    var text = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < java.length(); i++) {
      char c = java.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      text.append(depth == 0 && c == ',' && !quoted ? ';' : c);
    }
    return text.toString();
  }

  @Test
  void helpFitsAScreenAndKnowsAll() {
    var help = SHELL.ok("%help");
    assertThat(help.lines().count()).isLessThan(24);
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    for (var command : SHELL.shell.commands().all()) {
      assertThat(command.examples()).as(command.name()).isNotEmpty();
      assertThat(SHELL.ok("%help " + command.name())).contains(command.synopsis());
    }
  }
}
