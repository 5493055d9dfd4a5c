package dev.squall.goal;

import java.time.Duration;
import java.util.Optional;

/**
 * A response time that still wants to know how it should be: the first half of {@code
 * p95().of("checkout").isBelow(millis(300))}.
 *
 * @param metric which time
 * @param step of which step; without one, of all requests
 */
public record TimeOf(Metric metric, Optional<String> step) {

  /** Of one step. */
  public TimeOf of(String stepName) {
    return new TimeOf(metric, Optional.of(stepName));
  }

  /** Below a time. */
  public Goal isBelow(Duration bound) {
    return goal(Comparison.BELOW, bound);
  }

  /** Above a time. */
  public Goal isAbove(Duration bound) {
    return goal(Comparison.ABOVE, bound);
  }

  /** A time or less. */
  public Goal isAtMost(Duration bound) {
    return goal(Comparison.AT_MOST, bound);
  }

  /** A time or more. */
  public Goal isAtLeast(Duration bound) {
    return goal(Comparison.AT_LEAST, bound);
  }

  private Goal goal(Comparison comparison, Duration bound) {
    return new Goal(metric, step, comparison, bound.getSeconds() * 1e3 + bound.getNano() / 1e6);
  }

  @Override
  public String toString() {
    return Goal.subject(metric, step);
  }
}
