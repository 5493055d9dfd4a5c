package dev.squall.stats;

import java.util.Locale;

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
  record Exact(double ms) implements Estimate {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f ms", ms);
    }
  }

  /**
   * The value lies in the censored tail: all that is known is a lower bound.
   *
   * @param ms milliseconds
   */
  record AtLeast(double ms) implements Estimate {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "≥ %.1f ms", ms);
    }
  }

  /** Nothing was measured. */
  record None() implements Estimate {
    @Override
    public String toString() {
      return "nothing measured";
    }
  }
}
