package dev.squall.stats;

import static dev.squall.stats.Facts.exact;
import static dev.squall.stats.Facts.latencies;
import static dev.squall.stats.Facts.nanos;
import static dev.squall.stats.Facts.ok;
import static dev.squall.stats.Facts.recorder;
import static dev.squall.stats.Facts.silent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.stats.Estimate.AtLeast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of minutes and hours, and tails far from the median. */
class LongTailTest {
  private static final double MINUTE = 60_000;
  private static final double HOUR = 60 * MINUTE;

  /** Three digits: the upper edge of a bucket is less than a thousandth above the value. */
  private static void isWithinPrecision(double shown, double exact) {
    assertThat(shown).isBetween(exact, exact * 1.001);
  }

  @ParameterizedTest
  @ValueSource(doubles = {MINUTE + 1, 10 * MINUTE, HOUR, 24 * HOUR})
  void anAnswerIsAsSlowAsItWas(double took) {
    var recorder = recorder();
    recorder.record(ok(0, 1, 0, 10));
    recorder.record(ok(0, 1, 0, took));
    var results = recorder.finish(nanos(took + 1000), Generator.RUNNING);
    isWithinPrecision(exact(results.response().max()), took);
    isWithinPrecision(exact(results.response().percentile(99)), took);
    isWithinPrecision(exact(results.service().max()), took - 1);
    assertThat(exact(results.response().mean())).isCloseTo((10 + took) / 2, within(took / 1000));
    isWithinPrecision(exact(results.steps().getFirst().response().max()), took);
    assertThat(results.steps().getFirst().slowest().getFirst().responseMs()).isEqualTo(took);

    var again = Matrix.decode(results.matrix().encode());
    assertThat(new Rows(again.sum(), 1).requests().tally(Cell.Measure.RESPONSE).counts())
        .isEqualTo(results.response().answeredCounts());
    assertThat(results.response().histogram().getMaxValue())
        .isGreaterThanOrEqualTo(Math.round(took) * 1000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {MINUTE + 1, 10 * MINUTE, HOUR})
  void anAgeIsKeptToTheMicrosecond(double age) {
    var recorder = recorder();
    recorder.record(silent(1, 0, 1, age, Facts.TIMED_OUT));
    var results = recorder.finish(nanos(age + 1000), Generator.RUNNING);
    assertThat(results.response().percentile(50)).isEqualTo(new AtLeast(age));
    assertThat(results.service().max()).isEqualTo(new AtLeast(age - 1));
  }

  /** Nine of ten take 10 ms, the tenth 1 to 100 s. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 50, 89.9, 90, 90.1, 91, 95, 99, 99.9, 99.99, 100})
  void aTenthThatTakesAThousandTimesAsLongHasItsExactQuantiles(double percentile) {
    var random = new Random(90);
    var times = new ArrayList<Double>(Collections.nCopies(9_000, 10.0));
    for (int i = 0; i < 1_000; i++) {
      times.add(1_000 + random.nextInt(99_000_000) / 1000.0);
    }
    Collections.shuffle(times, random);
    var sorted = times.stream().sorted().toList();
    // The smallest time that at least this share stays within.
    int rank = (int) Math.ceil(Math.round(percentile * times.size()) / 100.0);
    isWithinPrecision(
        exact(latencies(times, List.of()).percentile(percentile)), sorted.get(rank - 1));
  }

  @Test
  void aTailThatIsCutOffIsABoundAndTheRestIsNot() {
    var times = Collections.nCopies(9_000, 10.0);
    var latencies = latencies(times, Collections.nCopies(1_000, 10 * MINUTE));
    isWithinPrecision(exact(latencies.percentile(90)), 10);
    assertThat(latencies.percentile(90.1)).isEqualTo(new AtLeast(10 * MINUTE));
    assertThat(latencies.percentile(99)).isEqualTo(new AtLeast(10 * MINUTE));
    assertThat(latencies.max()).isEqualTo(new AtLeast(10 * MINUTE));
  }
}
