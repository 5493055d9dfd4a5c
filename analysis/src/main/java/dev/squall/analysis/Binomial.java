package dev.squall.analysis;

/** How many of independent requests lie within a percentile. */
final class Binomial {
  /** From so many on either side on, the normal distribution is as good. */
  private static final double MANY = 500;

  private Binomial() {}

  /** The smallest k with {@code P(at most k of n) ≥ probability}. */
  static long quantile(long n, double share, double probability) {
    // Counted from the rarer side, where there are few to count.
    if (share > 0.5) {
      return n - fewest(n, 1 - share, 1 - probability);
    }
    return fewest(n, share, probability);
  }

  private static long fewest(long n, double share, double probability) {
    double mean = n * share;
    if (mean > MANY) {
      double deviation = Math.sqrt(mean * (1 - share));
      return (long) Math.ceil(mean + deviation * StudentT.quantile(probability, 1e9) - 0.5);
    }
    double mass = Math.exp(n * Math.log1p(-share));
    double sum = mass;
    long k = 0;
    while (sum < probability && k < n) {
      mass *= (n - k) / (k + 1.0) * share / (1 - share);
      sum += mass;
      k++;
    }
    return k;
  }
}
