package dev.squall.goal;

import java.util.Optional;

/**
 * What would be good enough, or what would be too much: {@code p95 of checkout below 300 ms}.
 *
 * @param metric which number
 * @param step of which step; without one, of all requests
 * @param comparison how it is held against the bound
 * @param bound in the metric's unit: milliseconds, a share from 0 to 1, or so many a second
 */
public record Goal(Metric metric, Optional<String> step, Comparison comparison, double bound) {

  /** What it speaks of: {@code p95 of checkout}. */
  public String subject() {
    return subject(metric, step);
  }

  static String subject(Metric metric, Optional<String> step) {
    return metric.label() + step.map(name -> " of " + name).orElse("");
  }

  @Override
  public String toString() {
    return subject() + " " + comparison.label() + " " + metric.print(bound);
  }
}
