package dev.squall.live;

import dev.squall.stats.Latencies;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;
import java.util.TreeMap;

/**
 * The complete answers of a distribution as a classic and as a native histogram, in seconds.
 *
 * <p>Both are counted bucket by bucket from HdrHistogram's, which are 0.1 % wide: one that a bound
 * divides counts as within it. The native one has eight buckets for each doubling (schema 3), which
 * keeps even a range from a microsecond to an hour to some 250.
 */
final class Distribution {
  /** The upper bounds that Prometheus's clients have where nobody says others. */
  static final double[] BOUNDS = {
    .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, Double.POSITIVE_INFINITY
  };

  private static final int SCHEMA = 3;
  private static final int PER_DOUBLING = 1 << SCHEMA;

  /** What the client library takes; only a time below a microsecond is so short. */
  private static final double ZERO = Math.pow(2, -128);

  private static final double MICROS = 1e6;
  private static final double LN2 = Math.log(2);

  private Distribution() {}

  static HistogramDataPointSnapshot of(Latencies latencies, Labels labels) {
    var histogram = latencies.histogram();
    var classic = new long[BOUNDS.length];
    var exponential = new TreeMap<Integer, Long>();
    long zeros = 0;
    double sum = 0;
    for (var bucket : histogram.recordedValues()) {
      long count = bucket.getCountAtValueIteratedTo();
      long last = bucket.getValueIteratedTo();
      double seconds = histogram.lowestEquivalentValue(last) / MICROS;
      sum += count * (histogram.medianEquivalentValue(last) / MICROS);
      classic[place(seconds)] += count;
      if (seconds == 0) {
        zeros += count;
      } else {
        exponential.merge(index(seconds), count, Long::sum);
      }
    }
    return new HistogramDataPointSnapshot(
        ClassicHistogramBuckets.of(BOUNDS, classic),
        SCHEMA,
        zeros,
        ZERO,
        NativeHistogramBuckets.of(
            exponential.keySet().stream().mapToInt(Integer::intValue).toArray(),
            exponential.values().stream().mapToLong(Long::longValue).toArray()),
        NativeHistogramBuckets.EMPTY,
        sum,
        labels,
        Exemplars.EMPTY,
        0);
  }

  private static int place(double seconds) {
    int place = 0;
    while (seconds > BOUNDS[place]) {
      place++;
    }
    return place;
  }

  /** Bucket i of schema n holds what is above 2^((i−1)/2ⁿ) and not above 2^(i/2ⁿ). */
  static int index(double seconds) {
    return (int) Math.ceil(Math.log(seconds) / LN2 * PER_DOUBLING);
  }
}
