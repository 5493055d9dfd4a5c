package dev.squall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.goal.TimeOf;
import dev.squall.load.ArrivalRate;
import dev.squall.load.ClosedLoad;
import dev.squall.load.DailyTraffic;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.load.Profile;
import dev.squall.load.StepUp;
import dev.squall.load.Users;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LoadCheckTest {
  private static final String VANISHED =
      "compressed 1.0E12 times, a part of the load is shorter than a microsecond";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration ETERNITY = Duration.ofSeconds(Long.MAX_VALUE);
  private static final String TIME = "during(seconds(10)), at most a year";
  private static final String STAIRS =
      "stepUp(100, 50, seconds(30)).upTo(1000), or until(p95().isAbove(millis(300)))";

  private static OpenLoad open() {
    return new ArrivalRate(50).during(MINUTE);
  }

  private static ClosedLoad closed() {
    return new Users(20).during(MINUTE);
  }

  private static Goal slow(String step) {
    return new TimeOf(Metric.P95, Optional.of(step)).isAbove(MINUTE);
  }

  private static List<Problem> problems(Load load) {
    var problems = new ArrayList<Problem>();
    var check = new LoadCheck(load, problems::add);
    check.check();
    check.checkGoals(Set.of("checkout", "login"));
    return problems;
  }

  static List<Arguments> nonsense() {
    return List.of(
        Arguments.of(
            open().rampTo(-5, MINUTE), "a rate of -5.0 per second cannot be kept", "perSecond(50)"),
        Arguments.of(
            open().spike(-1, MINUTE.dividedBy(2), Duration.ofSeconds(1)),
            "a rate of -1.0 per second cannot be kept",
            "perSecond(50)"),
        Arguments.of(
            new ArrivalRate(0).during(MINUTE).hold(MINUTE),
            "a rate of 0.0 per second cannot be kept",
            "perSecond(50)"),
        Arguments.of(
            DailyTraffic.of(1, Double.NaN, 3).during(MINUTE),
            "a rate of NaN per second cannot be kept",
            "perSecond(50)"),
        Arguments.of(closed().rampTo(-5, MINUTE), "-5.0 users cannot be kept", "users(20)"),
        Arguments.of(
            new Users(1).during(MINUTE).rampTo(-5, MINUTE),
            "-5.0 users cannot be kept",
            "users(20)"),
        Arguments.of(closed().rampTo(1e10, MINUTE), "1.0E10 users cannot be kept", "users(20)"),
        Arguments.of(
            new Users(0).during(MINUTE), "a load needs at least one user, not 0", "users(20)"),
        Arguments.of(
            open().compressed(0), "a load cannot be compressed 0.0 times", "compressed(60)"),
        Arguments.of(
            closed().compressed(-2), "a load cannot be compressed -2.0 times", "compressed(60)"),
        Arguments.of(
            open().compressed(Double.POSITIVE_INFINITY),
            "a load cannot be compressed Infinity times",
            "compressed(60)"),
        Arguments.of(open().queue(-1), "a queue of -1 holds nobody", "queue(100), 0 for none"),
        Arguments.of(open().rampTo(5, Duration.ZERO), "a stage of a load cannot last 0s", TIME),
        Arguments.of(
            open().hold(ETERNITY), "a stage of a load cannot last 2562047788015215h30m7s", TIME),
        Arguments.of(open().hold(YEAR), "a load cannot last 8760h1m", TIME),
        Arguments.of(open().compressed(1e-6), "a load cannot last 16666h40m", TIME),
        Arguments.of(
            open().wave(90, Duration.ZERO, MINUTE).jumpTo(1, MINUTE),
            "a wave cannot last 0s",
            TIME),
        Arguments.of(
            open().wave(90, Duration.ofNanos(599_994), MINUTE),
            "a wave of 0.000599994s comes too often in 1m",
            "at most 100000 times"),
        Arguments.of(
            DailyTraffic.of(1, 2, 3).cycle(Duration.ofMillis(1)).during(MINUTE),
            "a day of 0.001s comes too often in 1m",
            "at most 10000 times"),
        Arguments.of(
            DailyTraffic.of(1, 2, 3).cycle(ETERNITY).during(MINUTE),
            "a day cannot last 2562047788015215h30m7s",
            TIME),
        Arguments.of(
            DailyTraffic.of(1, 2, 3).shares(.5, .3, .2, .1, 0).during(MINUTE),
            "a day cannot be divided into 0.5 + 0.3 + 0.2 + 0.1 + 0",
            "shares of it from 0 to 1, together at most 1: shares(.2, .1, .2, .1, .2)"),
        Arguments.of(
            DailyTraffic.of(1, 2, 3).shares(-.1, .3, .2, .1, 0).during(MINUTE),
            "a day cannot be divided into -0.1 + 0.3 + 0.2 + 0.1 + 0",
            "shares of it from 0 to 1, together at most 1: shares(.2, .1, .2, .1, .2)"),
        Arguments.of(
            open().spike(500, MINUTE, Duration.ofSeconds(1)),
            "a spike at 1m for 1s does not lie in a load of 1m",
            "spike(500, seconds(10), seconds(5))"),
        Arguments.of(
            open().spike(500, Duration.ofSeconds(-1), Duration.ofSeconds(1)),
            "a spike at -1s for 1s does not lie in a load of 1m",
            "spike(500, seconds(10), seconds(5))"),
        Arguments.of(
            closed().spike(500, Duration.ZERO, Duration.ZERO),
            "a spike at 0s for 0s does not lie in a load of 1m",
            "spike(500, seconds(10), seconds(5))"),
        Arguments.of(
            open().spike(500, ETERNITY, MINUTE),
            "a spike at 2562047788015215h30m7s for 1m does not lie in a load of 1m",
            "spike(500, seconds(10), seconds(5))"),
        Arguments.of(new StepUp(100, 50, MINUTE).until(), "a staircase without an end", STAIRS),
        Arguments.of(
            new StepUp(100, 0, MINUTE).upTo(1000),
            "a staircase with steps of 0.0 goes nowhere",
            STAIRS),
        Arguments.of(
            new StepUp(1, 2e9, MINUTE).upTo(5),
            "a rate of 2.000000001E9 per second cannot be kept",
            "perSecond(50)"),
        Arguments.of(
            new StepUp(1, 2e9, MINUTE).until(slow("login")),
            "a rate of 2.000000001E9 per second cannot be kept",
            "perSecond(50)"),
        Arguments.of(
            new StepUp(100, .01, MINUTE).upTo(200.01),
            "a staircase of 10002 steps",
            "at most 10000: make them higher"),
        Arguments.of(new StepUp(1, 1, Duration.ZERO).upTo(2), "a step cannot last 0s", TIME),
        Arguments.of(
            new StepUp(1, 1, Duration.ZERO).upTo(-2),
            "a rate of -2.0 per second cannot be kept|a step cannot last 0s",
            "perSecond(50)|" + TIME),
        Arguments.of(
            open().until(slow("chekout")), "no step is called chekout", "perhaps checkout"),
        Arguments.of(closed().until(slow("basket")), "no step is called basket", ""),
        Arguments.of(open().compressed(1e12), VANISHED, "compressed(60)"),
        Arguments.of(closed().compressed(1e12), VANISHED, "compressed(60)"),
        Arguments.of(
            open().wave(5, Duration.ofMillis(1), MINUTE).compressed(1e7),
            "compressed 1.0E7 times, a part of the load is shorter than a microsecond",
            "compressed(60)"),
        Arguments.of(
            DailyTraffic.of(1, 2, 3).cycle(Duration.ofSeconds(1)).during(MINUTE).compressed(2e6),
            "compressed 2000000.0 times, a part of the load is shorter than a microsecond",
            "compressed(60)"),
        Arguments.of(
            new StepUp(1, 1, Duration.ofMillis(1)).upTo(9).compressed(1001),
            "compressed 1001.0 times, a part of the load is shorter than a microsecond",
            "compressed(60)"),
        Arguments.of(
            OpenLoad.of(Profile.EMPTY),
            "a rate of 0.0 per second cannot be kept|a load cannot last 0s",
            "perSecond(50)|" + TIME));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void whatCannotBeKeptIsToldWithAHint(Load load, String what, String hint) {
    assertThat(problems(load)).extracting(Problem::what).containsExactly(what.split("\\|"));
    assertThat(String.join("|", problems(load).stream().map(Problem::hint).toList()))
        .isEqualTo(hint);
    assertThat(problems(load)).extracting(Problem::position).containsOnly(Position.in("load"));
  }

  static List<Load> fine() {
    return List.of(
        open().wave(0, MINUTE, MINUTE).spike(500, MINUTE, MINUTE).rampDown(MINUTE).queue(0),
        open().wave(90, Duration.ofNanos(600_000), MINUTE),
        new ArrivalRate(0).rampTo(1e9, YEAR),
        new ArrivalRate(0).rampTo(1e9, YEAR).compressed(1e6),
        new ArrivalRate(5).during(YEAR).spike(9, Duration.ZERO, YEAR),
        closed().rampTo(0, MINUTE).until(slow("checkout")),
        DailyTraffic.of(0, 2, 3).shares(.1, .2, .7, 0, 0).during(YEAR),
        new StepUp(100, .01, Duration.ofSeconds(1)).upTo(199.99),
        new StepUp(1, 1, Duration.ofMillis(1)).upTo(9).compressed(1000),
        DailyTraffic.of(1, 2, 3).cycle(YEAR).during(Duration.ofMillis(1)).compressed(1000),
        new ArrivalRate(2).hold(Duration.ofNanos(500)),
        new StepUp(100, 50, MINUTE).until(slow("login")));
  }

  @ParameterizedTest
  @MethodSource("fine")
  void whatCanBeKeptIsFine(Load load) {
    assertThat(problems(load)).isEmpty();
  }

  static List<OpenLoad> faultyStages() {
    return List.of(
        open().wave(90, Duration.ZERO, MINUTE),
        open().wave(90, Duration.ofNanos(599_994), MINUTE),
        open().wave(90, MINUTE, Duration.ZERO),
        DailyTraffic.of(1, 2, 3).cycle(Duration.ofMillis(1)).during(MINUTE),
        DailyTraffic.of(1, 2, 3).during(Duration.ZERO),
        new StepUp(100, 0, MINUTE).upTo(1000),
        new StepUp(100, .01, MINUTE).upTo(200.01));
  }

  @ParameterizedTest
  @MethodSource("faultyStages")
  void aSpikeIsHeldAgainstALoadWhoseTimeIsKnown(OpenLoad load) {
    var spiked = load.spike(500, YEAR.dividedBy(2), MINUTE);
    assertThat(problems(spiked)).hasSize(1).isEqualTo(problems(load));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(problems(open().maxUsers(0).rampTo(-1, Duration.ZERO).queue(-1))).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, true", "3, 4, true", "4, 4, false", "-1, 4, false", "0, 0, false"})
  void aWorkerIsOneOfThoseThatShareTheLoad(int worker, int workers, boolean fine) {
    var problems = new ArrayList<Problem>();
    new LoadCheck(open(), problems::add).checkPart(new Options.Part(worker, workers));
    assertThat(problems.isEmpty()).isEqualTo(fine);
  }
}
