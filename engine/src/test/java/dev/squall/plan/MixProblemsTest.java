package dev.squall.plan;

import static dev.squall.Squall.*;
import static dev.squall.plan.Plans.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.load.Load;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with mixes and with how scenarios fit their loads. */
class MixProblemsTest {
  private static final String SHOP = "scenario shop";
  private static final Request GET = get("/a").named("get");
  private static final String NAMED = "give it one that a table can show";

  private static Problem in(String path, String what, String hint) {
    return new Problem(Position.in(path), what, hint);
  }

  private static List<Problem> problemsOf(Workload workload, Load load) {
    var exception =
        catchThrowableOfType(
            ProblemException.class,
            () -> Plan.of(workload, load, Options.of(at("http://localhost:8089"))));
    return exception == null ? List.of() : exception.problems();
  }

  private static List<Problem> problemsOf(Workload workload) {
    return problemsOf(workload, users(1).iterations(1));
  }

  @Test
  void aCycleLetsSomethingThroughAndIsNoCycleOfArrivals() {
    var paced = Plans.scenario(GET).pacing(seconds(1));

    assertThat(problemsOf(paced, users(1).during(seconds(1)))).isEmpty();
    assertThat(problemsOf(paced, perSecond(5).during(seconds(1))))
        .containsExactly(
            in(
                SHOP,
                "pacing is for users that go round, and this load has arrivals: "
                    + perSecond(5).during(seconds(1)),
                "take .pacing(…) away; the arrivals have their rate"));
    assertThat(problems(paced.pacing(seconds(0))))
        .containsExactly(
            in(SHOP, "a pacing of 0s lets nothing through", "pacing(seconds(30)), at most a year"));
    assertThat(problems(paced.pacing(Duration.ofDays(366))))
        .extracting(Problem::hint)
        .containsExactly("pacing(seconds(30)), at most a year");
  }

  private static Scenario scenarioNamed(String name) {
    return scenario(name, GET);
  }

  static Stream<Mix> wrongShares() {
    return Stream.of(
        mix("day"),
        mix("day", share(0, scenarioNamed("a"))),
        mix("day", share(1, scenarioNamed("a")), share(-1, scenarioNamed("b"))),
        mix("day", share(Double.NaN, scenarioNamed("a"))),
        mix("day", share(Double.POSITIVE_INFINITY, scenarioNamed("a"))));
  }

  @ParameterizedTest
  @MethodSource("wrongShares")
  void aMixNeedsWeights(Mix mix) {
    assertThat(problemsOf(mix))
        .containsExactly(
            in(
                "mix day",
                "a mix needs scenarios with weights above zero",
                "mix(\"day\", share(70, browse), share(30, buy))"));
  }

  @Test
  void theNamesOfAMixTellItsScenariosApart() {
    var hint = "results are told apart by names: scenario(\"another name\", …)";

    assertThat(
            problemsOf(
                mix(
                    "day",
                    share(1, scenarioNamed("a")),
                    share(1, scenarioNamed("a")),
                    share(1, scenarioNamed("day")))))
        .containsExactly(
            in("mix day", "two of it are called a", hint),
            in("mix day", "two of it are called day", hint));
    assertThat(problemsOf(mix(" ", share(1, scenarioNamed("a")))))
        .containsExactly(in("mix  ", "a mix has no name", NAMED));
    assertThat(problemsOf(mix("day", share(1, scenarioNamed("")))))
        .containsExactly(in("scenario ", "a scenario has no name", NAMED));
  }

  @Test
  void aMixKnowsItsOwnVariablesAndNoScenarios() {
    var login = post("/login").extract("token", jsonPath("$.t"));
    var use = get("/${token}").named("use");

    assertThat(problemsOf(mix("day", share(1, scenario("a", use))).setup(login).teardown(use)))
        .isEmpty();
    assertThat(problemsOf(mix("day", share(1, scenario("a", GET).setup(login))).teardown(use)))
        .containsExactly(
            new Problem(
                Position.at("mix day, teardown, step use, path", "/${token}", 1),
                "no step extracts a variable token",
                "extract it in an earlier step, or write $${token} for the text itself"));
    assertThat(
            problemsOf(
                mix("day", share(1, scenario("a", GET, login)), share(1, scenario("b", use)))))
        .extracting(Problem::position, Problem::what)
        .containsExactly(
            tuple(
                Position.at("scenario b, step use, path", "/${token}", 1),
                "no step extracts a variable token"));
  }

  @Test
  void everythingIsToldAtOnce() {
    var told =
        problemsOf(
            mix(
                    "",
                    share(0, scenario("a", GET, leave(7), choose()).pacing(seconds(1))),
                    share(1, scenario("a", repeat(0, group("", GET)))))
                .setup(parallel()),
            perSecond(0).during(seconds(1)));

    assertThat(told)
        .extracting(Problem::what)
        .containsExactlyInAnyOrder(
            "a rate of 0.0 per second cannot be kept",
            "a mix has no name",
            "parallel has nothing to do",
            "a mix needs scenarios with weights above zero",
            "two of it are called a",
            "nobody leaves with a probability of 7.0",
            "a choice needs ways with weights above zero",
            "pacing is for users that go round, and this load has arrivals: "
                + perSecond(0).during(seconds(1)),
            "repeat 0 never happens",
            "a group has no name");
  }
}
