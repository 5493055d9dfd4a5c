package dev.squall.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Metric;
import dev.squall.goal.RateOf;
import dev.squall.goal.TimeOf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {
  private static final Duration TIME = Duration.ofSeconds(30);

  private static Profile hold(double level) {
    return Profile.EMPTY.then(new Stage.Hold(level, TIME));
  }

  @Test
  void loadsPrintAsTheyAreSpoken() {
    assertThat(new Users(20).during(TIME)).hasToString("20 users for 30s");
    assertThat(new Users(1).during(Duration.ofMillis(500))).hasToString("1 user for 0.5s");
    assertThat(new Users(5).iterations(100)).hasToString("100 iterations by 5 users");
    assertThat(new Users(1).iterations(1)).hasToString("1 iteration by 1 user");
    assertThat(new Users(5).sharedIterations(100)).hasToString("100 iterations shared by 5 users");
    assertThat(new ArrivalRate(50).during(TIME)).hasToString("50/s for 30s");
    assertThat(new ArrivalRate(7.7).during(Duration.ofSeconds(90))).hasToString("7.7/s for 1m30s");
    assertThat(new ArrivalRate(20_000).during(TIME)).hasToString("20000/s for 30s");
    assertThat(new ArrivalRate(Double.NaN).during(TIME)).hasToString("NaN/s for 30s");
  }

  @Test
  void aLimitOnBusyUsersIsSaidWhereItIsNotTheUsualOne() {
    var open = new ArrivalRate(50).during(TIME);
    assertThat(open.maxUsers()).isEqualTo(10_000);
    assertThat(open.maxUsers(1))
        .isEqualTo(
            new OpenLoad(hold(50), OpenLoad.Arrivals.EVEN, 1, OptionalInt.empty(), List.of(), 1));
    assertThat(open.maxUsers(1)).hasToString("50/s for 30s, at most 1 user");
    assertThat(open.maxUsers(200)).hasToString("50/s for 30s, at most 200 users");
  }

  private static Duration s(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void aLoadOfManyStagesSaysThemAll() {
    assertThat(new ArrivalRate(0).rampTo(1000, s(600)).hold(s(300)).rampDown(s(60)))
        .hasToString("0 to 1000/s in 10m, then 1000/s for 5m, then 1000 to 0/s in 1m");
    assertThat(new Users(20).rampUp(s(10)).hold(s(30)).jumpTo(1, s(5)))
        .hasToString("0 to 20 users in 10s, then 20 users for 30s, then 1 user for 5s");
    assertThat(new ArrivalRate(100).wave(1000, s(600), s(3600)).spike(5000, s(60), s(9)))
        .hasToString("100 to 1000/s in waves of 10m for 1h, a spike of 5000/s at 1m for 9s");
    assertThat(DailyTraffic.of(100, 500, 1500).during(s(172_800)).compressed(60))
        .hasToString(
            "daily traffic of 100, 500 and 1500/s in cycles of 24h for 48h, compressed 60 times");
    assertThat(DailyTraffic.of(1, 2, 3).longSlopes().cycle(s(60)).during(s(60)))
        .hasToString("daily traffic of 1, 2 and 3/s in cycles of 1m with long slopes for 1m");
    assertThat(DailyTraffic.of(1, 2, 3).shares(.1, .2, .3, .1, .1).during(s(60)))
        .hasToString(
            "daily traffic of 1, 2 and 3/s in cycles of 24h divided into 0.1 + 0.2 + 0.3 + 0.1 +"
                + " 0.1 for 1m");
    assertThat(new StepUp(100, 50, s(30)).upTo(1000))
        .hasToString("100/s and 50/s more every 30s up to 1000/s");
  }

  @Test
  void theFirstHalvesOfLoadsSayWhatTheyAreToo() {
    assertThat(new Users(1)).hasToString("1 user");
    assertThat(new Users(20)).hasToString("20 users");
    assertThat(new ArrivalRate(0.5)).hasToString("0.5/s");
    assertThat(new StepUp(100, 50, s(30))).hasToString("100/s and 50/s more every 30s");
  }

  @Test
  void whatEndsOrLimitsALoadIsSaid() {
    var slow = new TimeOf(Metric.P95, Optional.empty()).isAbove(Duration.ofMillis(300));
    var failing = new RateOf(Metric.ERROR_RATE, Optional.empty()).isAbove(0.05);

    assertThat(new StepUp(100, 50, s(30)).until(slow, failing))
        .hasToString(
            "100/s and 50/s more every 30s, until p95 above 300 ms or error rate above 5 %");
    assertThat(new Users(5).during(s(60)).until(slow).compressed(2.5))
        .hasToString("5 users for 1m, until p95 above 300 ms, compressed 2.5 times");
    assertThat(new ArrivalRate(50).during(s(10)).poisson().maxUsers(9).queue(100))
        .hasToString("50/s for 10s, Poisson, at most 9 users, at most 100 waiting");
  }

  @Test
  void everyWordKeepsWhatTheOthersSaid() {
    var slow = new TimeOf(Metric.P95, Optional.empty()).isAbove(Duration.ofMillis(300));
    var open =
        new ArrivalRate(50)
            .during(s(10))
            .compressed(2)
            .until(slow)
            .queue(7)
            .maxUsers(9)
            .poisson()
            .hold(s(5));

    assertThat(open)
        .isEqualTo(
            new OpenLoad(
                new Profile(
                    List.of(new Stage.Hold(50, s(10)), new Stage.Hold(50, s(5))), List.of()),
                OpenLoad.Arrivals.POISSON,
                9,
                OptionalInt.of(7),
                List.of(slow),
                2));
    assertThat(new Users(3).during(s(1)).compressed(2).until(slow).rampTo(5, s(1)))
        .isEqualTo(
            new ClosedLoad(
                new Profile(
                    List.of(new Stage.Hold(3, s(1)), new Stage.Ramp(3, 5, s(1))), List.of()),
                List.of(slow),
                2));
  }

  @Test
  void aLoadGoesOnFromWhereItStands() {
    var load = new ArrivalRate(10).wave(30, s(4), s(6)).hold(s(1));
    assertThat(load.profile().stages().getLast()).isEqualTo(new Stage.Hold(30, s(1)));
    assertThat(new ArrivalRate(10).wave(30, s(4), s(8)).lastLevel()).isEqualTo(10);
    assertThat(DailyTraffic.of(10, 50, 150).during(s(60)).lastLevel()).isEqualTo(10);
    assertThat(DailyTraffic.of(10, 50, 150).during(s(60)).firstLevel()).isEqualTo(10);
    assertThat(new StepUp(10, 5, s(1)).upTo(22).lastLevel()).isEqualTo(20);
    assertThat(new StepUp(10, 5, s(1)).upTo(22).firstLevel()).isEqualTo(10);
    assertThat(new Users(7).during(s(1)).rampUp(s(2)).profile().stages())
        .containsExactly(new Stage.Ramp(0, 7, s(2)), new Stage.Hold(7, s(1)));
  }

  @Test
  void aRampBeforeASpikeMovesIt() {
    var load = new ArrivalRate(10).during(s(10)).spike(99, s(3), s(2)).rampUp(s(4));
    assertThat(load.profile().spikes()).containsExactly(new Spike(99, s(7), s(2)));
  }

  @Test
  void theStepsOfAStaircaseAreThoseThatAreNotTooHigh() {
    assertThat(steps(100, 50, 1000)).isEqualTo(19);
    assertThat(steps(100, 50, 999)).isEqualTo(18);
    assertThat(steps(0.1, 0.1, 0.3)).isEqualTo(3);
    assertThat(steps(100, 50, 100)).isEqualTo(1);
    assertThat(steps(100, 50, 50)).isEqualTo(1);
    assertThat(new Stage.Staircase(1, 1, s(1), OptionalDouble.empty()).steps()).isEqualTo(10_000);
    assertThat(new Stage.Staircase(0, 3e8, s(1), OptionalDouble.empty()).steps()).isEqualTo(4);
  }

  private static long steps(double from, double by, double upTo) {
    return new Stage.Staircase(from, by, s(1), OptionalDouble.of(upTo)).steps();
  }

  @Test
  void theMostUsersAreTheHighestLevelThatWasSaid() {
    assertThat(new Users(3).rampTo(7, s(1)).maxUsers()).isEqualTo(7);
    assertThat(new Users(3).during(s(1)).spike(8, s(0), s(1)).maxUsers()).isEqualTo(8);
    assertThat(new Users(3).wave(6.5, s(1), s(1)).maxUsers()).isEqualTo(7);
    assertThat(ClosedLoad.of(Profile.EMPTY).maxUsers()).isZero();
  }

  @Test
  void iterationsForEachUserAreSoManyTimesTheUsers() {
    assertThat(new Users(3).iterationsEach(10)).isEqualTo(new Users(3).iterations(30));
    assertThat(new Users(0).iterationsEach(10)).isEqualTo(new Users(0).iterations(10));
    assertThat(new Users(2).iterationsEach(Long.MAX_VALUE / 2).count())
        .isEqualTo(Long.MAX_VALUE - 1);
    assertThat(new Users(2).iterationsEach(Long.MAX_VALUE / 2 + 1).count())
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theWordsGiveTheLoadsTheySay() {
    assertThat(new Users(20).during(TIME)).isEqualTo(new ClosedLoad(hold(20), List.of(), 1));
    assertThat(new Users(20).during(TIME).maxUsers()).isEqualTo(20);
    assertThat(new Users(3).iterations(10))
        .isEqualTo(new Iterations(3, 10, Iterations.Sharing.DIVIDED));
    assertThat(new Users(3).sharedIterations(10))
        .isEqualTo(new Iterations(3, 10, Iterations.Sharing.SHARED));
    assertThat(new Users(3).iterations(10).maxUsers()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"3,10", "1,10", "10,10", "10,3", "7,1", "1,1", "4,1000000007"})
  void theRemainderGoesToTheFirstUsers(int users, long count) {
    var load = new Users(users).iterations(count);
    var parts = LongStream.rangeClosed(1, users).map(user -> load.partOf((int) user)).toArray();
    assertThat(LongStream.of(parts).sum()).isEqualTo(count);
    for (int user = 1; user <= users; user++) {
      assertThat(parts[user - 1]).isEqualTo(count / users + (user <= count % users ? 1 : 0));
    }
  }

  @Test
  void tenIterationsOfThreeUsersAreFourThreeThree() {
    var load = new Users(3).iterations(10);
    assertThat(LongStream.rangeClosed(1, 3).map(user -> load.partOf((int) user)))
        .containsExactly(4L, 3L, 3L);
  }
}
