package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.squall.httpx.Script.Entry;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Load;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Check;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts mean, without running them. */
class ScriptTest {
  private static Script script(String text) {
    return Httpx.script("t.httpx", text, Map.of());
  }

  private static String problems(String text) {
    var exception = catchThrowableOfType(ProblemException.class, () -> script(text));
    assertThat(exception).as("of %s", text).isNotNull();
    return exception.problems().stream()
        .map(problem -> problem.position() + ": " + problem.what() + " | " + problem.hint())
        .collect(Collectors.joining("\n"));
  }

  private static Entry only(String text) {
    var script = script(text);
    assertThat(script.entries()).hasSize(1);
    return script.entries().getFirst();
  }

  private static Scenario scenario(String text) {
    return (Scenario) only(text).workload();
  }

  /** With requests a, b and c. */
  private static List<Step> steps(String inside) {
    return scenario(
            """
            request a { curl http://h/a }
            request b { curl http://h/b }
            request c { curl http://h/c }
            scenario s {
              %s
            }
            """
                .formatted(inside))
        .steps();
  }

  private static String shown(List<Step> steps) {
    return steps.stream().map(ScriptTest::shown).collect(Collectors.joining(" "));
  }

  private static String shown(Step step) {
    return switch (step) {
      case Request request -> request.name();
      case Step.Pause(var time) -> time.toString();
      case Step.Group(var name, var inner) -> name + "(" + shown(inner) + ")";
      case Step.Repeat(var times, var inner) -> times + "*(" + shown(inner) + ")";
      case Step.ForEach(var item, var list, var inner) ->
          item + " in " + list + "(" + shown(inner) + ")";
      case Step.When(var premise, var inner, var otherwise) ->
          premise + " ? (" + shown(inner) + ") : (" + shown(otherwise) + ")";
      case Step.Choose(var ways) ->
          ways.stream()
              .map(way -> way.weight() + "(" + shown(way.steps()) + ")")
              .collect(Collectors.joining(" | "));
      case Step.Parallel(var branches) ->
          branches.stream().map(ScriptTest::shown).collect(Collectors.joining(" & "));
      case Step.Optionally(var inner) -> "optional(" + shown(inner) + ")";
      case Step.Leave(var probability) -> "leave " + probability;
      case Step.Code _ -> "code";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run a -> b -> c | a b c",
        "run a optional -> b | optional(a) b",
        "run a { run b } -> c | a b c",
        "run a optional { run b } -> c | optional(a b) c",
        "run a -> parallel(b, c) | a b & c",
        "parallel { run a , run b -> c } | a & branch(b c)",
        "repeat 3 { run a -> b } | 3*(a b)",
        "group g { run a } | g(a)",
        "run a , leave 30% , run b | a leave 0.3 b",
        "run a , think 2s , run b | a 2s b",
      })
  void stepsAreDoneInTheirOrder(String text, String expected) {
    assertThat(shown(steps(text.replace(" , ", "\n")))).isEqualTo(expected.strip());
  }

  @Test
  void aChoiceHasItsWeights() {
    assertThat(shown(steps("choose {\n70% { run a }\n30% { run b }\n}")))
        .isEqualTo("70.0(a) | 30.0(b)");
  }

  @Test
  void conditionsBindAndBeforeOr() {
    assertThat(
            shown(
                steps(
                    """
                    if ${x} == "1" and ${y} exists or ${z} > 3 { run a } else if ${x} != "2" { run b } else { run c }
                    """)))
        .contains("? (a) : (")
        .contains("? (b) : (c)");
  }

  @Test
  void aThinkTimeFollowsEachRequestThatHasNoneOfItsOwn() {
    var scenario =
        scenario(
            """
            request a { curl http://h/a }
            request b {
              curl http://h/b
              think 5s
            }
            scenario s {
              think_time = 1s
              run a -> b
            }
            """);

    assertThat(shown(scenario.steps())).isEqualTo("a 1s b 5s");
  }

