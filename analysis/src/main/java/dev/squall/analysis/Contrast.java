package dev.squall.analysis;

/**
 * A difference between two sides on the scale on which it is judged: of logarithms where a ratio is
 * meant.
 *
 * @param estimate second less first
 * @param standardError of it
 * @param degreesOfFreedom how well the standard error is known
 * @param resolution how far buckets and ragged ends alone may put it off
 * @param lowKnown whether its lower end is known: not where the first is a bound
 * @param highKnown whether its upper end is known: not where the second is a bound
 * @param growth what the squared standard error grows by with each unit that the second is higher;
 *     0 where it does not depend on that
 */
record Contrast(
    double estimate,
    double standardError,
    double degreesOfFreedom,
    double resolution,
    boolean lowKnown,
    boolean highKnown,
    double growth) {

  /** What the promise "one in twenty" comes to. */
  static final double ALARMS = 0.05;

  /** How often the smallest difference that could have been seen would be. */
  static final double POWER = 0.8;

  Contrast(double estimate, double standardError, double degreesOfFreedom) {
    this(estimate, standardError, degreesOfFreedom, 0, true, true, 0);
  }

  /**
   * Of two independent numbers; the degrees of freedom are B. L. Welch's, Biometrika 34 (1947),
   * 28–35.
   *
   * @param firstError standard error of the first
   * @param firstFreedom its degrees of freedom
   */
  static Contrast of(
      double estimate,
      double firstError,
      double firstFreedom,
      double secondError,
      double secondFreedom,
      double resolution,
      boolean lowKnown,
      boolean highKnown) {
    double first = firstError * firstError;
    double second = secondError * secondError;
    double variance = first + second;
    double df =
        variance == 0
            ? Math.min(firstFreedom, secondFreedom)
            : variance
                * variance
                / (first * first / firstFreedom + second * second / secondFreedom);
    return new Contrast(estimate, Math.sqrt(variance), df, resolution, lowKnown, highKnown, 0);
  }

  double low() {
    return lowKnown ? estimate - half() : Double.NEGATIVE_INFINITY;
  }

  double high() {
    return highKnown ? estimate + half() : Double.POSITIVE_INFINITY;
  }

  private double half() {
    return StudentT.quantile(1 - ALARMS / 2, degreesOfFreedom) * standardError + resolution;
  }

  /** How often chance alone gives a difference like this, either way. */
  double chance() {
    double beyond = Math.max(0, Math.abs(estimate) - resolution);
    if (beyond == 0 || (estimate > 0 ? !lowKnown : !highKnown)) {
      return 1;
    }
    return standardError == 0 ? 0 : StudentT.twoSided(beyond / standardError, degreesOfFreedom);
  }

  /**
   * The difference that would have been seen four times in five: so many standard errors, which are
   * themselves a little larger where the second is higher by it.
   */
  double smallest() {
    double errors =
        StudentT.quantile(1 - ALARMS / 2, degreesOfFreedom)
            + StudentT.quantile(POWER, degreesOfFreedom);
    double grown = errors * errors * growth;
    double still = errors * standardError;
    return (grown + Math.sqrt(grown * grown + 4 * still * still)) / 2 + resolution;
  }

  /** The same with a squared standard error that grows with the difference. */
  Contrast growing(double perUnit) {
    return new Contrast(
        estimate, standardError, degreesOfFreedom, resolution, lowKnown, highKnown, perUnit);
  }

  Reading reading(boolean beyondChance) {
    if (beyondChance) {
      return estimate > 0 ? Reading.HIGHER : Reading.LOWER;
    }
    return lowKnown && highKnown ? Reading.NO_DIFFERENCE_SEEN : Reading.CANNOT_BE_COMPARED;
  }
}
