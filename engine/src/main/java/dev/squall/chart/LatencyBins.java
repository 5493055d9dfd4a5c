package dev.squall.chart;

import dev.squall.stats.Latencies;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Bins that all have the same ratio of their ends: a number of them for each factor of ten, so that
 * powers of ten are ends of bins.
 *
 * @param perDecade how many for each factor of ten
 */
record LatencyBins(int perDecade) {
  private static final int[] CHOICES = {40, 20, 10, 5, 2, 1};
  private static final double MICROS_PER_MILLI = 1000;

  /** The narrowest of which at most so many reach from the least to the most, in milliseconds. */
  static LatencyBins atMost(int bins, double least, double most) {
    for (int choice : CHOICES) {
      var candidate = new LatencyBins(choice);
      if (candidate.index(most) - candidate.index(least) < bins) {
        return candidate;
      }
    }
    return new LatencyBins(1);
  }

  int index(double ms) {
    return (int) Math.floor(Math.log10(Math.max(ms, Scale.SMALLEST)) * perDecade + 1e-9);
  }

  /** Where a bin begins, in milliseconds; it ends where the next begins. */
  double from(int index) {
    return Math.pow(10, (double) index / perDecade);
  }

  /** How many of these times are in which bin. */
  SortedMap<Integer, Long> counts(Histogram micros) {
    var counts = new TreeMap<Integer, Long>();
    for (var value : micros.recordedValues()) {
      double ms = micros.medianEquivalentValue(value.getValueIteratedTo()) / MICROS_PER_MILLI;
      counts.merge(index(ms), value.getCountAtValueIteratedTo(), Long::sum);
    }
    return counts;
  }

  /** The shortest and the longest time or age; 0 and 0 when there is none. */
  static Extent extent(Latencies times) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (var histogram : new Histogram[] {times.histogram(), times.censoredHistogram()}) {
      if (histogram.getTotalCount() > 0) {
        least = Math.min(least, histogram.getMinValue() / MICROS_PER_MILLI);
        most = Math.max(most, histogram.getMaxValue() / MICROS_PER_MILLI);
      }
    }
    return new Extent(Math.max(Scale.SMALLEST, Math.min(least, most)), most);
  }
}
