package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.draw.Draws;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.scenario.ThinkTime;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long users pause: pure arithmetic over draws, and what a run does with it. */
class ThinkTimeTest {
  private static final int DRAWS = 20_000;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Session session(long seed) {
    return session(seed, 1);
  }

  private static Session session(long seed, double thinkScale) {
    var plan =
        Plan.of(
            scenario("s", pause(millis(0), millis(1)), get("/")),
            users(1).iterations(1),
            Options.of(at("http://first"), seed(seed), thinkScale(thinkScale)));
    return new Session(plan, new Timestamps(), 1);
  }

  private static long[] drawn(ThinkTime time) {
    var session = session(4);
    session.begin(0, 1, new String[0]);
    return LongStream.range(0, DRAWS).map(_ -> session.pauseNanos(time, 0)).toArray();
  }

  private static double share(long[] times, long below) {
    return LongStream.of(times).filter(time -> time < below).count() / (double) times.length;
  }

  private static double mean(long[] times) {
    return LongStream.of(times).average().orElseThrow();
  }

  @Test
  void aFixedOneIsAlwaysTheSame() {
    assertThat(drawn(new ThinkTime.Fixed(SECOND))).containsOnly(1_000_000_000);
  }

  @Test
  void anEvenOneReachesBothEnds() {
    assertThat(drawn(new ThinkTime.Uniform(Duration.ofNanos(5), Duration.ofNanos(8))))
        .containsOnly(5, 6, 7, 8);
    var wide = drawn(new ThinkTime.Uniform(SECOND, SECOND.multipliedBy(3)));
    assertThat(mean(wide)).isCloseTo(2e9, within(0.02e9));
    assertThat(share(wide, 1_500_000_000)).isCloseTo(0.25, within(0.015));
  }

  @Test
  void aNormalOneHasItsMeanAndDeviationAndIsNeverNegative() {
    var times = drawn(new ThinkTime.Normal(SECOND.multipliedBy(10), SECOND));
    assertThat(mean(times)).isCloseTo(10e9, within(0.03e9));
    assertThat(share(times, 9_000_000_000L)).isCloseTo(0.1587, within(0.012));
    assertThat(share(times, 12_000_000_000L)).isCloseTo(0.9772, within(0.005));

    var near = drawn(new ThinkTime.Normal(SECOND, SECOND.multipliedBy(2)));
    assertThat(LongStream.of(near).min()).hasValue(0);
    assertThat(LongStream.of(near).filter(time -> time == 0).count() / (double) DRAWS)
        .isCloseTo(0.3085, within(0.015));
  }

  @Test
  void anExponentialOneHasItsMeanAndNoMemory() {
    var times = drawn(new ThinkTime.Exponential(SECOND));
    assertThat(mean(times)).isCloseTo(1e9, within(0.03e9));
    assertThat(share(times, 1_000_000_000)).isCloseTo(1 - Math.exp(-1), within(0.015));
    assertThat(share(times, 2_000_000_000)).isCloseTo(1 - Math.exp(-2), within(0.011));
  }

  @Test
  void eachVisitIsADrawOfSeedIterationPlaceAndVisit() {
    var session = session(4);
    session.begin(9, 1, new String[0]);
    var time = new ThinkTime.Uniform(Duration.ZERO, SECOND);
    for (int visit = 0; visit < 3; visit++) {
      assertThat(session.pauseNanos(time, 0))
          .isEqualTo(Draws.between(0, 1_000_000_000, Draws.bits(4, 9, 0, visit)));
    }
    session.begin(9, 1, new String[0]);
    assertThat(session.share(0)).isEqualTo(Draws.share(Draws.bits(4, 9, 0, 0)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.1, 300_000_000", "1, 3_000_000_000", "2.5, 7_500_000_000"})
  void aScaledOneIsTheSameDrawSoManyTimesAsLong(double scale, String fixed) {
    var usual = session(4);
    var scaled = session(4, scale);
    usual.begin(0, 1, new String[0]);
    scaled.begin(0, 1, new String[0]);
    var drawn = new ThinkTime.Exponential(SECOND);

    assertThat(scaled.pauseNanos(new ThinkTime.Fixed(SECOND.multipliedBy(3)), 0))
        .isEqualTo(Long.parseLong(fixed.replace("_", "")));
    assertThat(scaled.pauseNanos(drawn, 0))
        .isEqualTo(Math.round(usual.pauseNanos(drawn, 0) * scale));
  }

  @Test
  void aRunWithScaledPausesIsAsMuchShorterAndSaysSo() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var patient = scenario("s", get("/a"), pause(minutes(10)), get("/b"));

      var results = run(patient, users(1).iterations(1), at(server.url()), thinkScale(0));

      assertThat(results.totals().requests()).isEqualTo(2);
      assertThat(results.info().load()).isEqualTo("1 iteration by 1 user, pauses times 0");
    }
  }

  @Test
  void pausesOfEveryKindPassAndAreInNoStepsTime() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var results =
          Sums.holdIn(
              run(
                  scenario(
                      "s",
                      pause(millis(30)),
                      get("/a").named("a"),
                      pause(millis(20), millis(40)),
                      normalPause(millis(30), millis(0)),
                      get("/b").named("b"),
                      exponentialPause(millis(0)),
                      get("/c").named("c"),
                      pause(millis(10))),
                  users(1).iterations(1),
                  at(server.url())));

      var scenario = results.scenarios().getFirst();
      assertThat(Estimates.ms(scenario.duration().max()) - Estimates.ms(scenario.active().max()))
          .isBetween(89.5, 110.5);
      // A step's time counts from its intended start: what lies before it are steps and pauses.
      var a = results.slowest("a");
      var b = results.slowest("b");
      assertThat(b.atSeconds() * 1000 - b.responseMs() - a.atSeconds() * 1000)
          .isBetween(49.99, 70.01);
      var c = results.slowest("c");
      assertThat(c.atSeconds() * 1000 - c.responseMs())
          .isCloseTo(b.atSeconds() * 1000, within(0.01));
    }
  }
}
