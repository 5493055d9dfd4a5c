package dev.squall.analysis;

/**
 * How much the seconds of a run resemble their neighbours, and what follows for a mean over them.
 *
 * @param blockLength how many seconds in a row are drawn together
 * @param inflation what the variance of block means still lacks, as a factor
 * @param degreesOfFreedom how well the variance is known
 */
record Autocorrelation(int blockLength, double inflation, double degreesOfFreedom) {

  /** Beyond it a short series cannot tell a slow wave from a trend. */
  private static final double MOST = 0.9;

  /** Even arrivals give neighbours that make up for each other; more than this is noise. */
  private static final double LEAST = -0.3;

  /**
   * Of a series, one value a second.
   *
   * <p>The block length is D. N. Politis and H. White's, "Automatic Block-Length Selection for the
   * Dependent Bootstrap", Econometric Reviews 23 (2004), 53–70, with the correction of A. Patton,
   * Politis and White (2009), for circular blocks: {@code b = (2G²/D)^⅓ n^⅓}.
   *
   * <p>Blocks of that length know nothing of what reaches beyond them: in a minute of seconds that
   * is a third of the variance. So the variance is raised to that of a first-order autoregression
   * seen through the noise of counting, as D. W. K. Andrews and J. C. Monahan whiten first ("An
   * Improved Heteroskedasticity and Autocorrelation Consistent Covariance Matrix Estimator",
   * Econometrica 60 (1992), 953–966). With the correlations {@code ρ₁, ρ₂} at lags of one and two
   * seconds it fades by {@code φ = ρ₂/ρ₁} a second, at least as slowly as without noise, {@code φ =
   * ρ₁}; the variance is {@code 1 + 2ρ₁/(1−φ)} times that of independent seconds, of which blocks
   * of b see {@code 1 + 2 Σ (1−k/b) ρ₁φᵏ⁻¹}. The correlations are freed of what taking out the mean
   * costs them (F. H. C. Marriott and J. A. Pope, Biometrika 41 (1954), 390–402).
   */
  static Autocorrelation of(double[] series) {
    int n = series.length;
    double[] covariance = covariance(series);
    if (covariance[0] <= 0) {
      return new Autocorrelation(1, 1, n - 1.0);
    }
    int block = blockLength(covariance, n);
    double lagOne = covariance[1] / covariance[0];
    double lagTwo = n > 2 ? covariance[2] / covariance[0] : 0; // two seconds know nothing of it
    double first = Math.clamp(lagOne + (1 + 3 * lagOne) / n, LEAST, MOST);
    double fading = first;
    if (lagOne > 1 / Math.sqrt(n)) {
      double lost = (1 + first) / (1 - first) / n;
      first = Math.min(MOST, lagOne + lost * (1 - lagOne));
      fading = Math.clamp((lagTwo + lost * (1 - lagTwo)) / first, first, MOST);
    }
    double whole = 1 + 2 * first / (1 - fading);
    double seen = 1;
    for (int k = 1; k < block; k++) {
      seen += 2 * (1 - k / (double) block) * first * Math.pow(fading, k - 1);
    }
    // Which of the two estimates knows less, the blocks or φ, says how well the variance is known.
    double ofBlocks = 2 / (1.5 * n / block - 1);
    double ofFading = 4 / ((1 - fading * fading) * n);
    return new Autocorrelation(
        block, whole / seen * n / (n - 1.0), 2 / Math.max(ofBlocks, ofFading));
  }

  private static double[] covariance(double[] series) {
    int n = series.length;
    double sum = 0;
    for (double value : series) {
      sum += value;
    }
    double mean = sum / n;
    // A sum that is a rounding error away from constant is constant.
    double least = 1e-18 * Math.max(1, mean * mean);
    double[] covariance = new double[n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i + k < n; i++) {
        covariance[k] += (series[i] - mean) * (series[i + k] - mean) / n;
      }
    }
    covariance[0] = covariance[0] <= least ? 0 : covariance[0];
    return covariance;
  }

  private static int blockLength(double[] covariance, int n) {
    int reach = reach(covariance, n);
    double weighted = 0;
    double spectrum = covariance[0];
    for (int k = 1; k <= reach && k < n; k++) {
      double share = k / (double) reach;
      double window = share <= 0.5 ? 1 : 2 * (1 - share);
      weighted += 2 * window * k * covariance[k];
      spectrum += 2 * window * covariance[k];
    }
    double length =
        Math.cbrt(2 * weighted * weighted / (4.0 / 3 * spectrum * spectrum)) * Math.cbrt(n);
    double most = Math.min(3 * Math.sqrt(n), n / 3.0);
    return Double.isFinite(length) ? Math.clamp(Math.round(Math.min(length, most)), 1, n) : 1;
  }

  /** Twice the lag behind which nothing differs from noise. */
  private static int reach(double[] covariance, int n) {
    double noise = 2 * Math.sqrt(Math.log10(n) / n);
    int quiet = Math.max(3, (int) Math.ceil(Math.sqrt(Math.log10(n))));
    int most = (int) Math.ceil(Math.sqrt(n)) + quiet;
    int inARow = 0;
    int last = most;
    for (int k = 1; k <= most && k < n && inARow < quiet; k++) {
      inARow = Math.abs(covariance[k]) < noise * covariance[0] ? inARow + 1 : 0;
      last = inARow == quiet ? k - quiet : last;
    }
    return Math.clamp(2L * last, 1, most);
  }
}
