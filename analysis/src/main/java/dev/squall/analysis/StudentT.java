package dev.squall.analysis;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;

/** Student's t distribution, for means whose spread is itself an estimate. */
final class StudentT {
  /** From here on it is the normal distribution to ten digits, and its series take long. */
  private static final double MANY = 1e6;

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private StudentT() {}

  /**
   * How often a value at least so far from zero, on either side, comes by chance: I_x(df/2, 1/2)
   * with x = df/(df + t²) (NIST Digital Library of Mathematical Functions, 8.17).
   *
   * @param df degrees of freedom, above 0
   */
  static double twoSided(double t, double df) {
    if (Double.isInfinite(t)) {
      return 0;
    }
    return df > MANY
        ? 2 * NORMAL.cumulativeProbability(-Math.abs(t))
        : Beta.regularizedBeta(df / (df + t * t), df / 2, 0.5);
  }

  /**
   * What a value stays below with this probability.
   *
   * @param probability between 0 and 1
   * @param df degrees of freedom, above 0
   */
  static double quantile(double probability, double df) {
    return df > MANY
        ? NORMAL.inverseCumulativeProbability(probability)
        : new TDistribution(null, df).inverseCumulativeProbability(probability);
  }
}
