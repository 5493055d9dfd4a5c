package dev.squall.analysis;

/**
 * Where a burst has settled: K. P. White's MSER, "An Effective Truncation Heuristic for Bias
 * Reduction in Simulation Output", Simulation 69 (1997), 323–334. Of all beginnings to leave out it
 * takes the one that leaves the least {@code Σ(x − mean)² / n²}; where that would be half of the
 * burst or more, it has not settled.
 *
 * @param from how many values at the beginning are left out
 * @param settled whether the rest may be taken as steady
 */
record Steady(int from, boolean settled) {
  /** Fewer values say nothing either way. */
  private static final int FEWEST = 6;

  static Steady of(double[] values) {
    int n = values.length;
    if (n < FEWEST) {
      return new Steady(0, true);
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int from = 0; from <= n / 2; from++) {
      var rest = new Moments();
      for (int i = from; i < n; i++) {
        rest.add(values[i]);
      }
      double left = n - from;
      double error = rest.variance() * (left - 1) / (left * left);
      if (error < least) {
        least = error;
        best = from;
      }
    }
    return new Steady(best, best < n / 2 || least == 0);
  }
}
