package dev.squall.chart;

/**
 * Which order statistics enclose a percentile with 95 % confidence, whatever the distribution: the
 * number of values below it is binomial, so that
 *
 * <pre>  P(X₍ₗ₎ ≤ ξₚ ≤ X₍ᵤ₎) ≥ P(l ≤ B ≤ u − 1),  B ~ Bin(n, p)</pre>
 *
 * (H. A. David and H. N. Nagaraja, "Order Statistics", 3rd ed. 2003, section 7.1). At most 2.5 %
 * lie on either side. Requests of one run are not independent, so that the true interval is wider.
 */
final class OrderStatistics {
  private static final double ONE_SIDE = 0.025;
  private static final double NORMAL_QUANTILE = 1.959964;
  private static final double ENOUGH_FOR_NORMAL = 200;

  private OrderStatistics() {}

  /**
   * Ranks from 1, and n + 1 where the sample is too small to say.
   *
   * @param count n
   */
  record Ranks(long low, long high, long count) {
    boolean highKnown() {
      return high <= count;
    }

    double lowPercent() {
      return count == 0 ? 0 : 100.0 * low / count;
    }

    double highPercent() {
      return count == 0 ? 100 : 100.0 * Math.min(high, count) / count;
    }
  }

  /**
   * The ranks; a low one of 0 says that the sample is too small, and stands for its minimum.
   *
   * @param share 0 to 1
   */
  static Ranks ranks(long count, double share) {
    double variance = count * share * (1 - share);
    if (variance > ENOUGH_FOR_NORMAL) {
      double half = NORMAL_QUANTILE * Math.sqrt(variance);
      return new Ranks(
          Math.max(0, (long) Math.floor(count * share - half)),
          Math.min(count + 1, (long) Math.ceil(count * share + half) + 1),
          count);
    }
    return exact(count, share);
  }

  /** Adds the binomial probabilities up, each from the one before in logarithms. */
  private static Ranks exact(long count, double share) {
    if (count == 0 || share <= 0 || share >= 1) {
      return new Ranks(0, count + 1, count);
    }
    double log = count * Math.log1p(-share);
    double odds = Math.log(share) - Math.log1p(-share);
    double below = 0;
    long low = 0;
    for (long k = 0; k <= count; k++) {
      if (below <= ONE_SIDE) {
        low = k;
      }
      below += Math.exp(log);
      if (below >= 1 - ONE_SIDE) {
        return new Ranks(low, k + 1, count);
      }
      log += Math.log((double) (count - k)) - Math.log(k + 1.0) + odds;
    }
    return new Ranks(low, count + 1, count);
  }
}
