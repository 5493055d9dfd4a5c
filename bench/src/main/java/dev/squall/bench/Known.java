package dev.squall.bench;

import dev.squall.stats.Estimate;

/** Times that a check can calculate with. */
final class Known {
  private Known() {}

  /** In milliseconds; NaN, which is within no bound, where the time itself is a bound or none. */
  static double ms(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> ms;
      case Estimate.AtLeast(_), Estimate.None() -> Double.NaN;
    };
  }
}
