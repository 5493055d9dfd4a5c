package dev.squall.stats;

import static dev.squall.stats.Facts.exact;
import static dev.squall.stats.Facts.latencies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.squall.stats.Estimate.AtLeast;
import dev.squall.stats.Estimate.Exact;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

  @Test
  void nothingMeasuredIsNoNumber() {
    var nothing = new Latencies(Counts.NONE, Counts.NONE, 3);
    assertThat(nothing.percentile(50)).isEqualTo(Estimate.NONE);
    assertThat(nothing.min()).isEqualTo(Estimate.NONE);
    assertThat(nothing.max()).isEqualTo(Estimate.NONE);
    assertThat(nothing.mean()).isEqualTo(Estimate.NONE);
    assertThat(nothing.curve()).isEmpty();
    assertThat(nothing.count()).isZero();
    assertThat(nothing.beside()).isEqualTo(3);
    assertThat(nothing.histogram().getTotalCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 999, 1000, 4321})
  void withoutCensoringEveryPercentileIsHdrHistograms(int count) {
    var random = new Random(count);
    var hdr = new Histogram(1, 100_000_000, 3);
    var tally = new Tally();
    for (int i = 0; i < count; i++) {
      long micros = (long) Math.exp(random.nextGaussian() * 3 + 6);
      hdr.recordValue(micros);
      tally.time(micros);
    }
    var latencies = new Latencies(tally.counts(), Counts.NONE, 0);
    for (double p : new double[] {0, 0.1, 10, 33.3, 50, 75, 90, 95, 99, 99.9, 99.99, 100}) {
      assertThat(latencies.percentile(p))
          .as("p%s of %d", p, count)
          .isEqualTo(new Exact(hdr.getValueAtPercentile(p) / 1000.0));
    }
    assertThat(latencies.min()).isEqualTo(new Exact(hdr.getMinValue() / 1000.0));
    assertThat(latencies.max()).isEqualTo(new Exact(hdr.getMaxValue() / 1000.0));
    assertThat(exact(latencies.mean())).isCloseTo(hdr.getMean() / 1000, within(1e-9));
    assertThat(latencies.count()).isEqualTo(count);
  }

  /** 900 fast answers spread evenly over 1.000–1.899 ms, 100 slow ones over 100–199 ms. */
  @ParameterizedTest
  @CsvSource({"0, 1", "50, 1.499", "75, 1.749", "90, 1.899", "95, 149", "99, 189", "99.9, 198"})
  void aSkewedDistributionHasItsExactQuantiles(double percentile, double ms) {
    var times = new ArrayList<Double>();
    IntStream.range(0, 900).forEach(i -> times.add(1 + i / 1000.0));
    IntStream.range(0, 100).forEach(i -> times.add(100.0 + i));
    Collections.shuffle(times, new Random(4));
    var latencies = latencies(times, List.of());
    assertThat(exact(latencies.percentile(percentile))).isCloseTo(ms, within(ms / 1000));
    assertThat(exact(latencies.max())).isCloseTo(199, within(0.2));
    assertThat(exact(latencies.mean())).isCloseTo(0.9 * 1.4495 + 0.1 * 149.5, within(0.02));
  }

  /**
   * Events at 1, 3, 3, 4 and 6, censored at 2, 3 and 5. At risk: 8 at t=1, 6 at t=3 (two events and
   * a censoring: the events first), 3 at t=4, 1 at t=6. So S is 7/8 after 1, 7/8·4/6 = 0.58333
   * after 3, 0.58333·2/3 = 0.38889 after 4 and 0 after 6.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "12.5, 1",
    "12.6, 3",
    "41.66, 3",
    "41.67, 4",
    "61.11, 4",
    "61.12, 6",
    "99.9, 6",
    "100, 6"
  })
  void theProductLimitIsTheHandDerivedOne(double percentile, double ms) {
    var latencies = latencies(List.of(1.0, 3.0, 3.0, 4.0, 6.0), List.of(2.0, 3.0, 5.0));
    assertThat(exact(latencies.percentile(percentile))).isCloseTo(ms, within(0.005));
  }

  /** The area under that S: 1 + 2·7/8 + 1·0.58333 + 2·0.38889. */
  @Test
  void theMeanIsTheAreaUnderTheCurve() {
    var latencies = latencies(List.of(1.0, 3.0, 3.0, 4.0, 6.0), List.of(2.0, 3.0, 5.0));
    assertThat(exact(latencies.mean())).isCloseTo(1 + 1.75 + 0.583333 + 0.777778, within(0.01));
    assertThat(latencies.count()).isEqualTo(5);
    assertThat(latencies.censored()).isEqualTo(3);
  }

  /** Ninety answers within 90 ms, ten time-outs at 5 s: beyond p90 only the limit is known. */
  @ParameterizedTest
  @CsvSource({"50, 50, false", "90, 90, false", "90.1, 5000, true", "99, 5000, true"})
  void inTheCensoredTailThereIsABound(double percentile, double ms, boolean bound) {
    var times = IntStream.rangeClosed(1, 90).mapToObj(i -> (double) i).toList();
    var latencies = latencies(times, Collections.nCopies(10, 5000.0));
    var estimate = latencies.percentile(percentile);
    if (bound) {
      assertThat(estimate).isEqualTo(new AtLeast(ms));
    } else {
      assertThat(exact(estimate)).isCloseTo(ms, within(ms / 1000));
    }
    assertThat(latencies.max()).isEqualTo(new AtLeast(5000));
    assertThat(latencies.mean()).isInstanceOf(AtLeast.class);
    assertThat(((AtLeast) latencies.mean()).ms()).isCloseTo(0.9 * 45.5 + 500, within(0.1));
    assertThat(exact(latencies.min())).isCloseTo(1, within(0.001));
  }

  @Test
  void whereEverythingIsCensoredEverythingIsABound() {
    var latencies = latencies(List.of(), List.of(1.5, 5001.0));
    assertThat(latencies.percentile(50)).isEqualTo(new AtLeast(5001));
    assertThat(latencies.min()).isEqualTo(new AtLeast(1.5));
    assertThat(latencies.mean()).isEqualTo(new AtLeast(5001));
    assertThat(latencies.curve()).isEmpty();
  }

  @Test
  void earlyCensoringIsSharedAmongTheLaterAnswers() {
    // One of three is cut off at once: the other two stand for all, so p50 is the first of them.
    var latencies = latencies(List.of(1.0, 2.0), List.of(0.5));
    assertThat(exact(latencies.percentile(50))).isCloseTo(1, within(0.001));
    assertThat(exact(latencies.percentile(50.1))).isCloseTo(2, within(0.001));
    assertThat(exact(latencies.mean())).isCloseTo(1.5, within(0.001));
  }

  @Test
  void aBoundIsNeverBelowAPercentileThatIsKnown() {
    // Both fall into one bucket of 4.096 ms, and the answer's upper edge lies above the age.
    var latencies = latencies(List.of(5000.0), List.of(5000.0));
    assertThat(latencies.percentile(99)).isEqualTo(new AtLeast(exact(latencies.percentile(50))));
  }

  @Test
  void timesBeyondAMinuteAreKept() {
    var latencies = latencies(List.of(90_000.0, 7_200_000.0), List.of());
    assertThat(exact(latencies.percentile(50))).isCloseTo(90_000, within(90.0));
    assertThat(exact(latencies.max())).isCloseTo(7_200_000, within(7200.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
  void aPercentileOutsideTheScaleIsRefused(double percentile) {
    assertThatThrownBy(() -> Latencies.NONE.percentile(percentile))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(percentile));
  }

  @Test
  void theCurveRisesToTheMaximum() {
    var curve =
        latencies(DoubleStream.iterate(1, i -> i + 1).limit(100).boxed().toList(), List.of())
            .curve();
    assertThat(curve.stream().map(Latencies.Point::percentile))
        .startsWith(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 55.0)
        .isSorted()
        .doesNotHaveDuplicates()
        .endsWith(98.90625, 100.0);
    assertThat(curve.stream().map(Latencies.Point::ms)).isSorted();
    assertThat(curve.get(5).ms()).isCloseTo(50, within(0.05));
    assertThat(curve.getLast().ms()).isCloseTo(100, within(0.1));
  }

  @Test
  void theCurveEndsWhereTheCensoredTailBegins() {
    var curve = latencies(List.of(1.0, 2.0, 3.0, 4.0), List.of(9.0)).curve();
    assertThat(curve.getLast().percentile()).isEqualTo(80);
  }

  @Test
  void addingIsExactToTheBit() {
    var random = new Random(5);
    var a = new ArrayList<Double>();
    var b = new ArrayList<Double>();
    for (int i = 0; i < 3_000; i++) {
      (random.nextBoolean() ? a : b).add(Math.exp(random.nextGaussian() * 4));
    }
    var both = new ArrayList<>(a);
    both.addAll(b);
    var sum = latencies(a, b).plus(latencies(b, a));
    var hdr = latencies(a, List.of()).histogram();
    hdr.add(latencies(b, List.of()).histogram());
    assertThat(sum.histogram()).isEqualTo(hdr);
    assertThat(sum).isEqualTo(latencies(both, both)).hasSameHashCodeAs(latencies(both, both));
    assertThat(sum.hdr()).isEqualTo(latencies(both, both).hdr());
    assertThat(new Latencies(Counts.NONE, Counts.NONE, 2).plus(sum).beside()).isEqualTo(2);
  }

  @Test
  void hdrHistogramReadsBackWhatWasWritten() throws Exception {
    var latencies = latencies(List.of(1.0, 2.0, 90_000.0), List.of(5000.0));
    assertThat(read(latencies.hdr())).isEqualTo(latencies.histogram());
    assertThat(read(latencies.censoredHdr())).isEqualTo(latencies.censoredHistogram());
    assertThat(read(latencies.hdr()).getTotalCount()).isEqualTo(3);
    assertThat(read(latencies.censoredHdr()).getTotalCount()).isEqualTo(1);
    assertThat(latencies.answeredCounts().total()).isEqualTo(3);
    assertThat(latencies.censoredCounts().total()).isEqualTo(1);
  }

  private static Histogram read(String base64) throws Exception {
    return Histogram.decodeFromCompressedByteBuffer(
        ByteBuffer.wrap(Base64.getDecoder().decode(base64)), 0);
  }

  @Test
  void distributionsDifferInAnswersAgesAndThoseBeside() {
    var latencies = latencies(List.of(1.0), List.of(2.0));
    assertThat(latencies)
        .isNotEqualTo(latencies(List.of(1.5), List.of(2.0)))
        .isNotEqualTo(latencies(List.of(1.0), List.of(2.5)))
        .isNotEqualTo(latencies.plus(new Latencies(Counts.NONE, Counts.NONE, 1)))
        .hasToString("Latencies[count=1, censored=1, beside=0]");
    assertThat(latencies.hashCode()).isNotEqualTo(latencies(List.of(1.5), List.of(2.0)).hashCode());
  }

  @Test
  void aCounterRoundsToTheNearestMicrosecond() {
    var counter = new LatencyCounter();
    counter.record(1_499);
    counter.record(1_500);
    counter.record(-7);
    assertThat(counter.latencies().min()).isEqualTo(new Exact(0));
    assertThat(counter.latencies().percentile(50)).isEqualTo(new Exact(0.001));
    assertThat(counter.latencies().max()).isEqualTo(new Exact(0.002));
  }

  @Test
  void anAgeIsRoundedDown() {
    assertThat(Micros.atLeast(1_999)).isEqualTo(1);
    assertThat(Micros.atLeast(-1_999)).isZero();
  }
}
