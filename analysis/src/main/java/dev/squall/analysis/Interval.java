package dev.squall.analysis;

/**
 * An estimate and what lies around it with 95 % confidence.
 *
 * @param estimate the best single number
 * @param low the lower end; {@link Double#NEGATIVE_INFINITY} or, of a ratio, 0 where none is known
 * @param high the upper end; {@link Double#POSITIVE_INFINITY} where none is known
 */
public record Interval(double estimate, double low, double high) {

  /** Whether a value is one that the data allow. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
