package dev.squall.stats;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A distribution of times, some of them censored: a time-out or an interrupted request says only
 * that the time is at least its age. Immutable.
 *
 * <p>Percentiles come from the product-limit estimate (E. L. Kaplan and P. Meier, "Nonparametric
 * Estimation from Incomplete Observations", Journal of the American Statistical Association 53
 * (1958), 457–481):
 *
 * <pre>  S(t) = Π (1 − dᵢ / nᵢ)   over all tᵢ ≤ t</pre>
 *
 * where dᵢ complete answers took tᵢ and nᵢ requests were neither answered nor censored before tᵢ;
 * where both fall together the answers come first. The percentile p is the smallest t with {@code 1
 * − S(t) ≥ p/100}. Without censoring that is HdrHistogram's {@code getValueAtPercentile}, to the
 * bit. Where S never falls so low, the percentile lies in the censored tail and is a bound: the
 * largest time up to which S is known.
 *
 * <p>Recorded in microseconds with three significant digits, shown in milliseconds.
 */
public final class Latencies {

  /** The percentiles that reports print. */
  public static final List<Double> PERCENTILES = List.of(50.0, 75.0, 90.0, 95.0, 99.0, 99.9);

  /** Nothing measured. */
  public static final Latencies NONE = new Latencies(Counts.NONE, Counts.NONE, 0);

  private static final double MICROS_PER_MILLI = 1000;
  private static final double ROUNDING = 1e-12;
  private static final int TICKS_PER_HALVING = 5;

  private final Counts answered;
  private final Counts censored;
  private final long beside;
  // For each bucket of `answered`: total × (1 − S), which is a plain count before any censoring.
  private final double[] reached;

  Latencies(Counts answered, Counts censored, long beside) {
    this.answered = answered;
    this.censored = censored;
    this.beside = beside;
    this.reached = productLimit(answered, censored);
  }

  /** Complete answers. */
  public long count() {
    return answered.total();
  }

  /** Requests whose time is only known to be at least their age. */
  public long censored() {
    return censored.total();
  }

  /** Requests that are in no distribution: refused, reset, malformed, never written. */
  public long beside() {
    return beside;
  }

  /** The fastest complete answer; without any, the youngest age is a bound. */
  public Estimate min() {
    if (!answered.isEmpty()) {
      return exact(Buckets.lowest(answered.key(0)));
    }
    return censored.isEmpty()
        ? Estimate.NONE
        : new Estimate.AtLeast(Buckets.lowest(censored.key(0)) / MICROS_PER_MILLI);
  }

  /** The slowest time; a bound where a censored request was at least as slow as every answer. */
  public Estimate max() {
    return percentile(100);
  }

  /**
   * The mean: the area under S. Where S does not reach zero, the area up to the largest time known,
   * which is a bound.
   */
  public Estimate mean() {
    if (total() == 0) {
      return Estimate.NONE;
    }
    double sum = 0;
    double before = 0;
    for (int i = 0; i < reached.length; i++) {
      sum += Buckets.median(answered.key(i)) * (reached[i] - before);
      before = reached[i];
    }
    double unknown = total() - before;
    return unknown <= total() * ROUNDING
        ? new Estimate.Exact(sum / total() / MICROS_PER_MILLI)
        : new Estimate.AtLeast((sum + unknown * boundMicros()) / total() / MICROS_PER_MILLI);
  }

  /**
   * The time that this share of the requests stays within.
   *
   * @param percentile 0 to 100
   */
  public Estimate percentile(double percentile) {
    if (!(percentile >= 0 && percentile <= 100)) {
      throw new IllegalArgumentException("a percentile lies between 0 and 100: " + percentile);
    }
    // One step below, as HdrHistogram does: 99.9 % of 1000 is 999 whatever the binary fraction
    // says.
    double wanted = Math.max(0, Math.nextDown(percentile)) * total() / 100;
    if (!censored.isEmpty()) {
      wanted -= total() * ROUNDING;
    }
    for (int i = 0; i < reached.length; i++) {
      if (reached[i] >= wanted) {
        int key = answered.key(i);
        return exact(percentile == 0 ? Buckets.lowest(key) : Buckets.highest(key));
      }
    }
    return bound();
  }

