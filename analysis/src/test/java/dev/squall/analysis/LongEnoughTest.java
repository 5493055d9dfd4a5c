package dev.squall.analysis;

import static dev.squall.analysis.ExperimentWords.longEnough;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.squall.problem.ProblemException;
import dev.squall.stats.Judgement;
import dev.squall.stats.Results;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongEnoughTest {
  private static Results noise(int seconds, int perSecond) {
    return Made.run("list").noise("list", seconds, perSecond, 20, new Random(5)).after(seconds);
  }

  @Test
  void manyRequestsKnowTheirMedianWell() {
    var tightness = longEnough(noise(60, 60), 50);
    assertThat(tightness.enough()).isTrue();
    assertThat(tightness.warnings()).isEmpty();
    var interval = tightness.interval().orElseThrow();
    assertThat(interval.contains(20)).isTrue();
    // Independent requests: both ways come to the same.
    var ranks = tightness.byRanks().orElseThrow();
    assertThat(interval.high() - interval.low()).isCloseTo(ranks.high() - ranks.low(), within(0.6));
    assertThat(tightness.toString()).startsWith("Long enough: p50 is");
  }

  @Test
  void fewRequestsNeedLongerAndItIsSaidHowLong() {
    var tightness = longEnough(noise(15, 20));
    assertThat(tightness.percentile()).isEqualTo(95);
    assertThat(tightness.enough()).isFalse();
    double half =
        Math.log(
            tightness.interval().orElseThrow().high()
                / tightness.interval().orElseThrow().estimate());
    // Half the width for four times the time.
    assertThat(tightness.secondsForFivePercent().orElseThrow())
        .isCloseTo(15 * Math.pow(Math.expm1(half) / 0.05, 2), within(1.0));
    assertThat(tightness.toString().replaceAll("\\s+", " "))
        .startsWith("Not long enough: p95 is")
        .containsPattern("For ± 5 % run about \\d+ (s|min)\\.");
  }

  @Test
  void oneRequestIsNoPercentile() {
    var tightness = longEnough(noise(40, 20), 99.9);
    assertThat(tightness.enough()).isFalse();
    assertThat(tightness.warnings())
        .contains("p99.9 of 800 requests is decided by one request; 5 000 would be enough");
    assertThat(tightness.byRanks().orElseThrow().high()).isInfinite();
    assertThat(tightness.toString()).doesNotContain("Infinity");
  }

  @Test
  void requestsThatShareTheLuckOfTheirSecondCountForLess() {
    var random = new Random(5);
    var made = Made.run("list");
    for (int second = 0; second < 40; second++) {
      made.noise("list", 0, 1, 1, random);
      double mood = 20 * Math.exp(0.5 * random.nextGaussian());
      for (int i = 0; i < 50; i++) {
        made.ok("list", second + i / 50.0, mood * Math.exp(0.1 * random.nextGaussian()));
      }
    }
    assertThat(longEnough(made.after(40), 50).warnings())
        .anyMatch(warning -> warning.startsWith("requests of one second share their luck"));
  }

  @Test
  void aMomentKnowsNothingOfItsSeconds() {
    var tightness = longEnough(noise(3, 50));
    assertThat(tightness.enough()).isFalse();
    assertThat(tightness.interval()).isEmpty();
    assertThat(tightness.byRanks()).isPresent();
    assertThat(tightness.warnings()).anyMatch(warning -> warning.startsWith("3 whole seconds"));
    assertThat(longEnough(Made.run("list").after(0)).toString())
        .contains("not measured")
        .doesNotContain("NaN");
  }

  @Test
  void aBoundIsNeverLongEnough() {
    var made = Made.run("list");
    for (int i = 0; i < 1000; i++) {
      if (i % 10 == 0) {
        made.timedOut("list", i / 50.0, 5000);
      } else {
        made.ok("list", i / 50.0, 20);
      }
    }
    var tightness = longEnough(made.after(20));
    assertThat(tightness.actual()).isInstanceOf(Judgement.AtLeast.class);
    assertThat(tightness.enough()).isFalse();
    assertThat(tightness.toString()).contains("at least 5 000 ms").contains("never were answered");
  }

  @ParameterizedTest
  @CsvSource({"0", "100", "-1", "NaN"})
  void onlyWhatLiesBetweenIsAPercentile(double percentile) {
    assertThatThrownBy(() -> longEnough(noise(1, 1), percentile))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0.5, 0.025, 2",
    "10, 0.5, 0.975, 8",
    "100, 0.95, 0.025, 90",
    "100, 0.95, 0.975, 99",
    "100000, 0.95, 0.025, 94865",
    "800, 0.999, 0.025, 797"
  })
  void ranksAreThoseOfTheBinomialDistribution(long n, double share, double p, long rank) {
    assertThat(Binomial.quantile(n, share, p)).isBetween(rank - 1, rank + 1);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 1 s", "89, 89 s", "180, 3 min", "7200, 2 h"})
  void timesAreSaidAsPeopleSayThem(double seconds, String words) {
    assertThat(Tightness.inWords(seconds)).isEqualTo(words);
  }
}
