package dev.squall.stats;

/**
 * A time read off a distribution, in milliseconds: known, known to be at least so much, or none.
 */
public sealed interface Estimate {

  /** The one {@link None}. */
  Estimate NONE = new None();

  /**
   * A known value.
   *
   * @param ms milliseconds, with the three significant digits of the histogram
   */
  record Exact(double ms) implements Estimate {}

  /**
   * The value lies in the censored tail: all that is known is a lower bound.
   *
   * @param ms milliseconds
   */
  record AtLeast(double ms) implements Estimate {}

  /** Nothing was measured. */
  record None() implements Estimate {}
}
