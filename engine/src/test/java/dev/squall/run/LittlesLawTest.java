package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.run.InFlightSamples.Seen;
import dev.squall.stats.Generator.InFlight;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LittlesLawTest {
  /** Ten looked at a second for ten seconds, while two requests in flight on average. */
  private static LittlesLaw law(double mean, double exchangeSeconds) {
    return new LittlesLaw(new Seen(1000, mean, 4), 0.01, exchangeSeconds, 10, 20);
  }

  @Test
  void theTimesOfAllExchangesGiveTheMeanInFlight() {
    assertThat(law(9.5, 100).inFlight()).isEqualTo(new InFlight(9.5, 10, 1000));
  }

  /** √(2 · 4 · ln 4 000 000 / 1000) + 7 · 20 · ln 4 000 000 / (3 · 999), ln 4 000 000 = 15.2018. */
  @Test
  void chanceIsTheEmpiricalBernsteinBound() {
    assertThat(law(10, 100).chance()).isCloseTo(0.34873 + 0.71014, within(0.0001));
  }

  /** Half a request and 5 % of ten beside chance. */
  @Test
  void theToleranceAddsUp() {
    assertThat(law(9, 100).tolerance()).isCloseTo(0.5 + 0.5 + 1.05887, within(0.0001));
    assertThat(law(12, 100).tolerance()).isCloseTo(0.5 + 0.6 + 1.05887, within(0.0001));
  }

  @Test
  void upToTheToleranceTheLawHoldsOnEitherSide() {
    double below = law(9, 100).tolerance();
    assertThat(law(10 - below + 1e-9, 100).holds()).isTrue();
    assertThat(law(10 - below - 1e-9, 100).holds()).isFalse();
    // Above, it grows with what was seen: 10 + x is within 0.5 + 0.05 · (10 + x) + chance.
    double above = (1.0 + 1.05887) / 0.95;
    assertThat(law(10 + above - 1e-3, 100).holds()).isTrue();
    assertThat(law(10 + above + 1e-3, 100).holds()).isFalse();
  }

  @Test
  void whereNobodyLookedAnythingMayHaveBeenInFlight() {
    var half = new LittlesLaw(new Seen(500, 10, 4), 0.01, 100, 10, 20);
    assertThat(half.tolerance()).isCloseTo(0.5 + 0.5 + half.chance() + 0.5 * 20, within(1e-9));
    var more = new LittlesLaw(new Seen(1001, 10, 4), 0.01, 100, 10, 20);
    assertThat(more.tolerance()).isCloseTo(0.5 + 0.5 + more.chance(), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 7"})
  void fewerThanTwoLooksSayNothing(long count, double mean) {
    assertThat(new LittlesLaw(new Seen(count, mean, 0), 0.01, 1e6, 10, 1000).holds()).isTrue();
  }

  @Test
  void aRunWithoutTimeHoldsAndHasNoNaN() {
    var nothing = new LittlesLaw(new Seen(0, 0, 0), 0.01, 0, 0, 0);
    assertThat(nothing.inFlight()).isEqualTo(InFlight.NONE);
    assertThat(nothing.holds()).isTrue();
  }

  /** A run of so many seconds, looked at as the canary does; what is in flight is given by time. */
  private static LittlesLaw run(
      long seed, int seconds, int peak, double mean, DoubleUnaryOperator inFlight) {
    var random = new SplittableRandom(seed);
    var now = new double[1];
    var samples = new InFlightSamples(() -> (int) inFlight.applyAsDouble(now[0]));
    for (int period = 0; period < seconds * 100; period++) {
      now[0] = (period + random.nextDouble()) / 100;
      samples.look();
    }
    return new LittlesLaw(samples.seen(), 0.01, mean * seconds, seconds, peak);
  }

  /** Exchanges of 1 ms every 10 ms; bursts of 3 s; one short crowd; a steady rise. */
  @Test
  void noHonestRunIsAccusedHoweverItsLoadKeepsTime() {
    var accused =
        IntStream.range(0, 300)
            .filter(seed -> {
              int seconds = 1 + seed % 20;
              return !(run(seed, seconds, 1, 0.1, t -> t * 100 % 1 < 0.1 ? 1 : 0).holds()
                  && run(seed, 2 * seconds, 100, 50, t -> t % 2 < 1 ? 100 : 0).holds()
                  && run(seed, seconds, 5000, 50, t -> t % 1 < 0.01 ? 5000 : 0).holds()
                  && run(seed, seconds, 200, 100, t -> 200 * t / seconds).holds());
            });
    assertThat(accused.boxed()).isEmpty();
  }

  /** A third of the time in flight was never recorded. */
  @Test
  void aRunThatLosesTimesIsAccused() {
    var law = run(1, 30, 14, 9.3, t -> t % 1 < 0.5 ? 14 : 10);
    assertThat(law.inFlight().sampled()).isCloseTo(12, within(0.1));
    assertThat(law.holds()).isFalse();
    assertThat(run(1, 30, 14, 12, t -> t % 1 < 0.5 ? 14 : 10).holds()).isTrue();
    assertThat(run(1, 30, 14, 15, t -> t % 1 < 0.5 ? 14 : 10).holds()).isFalse();
  }
}
