package dev.squall.goal;

import java.util.Optional;

/**
 * A rate that still wants to know how it should be: the first half of {@code
 * errorRate().isBelow(percent(1))} and of {@code requestRate().isAbove(500)}.
 *
 * @param metric which rate
 * @param step of which step; without one, of all requests
 */
public record RateOf(Metric metric, Optional<String> step) {

  /** Of one step. */
  public RateOf of(String stepName) {
    return new RateOf(metric, Optional.of(stepName));
  }

  /** Below a rate. */
  public Goal isBelow(double bound) {
    return new Goal(metric, step, Comparison.BELOW, bound);
  }

  /** Above a rate. */
  public Goal isAbove(double bound) {
    return new Goal(metric, step, Comparison.ABOVE, bound);
  }

  /** A rate or less. */
  public Goal isAtMost(double bound) {
    return new Goal(metric, step, Comparison.AT_MOST, bound);
  }

  /** A rate or more. */
  public Goal isAtLeast(double bound) {
    return new Goal(metric, step, Comparison.AT_LEAST, bound);
  }

  @Override
  public String toString() {
    return Goal.subject(metric, step);
  }
}
