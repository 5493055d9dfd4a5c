package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.problem.ProblemException;
import dev.squall.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  private static final String TEXT =
      """
      var base = "http://localhost:1"
      data users = csv("users.csv", shuffled(7), delimiter ";")
      data city = [Pune, Wien]
      request a { curl ${base}/${city}?q=${extra} }
      scenario s { run a }
      """;

  private static Script script(Map<String, String> variables, Map<String, String> data) {
    return Httpx.script("shop.httpx", TEXT, new Overrides(variables, data));
  }

  private static Scenario scenario(Script script) {
    return (Scenario) script.entries().getFirst().workload();
  }

  @ParameterizedTest
  @CsvSource({
    "users, other.csv, csv(\"other.csv\").delimiter(';').shuffled(7)",
    "users, other.JSON, json(\"other.JSON\").shuffled(7)",
    "city, c.jsonl, jsonLines(\"c.jsonl\")",
  })
  void aFileStandsInAndTheOrderStays(String name, String file, String feed) {
    assertThat(scenario(script(Map.of("extra", "1"), Map.of(name, file))).feeds())
        .anySatisfy(rows -> assertThat(rows).hasToString(feed));
  }

  @ParameterizedTest
  @CsvSource({
    "user, other.csv, did you mean users?",
    "users, other.txt, '.csv, .json or .jsonl'",
    "users, other, '.csv, .json or .jsonl'",
  })
  void whatCannotStandInIsAProblem(String name, String file, String hint) {
    assertThatThrownBy(() -> script(Map.of("extra", "1"), Map.of(name, file)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the data " + name)
        .hasMessageContaining(hint);
  }

  @Test
  void aVariableThatNothingUsesIsWarnedOf() {
    assertThat(script(Map.of("extra", "1", "base", "http://localhost:2"), Map.of()).warnings())
        .isEmpty();
    assertThat(script(Map.of("extra", "1", "bas", "x"), Map.of()).warnings())
        .singleElement()
        .hasToString("the variable bas: nothing in shop.httpx uses it\n    did you mean base?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 < 300ms | p95 below 300 ms",
        "p99 of checkout <= 1s, errors < 1% | p99 of checkout at most 1 s, error rate below 1 %",
        "rps > 50 | request rate above 50/s",
      })
  void goalsAreReadAsBetweenTheBracesOfExpect(String text, String goals) {
    assertThat(Httpx.goals("--expect", text).toString()).isEqualTo("[" + goals + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | --expect:1:1: there is no goal in it",
        "p95 | --expect:1:4: expected a comparison",
        "errors < 1 | --expect:1:10: all requests may fail then",
        "p95 < 1s; errors < 2 | --expect:1:9",
        "p95 < 1s, p97 < 2s | --expect:1:11: there is no goal for `p97`",
      })
  void whatIsNoGoalIsToldWithItsPlaceAndOnce(String text, String problem) {
    assertThatThrownBy(() -> Httpx.goals("--expect", text))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problems()).hasSize(1))
        .hasMessageContaining(problem);
  }
}