  @Test
  void aListBehindARequestIsALoopWhereItsItemIsMeant() {
    var text =
        """
        request list {
          curl http://h/posts
          extract posts = $[*]
        }
        request detail { curl http://h/posts/%s }
        scenario s { run list { run detail } }
        """;

    assertThat(shown(scenario(text.formatted("${post.id}")).steps()))
        .isEqualTo("list post in posts(detail)");
    assertThat(shown(scenario(text.formatted("1")).steps())).isEqualTo("list detail");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status == 200 | status is 200",
        "status = 200 | status is 200",
        "status in [200, 201] | status in 200, 201",
        "status between 200 and 299 | status between 200 and 299",
        "latency < 500 | elapsed below 500 ms",
        "latency <= 1.5s | elapsed at most 1500 ms",
        "body contains \"ok\" | body contains ok",
        "body.user.id != 7 | jsonPath $.user.id is not 7",
        "body.items.length >= 1 | jsonPath $.items.length() at least 1",
        "$.a[0] exists | jsonPath $.a[0] exists",
        "header.content-type contains json | header content-type contains json",
        "cookie.sid exists | cookie sid exists",
        "regex:\"id=(\\d+)\" == 7 | regex id=(\\d+) is 7",
      })
  void assertionsAreChecks(String text, String expected) {
    var request =
        (Request)
            scenario("request a {\ncurl http://h/a\nassert " + text + "\n}\nscenario s { run a }")
                .steps()
                .getFirst();

    assertThat(request.checks()).extracting(Check::toString).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load 10 vus for 1m | 10 users for 1m",
        "load 100 rps for 30s | 100/s for 30s",
        "load 100 iterations with 10 vus | 100 iterations by 10 users",
        "load 100 iterations with 10 vus shared | 100 iterations shared by 10 users",
        "load: vus=10, duration=5m | 10 users for 5m",
        "load { iterations = 7 } | 7 iterations by 1 user",
        "load { vus = 10, duration = 1m, ramp_up = 10s } | 0 to 10 users in 10s, then 10 users for"
            + " 1m",
        "load { rps = 5, duration = 1m, arrivals = poisson, max_vus = 3, queue = 2 } | 5/s for 1m,"
            + " Poisson, at most 3 users, at most 2 waiting",
        "load { stage { duration = 1m, vus = 10 }, stage { duration = 2m, vus = 10 } } | 0 to 10"
            + " users in 1m, then 10 users for 2m",
      })
  void loads(String text, String expected) {
    assertThat(load(text)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 vus for 1m | 10 users for 1m",
        "vus=10, duration=5m, ramp_up=10s | 0 to 10 users in 10s, then 10 users for 5m",
        "{ stage { from = 2, vus = 2, duration = 1m } } | 2 users for 1m",
      })
  void aLoadIsReadAlone(String text, String expected) {
    assertThat(Httpx.load("load", text).load()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 vus | load:1:7: expected `for`",
        "10 vus for 1m twice | load:1:15: `twice` is left over",
        "{ vus = 10 | load:1:1: the block is not closed",
        "vus = 10 | load:1:1: a load that does not say how long",
        "vus=1, vus=2, duration=1m | load:1:8: a second `vus`",
        "'' | load:1:1: expected how much",
      })
  void aLoadAloneSaysWhatIsWrongWithIt(String text, String problem) {
    assertThatThrownBy(() -> Httpx.load("load", text))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith(problem);
  }

  private static Load load(String text) {
    return only("request a { curl http://h/a }\nscenario s {\n" + text + "\nrun a\n}")
        .load()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load { duration = 1m, wave { min = 1, max = 9, period = 10s } }",
        "load { duration = 1h, daily { min = 1, mid = 5, max = 9, cycle = 10m } }",
        "load { duration = 1m, spike { base = 1, peak = 9, at = 10s, for = 5s } }",
        "load { step { from = 1, by = 2, every = 10s }, until errors > 1% or p95 > 300ms }",
      })
  void shapesAreArrivals(String text) {
    assertThat(load(text).toString()).contains("/s").doesNotContain("user");
  }

  @Test
  void theDefaultIsTheFirstMixElseTheFirstScenario() {
    var text = "request a { curl http://h/a }\nscenario s { run a }\nscenario t { run a }\n";

    assertThat(script(text).first()).map(Entry::name).contains("s");
    assertThat(script(text + "mix m { 100% t }").first()).map(Entry::name).contains("m");
    assertThat(script(text).entry("t")).isPresent();
    assertThat(script("# nothing\n").first()).isEmpty();
  }

  @Test
  void requestsAloneAreAScenarioInTheirOrder() {
    assertThat(
            shown(scenario("request a { curl http://h/a }\nrequest b { curl http://h/b }").steps()))
        .isEqualTo("a b");
  }

  @Test
  void whatTheFileDoesOnceIsAroundEachAndOnceAroundAMix() {
    var script =
        script(
            """
            request a { curl http://h/a }
            request b { curl http://h/b }
            setup { run b }
            scenario s {
              setup { run a }
              run a
            }
            mix m {
              load 2 vus for 1s
              setup { run a }
              100% s
            }
            teardown { run b }
            """);

    var alone = (Scenario) script.entry("s").orElseThrow().workload();
    assertThat(shown(alone.setup())).isEqualTo("b a");
    assertThat(shown(alone.teardown())).isEqualTo("b");
    var mix = (Mix) script.entry("m").orElseThrow().workload();
    assertThat(shown(mix.setup())).isEqualTo("b a");
    assertThat(shown(mix.shares().getFirst().scenario().setup())).isEqualTo("a");
    assertThat(script.entry("m").orElseThrow().load().orElseThrow()).isInstanceOf(ClosedLoad.class);
  }

  @Test
  void settingsGoalsAndGraceAreTheRuns() {
    var entry =
        only(
            """
            request a { curl -k http://h/a }
            scenario s {
              load { vus = 1, duration = 1s, grace = 5s }
              cookies = shared
              connections = fresh
              seed = 7
              pacing = 2s
              run a
              expect { p95 < 300ms, errors < 1% }
            }
            """);

    assertThat(entry.settings().cookies()).contains(RunSettings.Cookies.SHARED);
    assertThat(entry.settings().connections()).contains(RunSettings.Connections.FRESH);
    assertThat(entry.settings().seed()).hasValue(7);
    assertThat(entry.settings().grace()).contains(Duration.ofSeconds(5));
    assertThat(entry.settings().curl().insecure()).isTrue();
    assertThat(((Scenario) entry.workload()).pacing()).contains(Duration.ofSeconds(2));
    assertThat(entry.goals()).hasSize(2);
  }

  @Test
  void theServerOfAVariableIsKnownBeforehand() {
    var text =
        """
        var host = localhost
        var base = "http://${host}:8089"
        request a { curl ${base}/a?x=${base} }
        request b { curl http://$host/b }
        scenario s { run a -> b }
        """;

    assertThat(((Request) scenario(text).steps().get(0)).target().text())
        .isEqualTo("http://localhost:8089/a?x=${base}");
    assertThat(((Request) scenario(text).steps().get(1)).target().text())
        .isEqualTo("http://localhost/b");
    var other = Httpx.script("t", text, Map.of("host", "h2")).first().orElseThrow();
    assertThat(((Request) ((Scenario) other.workload()).steps().get(0)).target().text())
        .startsWith("http://h2:8089/a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run d | t.httpx:3:7: no request is called d",
        "run aa | did you mean a?",
        "data = nothing , run a | no data is called nothing",
        "load { vus = 1 } , run a | a load that does not say how long",
        "load { duration = 1m } , run a | a load that does not say how much",
        "load { vus = 1, rps = 1, duration = 1m } , run a | vus and rps in one load",
        "load { vus = 1, queue = 3, duration = 1m } , run a | queue is for arrivals",
        "load { wave { min = 1, max = 2, period = 1s } } , run a | a wave without duration",
        "load { stage { vus = 1 } } , run a | a stage without a duration",
        "load { iterations = 5, rps = 3 } , run a | a number of iterations has no rps",
        "load { duration = 1m, stage { duration = 1m, rps = 9 } } , run a | a duration beside"
            + " shapes",
        "load { rps = 1, duration = 1m, wave { min = 1, max = 2, period = 1s } } , run a | rps"
            + " beside a shape",
        "load { stage { duration = 1m, rps = 9, queue = 3 } } , run a | a stage has no queue",
        "run a , expect { p95 of b < 1s } | no request is called b",
      })
  void whatCannotBeMeantIsAProblem(String inside, String expected) {
    var text =
        "request a { curl http://h/a }\nscenario s {\n  " + inside.replace(" , ", "\n  ") + "\n}";
    assertThat(problems(text)).contains(expected);
  }

  @Test
  void aSpikeLiesOnTheLoadsOwnLevel() {
    assertThat(load("load { rps = 5, duration = 1m, spike { peak = 9, at = 10s, for = 5s } }"))
        .hasToString("5/s for 1m, a spike of 9/s at 10s for 5s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"think_time = 1s", "pacing = 1s", "data = d"})
  void whatIsAnIterationsIsNoMixs(String setting) {
    assertThat(
            problems(
                "request a { curl http://h/a }\nscenario s { run a }\nmix m {\n100% s\n"
                    + setting
                    + "\n}"))
        .contains("t.httpx:5:1: a mix has no " + setting.substring(0, setting.indexOf(' ')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";;"})
  void aDelimiterIsOneCharacter(String delimiter) {
    assertThat(
            problems(
                "data d = csv(\"a.csv\", delimiter \""
                    + delimiter
                    + "\")\n"
                    + "request a { curl http://h/a }"))
        .contains("a delimiter is one character");
  }

  @Test
  void aBarIsPartOfACommandInABlockAndEndsItInALine() {
    assertThat(problems("request a { curl http://h/a | assert status == 500 }"))
        .contains("t.httpx:1:29: ");
    assertThat(
            ((Request) scenario("req a: curl http://h/a | assert status == 500").steps().get(0))
                .checks())
        .hasSize(1);
  }

  @Test
  void whatACommandLacksAndHasTooMuchIsToldOnceWhereItIs() {
    var text = "request a { curl http://h/a }\nrequest b { curl %s }\nscenario s { run a }";

    assertThat(problems(text.formatted("-k"))).startsWith("t.httpx:2:13: it has no URL");
    assertThat(problems(text.formatted("http://h/b | jq .")).lines())
        .singleElement()
        .asString()
        .startsWith("t.httpx:2:29: ");
  }

  @Test
  void allProblemsAreToldAtOnceAndOnce() {
    var text =
        """
        request a {
          curl http://h/a
          assert latency < soon
        }
        scenario s { run a -> d }
        mix m { 100% q }
        """;

    assertThat(problems(text).lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("t.httpx:3:") && line.contains("no number: soon"))
        .anyMatch(line -> line.startsWith("t.httpx:5:") && line.contains("no request is called d"))
        .anyMatch(
            line -> line.startsWith("t.httpx:6:") && line.contains("no scenario is called q"));
  }

  @Test
  void aWarningNamesWhatIsLeftOut() {
    var script = script("request a { curl --retry 3 http://h/a }\nscenario s { run a }");

    assertThat(script.warnings()).hasSize(1);
    assertThat(script.warnings().getFirst().toString()).contains("t.httpx:1:").contains("--retry");
  }
}
