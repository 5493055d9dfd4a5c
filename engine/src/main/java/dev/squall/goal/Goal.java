package dev.squall.goal;

import java.math.BigDecimal;
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

  /**
   * As a {@code .httpx} file has it: {@code p95 of checkout < 300ms}, {@code errors < 1%}; a step's
   * name stands as it is.
   */
  public String text() {
    var value = BigDecimal.valueOf(bound);
    return metric.word()
        + step.map(" of "::concat).orElse("")
        + " "
        + comparison.sign()
        + " "
        + switch (metric.unit()) {
          case MILLIS -> plain(value) + "ms";
          case SHARE -> plain(value.movePointRight(2)) + "%";
          case PER_SECOND -> plain(value);
        };
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  @Override
  public String toString() {
    return subject() + " " + comparison.label() + " " + metric.print(bound);
  }
}
