package dev.squall.plan;

import static dev.squall.plan.Plans.problems;
import static dev.squall.plan.Plans.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.squall.load.ArrivalRate;
import dev.squall.load.Load;
import dev.squall.load.Users;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads and limits that a plan refuses. */
class PlanLimitsTest {
  private static final Request GET = Request.of("GET", "/a").named("get");
  private static final String STEP = "scenario shop, step get";

  private static Problem in(String path, String what, String hint) {
    return new Problem(Position.in(path), what, hint);
  }

  static List<Arguments> loads() {
    var time = Duration.ofSeconds(1);
    return List.of(
        Arguments.of(
            new Users(0).during(time), "a load needs at least one user, not 0", "users(20)"),
        Arguments.of(
            new Users(-1).iterations(1), "a load needs at least one user, not -1", "users(20)"),
        Arguments.of(
            new ArrivalRate(1).during(time).maxUsers(0),
            "a load needs at least one user, not 0",
            "users(20)"),
        Arguments.of(
            new Users(1).during(Duration.ZERO),
            "a load cannot last 0s",
            "during(seconds(10)), at most a year"),
        Arguments.of(
            new Users(1).during(Duration.ofHours(8761)),
            "a load cannot last 8761h",
            "during(seconds(10)), at most a year"),
        Arguments.of(
            new ArrivalRate(1).during(Duration.ofSeconds(-1)),
            "a load cannot last -1s",
            "during(seconds(10)), at most a year"),
        Arguments.of(
            new ArrivalRate(0).during(time),
            "a rate of 0.0 per second cannot be kept",
            "perSecond(50)"),
        Arguments.of(
            new ArrivalRate(Double.NaN).during(time),
            "a rate of NaN per second cannot be kept",
            "perSecond(50)"),
        Arguments.of(
            new ArrivalRate(1.1e9).during(time),
            "a rate of 1.1E9 per second cannot be kept",
            "perSecond(50)"),
        Arguments.of(
            new Users(1).iterations(0), "0 iterations do nothing", "users(5).iterations(100)"));
  }

  @ParameterizedTest
  @MethodSource("loads")
  void aLoadDoesSomething(Load load, String what, String hint) {
    var exception =
        catchThrowableOfType(
            ProblemException.class, () -> Plan.of(scenario(GET), load, Options.DEFAULT));
    assertThat(exception.problems()).containsExactly(in("load", what, hint));
  }

  @Test
  void theSmallestAndLargestLoadsAreFine() {
    var year = Duration.ofDays(365);
    for (Load load :
        List.of(
            new Users(1).during(Duration.ofNanos(1)),
            new Users(1).during(year),
            new ArrivalRate(1e9).during(year).maxUsers(1),
            new ArrivalRate(Double.MIN_VALUE).during(year),
            new Users(1).iterations(1))) {
      assertThat(Plan.of(scenario(GET), load, Options.DEFAULT).load()).isEqualTo(load);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void aLimitLetsSomethingThrough(long seconds) {
    var limit = Duration.ofSeconds(seconds);
    var text = seconds + "s lets nothing through";
    assertThat(problems(GET.timeout(limit)))
        .containsExactly(in(STEP, "a time-out of " + text, "timeout(seconds(30)), at most a year"));
    assertThat(
            problems(scenario(GET), options -> options.limits(limits -> limits.withTimeout(limit))))
        .containsExactly(
            in("options", "a time-out of " + text, "timeout(seconds(30)), at most a year"));
    assertThat(
            problems(
                scenario(GET),
                options -> options.limits(limits -> limits.withConnectTimeout(limit))))
        .containsExactly(
            in(
                "options",
                "a connect time-out of " + text,
                "connectTimeout(seconds(30)), at most a year"));
  }

  @Test
  void anIdleTimeOutMayBeZeroButNotLess() {
    assertThat(
            problems(
                scenario(GET),
                options -> options.limits(limits -> limits.withIdleTimeout(Duration.ZERO))))
        .isEmpty();
    assertThat(
            problems(
                scenario(GET),
                options ->
                    options.limits(limits -> limits.withIdleTimeout(Duration.ofSeconds(-1)))))
        .extracting(Problem::what)
        .containsExactly("an idle time-out of -1s lets nothing through");
    assertThat(problems(scenario(GET), options -> options.withGrace(Duration.ofSeconds(-1))))
        .containsExactly(
            in("options", "a grace of -1s cannot be kept", "grace(seconds(5)), at most a year"));
    assertThat(problems(scenario(GET), options -> options.withGrace(Duration.ZERO))).isEmpty();
  }

  @Test
  void timesBeyondWhatNanosecondsHoldAreProblemsAndNoAccident() {
    var eternity = Duration.ofSeconds(Long.MAX_VALUE);
    assertThat(
            problems(
                scenario(GET.timeout(eternity), new Step.Pause(eternity, eternity)),
                options ->
                    options
                        .limits(limits ->
                            limits
                                .withTimeout(eternity)
                                .withConnectTimeout(eternity)
                                .withIdleTimeout(eternity))
                        .withGrace(eternity)))
        .hasSize(6);
  }
}