  /**
   * A point of the percentile curve.
   *
   * @param percentile 0 to 100
   * @param ms the time in milliseconds
   */
  public record Point(double percentile, double ms) {}

  /**
   * The percentile curve for plotting: five points for each halving of the distance to 100 %, up to
   * the last percentile that is known. Empty when nothing was answered.
   */
  public List<Point> curve() {
    var points = new ArrayList<Point>();
    for (double left = 100; ; left /= 2) {
      for (int tick = 0; tick < TICKS_PER_HALVING; tick++) {
        double percentile = 100 - left * (1 - tick / (2.0 * TICKS_PER_HALVING));
        boolean last = (100 - percentile) * total() < 100;
        percentile = last ? 100 : percentile;
        if (!(percentile(percentile) instanceof Estimate.Exact(var ms))) {
          return List.copyOf(points);
        }
        points.add(new Point(percentile, ms));
        if (last) {
          return List.copyOf(points);
        }
      }
    }
  }

  /** Both distributions as one; exact and associative. */
  public Latencies plus(Latencies other) {
    return new Latencies(
        answered.plus(other.answered), censored.plus(other.censored), beside + other.beside);
  }

  /** The complete answers in microseconds; a copy. */
  public Histogram histogram() {
    return Buckets.histogram(answered);
  }

  /** The ages of the censored requests in microseconds; a copy. */
  public Histogram censoredHistogram() {
    return Buckets.histogram(censored);
  }

  /** {@link #histogram()} in HdrHistogram's V2 compressed form, base64. */
  public String hdr() {
    return base64(histogram());
  }

  /** {@link #censoredHistogram()} in HdrHistogram's V2 compressed form, base64. */
  public String censoredHdr() {
    return base64(censoredHistogram());
  }

  Counts answeredCounts() {
    return answered;
  }

  Counts censoredCounts() {
    return censored;
  }

  private long total() {
    return answered.total() + censored.total();
  }

  private Estimate bound() {
    return total() == 0 ? Estimate.NONE : new Estimate.AtLeast(boundMicros() / MICROS_PER_MILLI);
  }

  /** Not below any percentile that is known, so that they never fall. */
  private double boundMicros() {
    long known = answered.isEmpty() ? 0 : Buckets.highest(answered.key(answered.size() - 1));
    return Math.max(known, censored.max());
  }

  private static Estimate exact(long micros) {
    return new Estimate.Exact(micros / MICROS_PER_MILLI);
  }

  private static double[] productLimit(Counts answered, Counts censored) {
    var reached = new double[answered.size()];
    long total = answered.total() + censored.total();
    long atRisk = total;
    // S is (atRisk / since) × S at the last censoring: dividing once keeps plain counts exact.
    long since = total;
    double left = total;
    double leftSince = total;
    int next = 0;
    for (int i = 0; i < reached.length; i++) {
      boolean fewer = false;
      while (next < censored.size() && censored.key(next) < answered.key(i)) {
        atRisk -= censored.count(next++);
        fewer = true;
      }
      if (fewer) {
        since = atRisk;
        leftSince = left;
      }
      atRisk -= answered.count(i);
      left = since == total ? atRisk : leftSince / since * atRisk;
      reached[i] = total - left;
    }
    return reached;
  }

  private static String base64(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Latencies that
        && answered.equals(that.answered)
        && censored.equals(that.censored)
        && beside == that.beside;
  }

  @Override
  public int hashCode() {
    return 31 * answered.hashCode() + censored.hashCode();
  }

  @Override
  public String toString() {
    return "Latencies[count=%d, censored=%d, beside=%d]".formatted(count(), censored(), beside);
  }
}
