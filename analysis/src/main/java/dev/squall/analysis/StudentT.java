package dev.squall.analysis;

/**
 * Student's t distribution, for means whose spread is itself an estimate.
 *
 * <p>The distribution function is a regularised incomplete beta function, I_x(df/2, 1/2) with x =
 * df/(df + t²) (NIST Digital Library of Mathematical Functions, 8.17), by its continued fraction
 * 8.17.22.
 */
final class StudentT {
  private static final int MOST_TERMS = 500;
  private static final double PRECISION = 1e-14;
  private static final double TINY = 1e-300;
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private StudentT() {}

  /**
   * How often a value at least so far from zero, on either side, comes by chance.
   *
   * @param df degrees of freedom, above 0
   */
  static double twoSided(double t, double df) {
    return Double.isInfinite(t) ? 0 : regularisedBeta(df / (df + t * t), df / 2, 0.5);
  }

  /**
   * What a value stays below with this probability.
   *
   * @param probability between 0 and 1
   * @param df degrees of freedom, above 0
   */
  static double quantile(double probability, double df) {
    if (probability < 0.5) {
      return -quantile(1 - probability, df);
    }
    double wanted = 2 * (1 - probability);
    double low = 0;
    double high = 1;
    while (twoSided(high, df) > wanted) {
      high *= 2;
    }
    for (int i = 0; i < 200 && high - low > 1e-12 * high; i++) {
      double middle = (low + high) / 2;
      if (twoSided(middle, df) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double regularisedBeta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    // The fraction converges fast on one side of the mean only; the other side is its mirror.
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /** Evaluated from the front, by Lentz's way. */
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d);
      c = nonZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d);
      c = nonZero(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < PRECISION) {
        break;
      }
    }
    return value;
  }

  private static double nonZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Lanczos' approximation with g = 7, for arguments of at least a half. */
  private static double logGamma(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double t = x + 6.5;
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
  }
}
