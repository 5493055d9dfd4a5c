package dev.squall.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers and blocks of times as every part of a results file writes them. */
final class JsonNumbers {
  private JsonNumbers() {}

  static void lateness(ObjectNode node, String name, Latencies lateness) {
    var block = node.putObject(name + "_ms");
    estimate(block, "p50", lateness.percentile(50));
    estimate(block, "p99", lateness.percentile(99));
    estimate(block, "max", lateness.max());
    histogram(node, name, lateness);
  }

  private static void histogram(ObjectNode node, String name, Latencies times) {
    node.put(name + "_hdr", times.hdr());
    if (times.censored() > 0) {
      node.put(name + "_censored_hdr", times.censoredHdr());
    }
  }

  /**
   * A block of times and, beside it, its histogram; with what was cut off at its age where there is
   * any.
   */
  static void times(ObjectNode node, String name, Latencies times) {
    var block = node.putObject(name + "_ms");
    estimate(block, "min", times.min());
    estimate(block, "mean", times.mean());
    for (double percentile : Latencies.PERCENTILES) {
      estimate(block, label(percentile), times.percentile(percentile));
    }
    estimate(block, "max", times.max());
    histogram(node, name, times);
  }

  private static String label(double percentile) {
    return "p" + BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
  }

  static void estimate(ObjectNode node, String name, Estimate estimate) {
    switch (estimate) {
      case Estimate.Exact(var ms) -> node.put(name, decimal(ms));
      case Estimate.AtLeast(var ms) -> node.putNull(name).put(name + "_at_least", decimal(ms));
      case Estimate.None() -> node.putNull(name);
    }
  }

  /** Six digits that matter, of a number whose size nobody knows; what is no number is nothing. */
  static @Nullable BigDecimal figure(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros()
        : null;
  }

  /** Seconds with microsecond digits. */
  static BigDecimal toTheMicro(double seconds) {
    return BigDecimal.valueOf(seconds).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  /** Three digits behind the point; what is no number is nothing. */
  static @Nullable BigDecimal decimal(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros()
        : null;
  }
}
