package dev.squall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsTest {
  private static final double[] PERCENTILES = {10, 50, 75, 90, 95, 99, 99.9};

  private static Seconds seconds(Results run) {
    return Seconds.of(run.timeline(), run.totals().elapsedSeconds(), Duration.ZERO);
  }

  /** Some of it censored at any age, as at the end of a run and by time-outs. */
  private static Results messy(long seed, double share) {
    var random = new Random(seed);
    var made = Made.run("list");
    for (int i = 0; i < 400; i++) {
      double ms = 20 * Math.exp(random.nextGaussian());
      if (random.nextDouble() < share) {
        made.timedOut("list", i / 40.0, ms);
      } else {
        made.ok("list", i / 40.0, ms);
      }
    }
    return made.after(10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.3, 0.9})
  void anyWeightingHasTheProductLimitPercentilesOfItsSum(double share) {
    for (long seed = 1; seed <= 20; seed++) {
      var run = messy(seed, share);
      var seconds = seconds(run);
      var random = new Random(seed);
      int[] times = random.ints(10, 0, 4).toArray();
      times[3]++;
      var timeline = run.timeline();
      var sum = Latencies.NONE;
      for (int s = 0; s < 10; s++) {
        for (int i = 0; i < times[s]; i++) {
          sum = sum.plus(timeline.get(s).response());
        }
      }
      for (double percentile : PERCENTILES) {
        double found = seconds.percentile(percentile, times);
        switch (sum.percentile(percentile)) {
          case Estimate.Exact(var ms) -> assertThat(found).isCloseTo(ms * 1000, within(1e-6));
          case Estimate.AtLeast _ -> assertThat(found).isEqualTo(seconds.beyond());
          case Estimate.None() -> throw new AssertionError();
        }
      }
    }
  }

  @Test
  void ratesAreThoseOfTheSecondsThatWereDrawn() {
    var run = Made.run("a");
    for (int s = 0; s < 4; s++) {
      for (int i = 0; i < 10 * (s + 1); i++) {
        if (i < s) {
          run.failed("a", s + 0.5, 5);
        } else {
          run.ok("a", s + 0.5, 5);
        }
      }
    }
    var seconds = seconds(run.after(4));
    int[] times = {0, 2, 0, 2};
    assertThat(seconds.throughput(times)).isEqualTo((2 * 20 + 2 * 40) / 4.0);
    assertThat(seconds.errorRate(times)).isEqualTo((2 + 2 * 3) / 120.0);
    assertThat(seconds.errorRate(new int[4])).isZero();
  }

  @Test
  void whatIsNoWholeSecondAtTheEndBelongsToTheOneBefore() {
    var run = Made.run("a").ok("a", 0.5, 1).ok("a", 1.5, 1).ok("a", 2.2, 1).after(2.25);
    var seconds = seconds(run);
    assertThat(seconds.size()).isEqualTo(2);
    assertThat(seconds.seconds()).isEqualTo(2.25);
    assertThat(seconds.throughput(new int[] {0, 1})).isCloseTo(2 / 1.25, within(1e-9));
    assertThat(seconds.ragged()).isCloseTo(0.25 / 2.25, within(1e-9));
  }

  @Test
  void longRunsAreTakenInLongerPieces() {
    var run = Made.run("a");
    for (int s = 0; s < 1500; s++) {
      run.ok("a", s + 0.5, 1);
    }
    var seconds = seconds(run.after(1500));
    assertThat(seconds.size()).isEqualTo(500);
    assertThat(seconds.requests()).isEqualTo(1500);
    int[] ones = new int[500];
    Arrays.fill(ones, 1);
    assertThat(seconds.throughput(ones)).isEqualTo(1);
  }

  @Test
  void aWarmUpIsLeftOut() {
    var run = Made.run("a").ok("a", 0.5, 900).ok("a", 1.5, 10).ok("a", 2.5, 10).after(3);
    var seconds = Seconds.of(run.timeline(), 3, Duration.ofSeconds(1));
    assertThat(seconds.size()).isEqualTo(2);
    assertThat(seconds.requests()).isEqualTo(2);
    assertThat(Seconds.of(run.timeline(), 3, Duration.ofSeconds(9)).size()).isZero();
  }
}
