package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.squall.problem.Problem;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Given;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Template;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario says for itself, and a mix. */
class ScenarioWordsTest {
  private static final String REQUESTS =
      """
      request a { curl http://h/a?b=${who} }
      """;

  private static Script script(String text, Map<String, String> variables) {
    return Httpx.script("t.httpx", REQUESTS + text, variables);
  }

  private static Scenario scenario(String text) {
    return (Scenario) script(text, Map.of()).entry("s").orElseThrow().workload();
  }

  private static Given given(String name, String value) {
    return new Given(name, new Template(value));
  }

  @Test
  void aVariableOfItsOwnCountsBeforeTheFilesAndOneThatIsGivenBeforeBoth() {
    var text =
        """
        var who = file
        scenario s {
          var who = own
          var more = 1
          run a
        }
        mix m {
          var who = mix
          100% s
        }
        """;

    assertThat(scenario(text).variables()).containsExactly(given("who", "own"), given("more", "1"));
    var mix = (Mix) script(text, Map.of()).entry("m").orElseThrow().workload();
    assertThat(mix.variables()).containsExactly(given("who", "mix"));
    assertThat(mix.shares().getFirst().scenario()).isEqualTo(scenario(text));

    var other = script(text, Map.of("who", "asked for"));
    assertThat(((Scenario) other.entry("s").orElseThrow().workload()).variables())
        .containsExactly(given("who", "asked for"), given("more", "1"));
    assertThat(other.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data = none              | who, none | none",
        "data = none, data = who  | who, none | none who",
        "data = none              | who       | ''",
        "                         | who       | who",
      })
  void noneIsNoDataUnlessSomeIsCalledSo(@Nullable String setting, String data, String columns) {
    var lists = data.replace(",", " = [x]\ndata") + " = [x]";
    var text = "data " + lists + "\nscenario s { " + (setting == null ? "" : setting) + "\nrun a }";

    assertThat(
            scenario(text).feeds().stream()
                .map(feed -> ((Feed.Source.Values) feed.source()).column())
                .collect(Collectors.joining(" ")))
        .isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scenario s { choose { 70 { run a } 30% { run a } } } | shares in percent beside others",
        "scenario s { run a } mix m { 100% s, 1 t }           | shares in percent beside others",
        "scenario s { run a } mix m { 90% s }                 | the shares come to 90%",
        "scenario s { header A B }                            | expected `=` instead of `B`",
        "scenario s { var a = 1                               | the block is not closed",
      })
  void whatCannotBeReadIsToldOnce(String text, String what) {
    assertThat(Texted.problems(text.replace("} mix", "}\nmix")).stream().map(Problem::what))
        .containsExactly(what);
  }

  @Test
  void parenthesesAreNestedSoDeepAndNoDeeper() {
    var condition = "(".repeat(101) + "${VU} == 1" + ")".repeat(101);

    assertThat(Texted.problems("scenario s { if " + condition + " { run a } }"))
        .extracting(Problem::what)
        .containsExactly("a condition is nested too deep");
    assertThat(Texted.problems("scenario s { if " + condition.substring(1, 211) + " { run a } }"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'grace = 1s, load 5 vus for 1m', 1",
    "'grace = 1s, load { vus = 5, duration = 1m, grace = 2s }', 2",
    "'grace = 3s', 3",
  })
  void theGraceIsTheLoadsElseTheScenarios(String inside, int seconds) {
    var entry = script("scenario s {\n" + inside + "\nrun a\n}", Map.of()).entry("s").orElseThrow();

    assertThat(entry.settings().grace()).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void aGoalSpeaksOfARowAndNotOfARequest() {
    var text =
        """
        request b {
          name = "both"
          curl http://h/b
        }
        scenario s {
          run a -> b
          expect { p95 of both < 1s }
        }
        """;

    assertThat(script(text, Map.of()).entry("s").orElseThrow().goals()).hasSize(1);
    assertThat(Texted.problems(text)).isEmpty();
    assertThat(catchThrowable(() -> script(text.replace("of both", "of bot"), Map.of())))
        .hasMessageContaining("no request is called bot")
        .hasMessageContaining("did you mean both?");
  }
}
