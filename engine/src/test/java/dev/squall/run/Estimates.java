package dev.squall.run;

import dev.squall.stats.Estimate;

/** Estimates that a test knows to be exact. */
final class Estimates {
  private Estimates() {}

  static double ms(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> ms;
      case Estimate.AtLeast _, Estimate.None _ ->
          throw new AssertionError("expected an exact time and not " + estimate);
    };
  }
}
