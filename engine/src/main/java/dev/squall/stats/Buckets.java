package dev.squall.stats;

import org.HdrHistogram.Histogram;

/**
 * HdrHistogram's buckets for three significant digits and a unit of one microsecond, without its
 * arrays.
 *
 * <p>A live Histogram that has seen one minute-long answer holds 136 KB, nearly all zeros. A cell
 * of the matrix keeps the non-zero counts only, under the index that HdrHistogram itself would use,
 * so that turning them into a Histogram loses nothing.
 */
final class Buckets {
  static final int DIGITS = 3;
  private static final int HALF_MAGNITUDE = 10;
  private static final int HALF = 1 << HALF_MAGNITUDE;
  private static final long MASK = 2L * HALF - 1;
  private static final int LEADING_ZEROS = Long.numberOfLeadingZeros(MASK);

  private Buckets() {}

  /** The index of a value in microseconds; what is negative counts as zero. */
  static int index(long micros) {
    long value = Math.max(0, micros);
    int bucket = LEADING_ZEROS - Long.numberOfLeadingZeros(value | MASK);
    return (bucket << HALF_MAGNITUDE) + (int) (value >>> bucket);
  }

  /** The smallest value in microseconds that has this index. */
  static long lowest(int index) {
    int bucket = bucket(index);
    return (long) (index - (bucket << HALF_MAGNITUDE)) << bucket;
  }

  /** The largest value in microseconds that has this index. */
  static long highest(int index) {
    return lowest(index) + (1L << bucket(index)) - 1;
  }

  /** What HdrHistogram takes for the values of this index in a mean. */
  static long median(int index) {
    return lowest(index) + ((1L << bucket(index)) >> 1);
  }

  private static int bucket(int index) {
    return Math.max(0, (index >> HALF_MAGNITUDE) - 1);
  }

  /** The Histogram that would have recorded these counts itself, in microseconds. */
  static Histogram histogram(Counts counts) {
    var last = counts.isEmpty() ? 0 : highest(counts.key(counts.size() - 1));
    var histogram = new Histogram(1, Math.max(2, last), DIGITS);
    histogram.setAutoResize(true);
    for (int i = 0; i < counts.size(); i++) {
      histogram.recordValueWithCount(lowest(counts.key(i)), counts.count(i));
    }
    return histogram;
  }
}
