package dev.squall.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {
  private static final Histogram HDR = new Histogram(1, Long.MAX_VALUE / 2, 3);

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        1023,
        1024,
        2047,
        2048,
        2049,
        4095,
        4096,
        4097,
        60_000_000,
        3_600_000_000L,
        1L << 60
      })
  void aBucketHasTheEdgesThatHdrHistogramGivesIt(long micros) {
    int index = Buckets.index(micros);
    assertThat(Buckets.lowest(index)).isEqualTo(HDR.lowestEquivalentValue(micros));
    assertThat(Buckets.highest(index)).isEqualTo(HDR.highestEquivalentValue(micros));
    assertThat(Buckets.median(index)).isEqualTo(HDR.medianEquivalentValue(micros));
  }

  @Test
  void anyValueFallsIntoTheBucketOfHdrHistogram() {
    var random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      aBucketHasTheEdgesThatHdrHistogramGivesIt(random.nextLong(1L << random.nextInt(1, 60)));
    }
  }

  @Test
  void neighbouringBucketsLeaveNoGap() {
    for (int index = 0; index < 50_000; index++) {
      assertThat(Buckets.lowest(index + 1)).isEqualTo(Buckets.highest(index) + 1);
      assertThat(Buckets.index(Buckets.lowest(index))).isEqualTo(index);
      assertThat(Buckets.index(Buckets.highest(index))).isEqualTo(index);
    }
  }

  @Test
  void aTimeBeforeTheStartCountsAsZero() {
    assertThat(Buckets.index(-5)).isZero();
  }

  @Test
  void theHistogramIsTheOneThatWouldHaveRecordedTheValuesItself() {
    var tally = new Tally();
    var hdr = new Histogram(1, 70_000_000, 3);
    var random = new Random(2);
    for (int i = 0; i < 5_000; i++) {
      long micros = random.nextLong(1L << random.nextInt(1, 26));
      tally.time(micros);
      hdr.recordValue(micros);
    }
    var histogram = Buckets.histogram(tally.counts());
    assertThat(histogram.getTotalCount()).isEqualTo(5_000);
    assertThat(histogram.getMinValue()).isEqualTo(hdr.getMinValue());
    assertThat(histogram.getMaxValue()).isEqualTo(hdr.getMaxValue());
    assertThat(histogram.getMean()).isEqualTo(hdr.getMean());
    for (var value : hdr.recordedValues()) {
      assertThat(histogram.getCountAtValue(value.getValueIteratedTo()))
          .isEqualTo(value.getCountAtValueIteratedTo());
    }
  }

  @Test
  void aHistogramOfNothingIsEmptyAndCanGrow() {
    var histogram = Buckets.histogram(Counts.NONE);
    assertThat(histogram.getTotalCount()).isZero();
    assertThat(histogram.isAutoResize()).isTrue();
  }
}
