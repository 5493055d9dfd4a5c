package dev.squall.analysis;

import dev.squall.goal.Metric;
import dev.squall.sheet.Numbers;
import dev.squall.stats.Judgement;
import dev.squall.stats.Judgement.Actual;
import java.util.Locale;

/** Numbers of a comparison as people read them; never NaN, never an infinity. */
final class ChangeText {
  /** From here on a factor reads better than percent. */
  private static final double TWICE = 2;

  private ChangeText() {}

  /** {@code 12.1 ms}, {@code ≥ 5 000 ms}, {@code 0.4 %}, {@code 310/s}. */
  static String of(Metric metric, Actual actual) {
    return switch (actual) {
      case Judgement.Known(var value) -> of(metric, value);
      case Judgement.AtLeast(var value) -> "≥ " + of(metric, value);
      case Judgement.Nothing() -> "–";
    };
  }

  private static String of(Metric metric, double value) {
    return switch (metric.unit()) {
      case MILLIS -> Numbers.decimal(value) + " ms";
      case SHARE -> percent(value, value);
      case PER_SECOND -> Numbers.decimal(value) + "/s";
    };
  }

  /** A share in percent, with as many digits as another one that stands beside it deserves. */
  static String percent(double share, double beside) {
    return digits(share, beside) + " %";
  }

  private static String digits(double share, double beside) {
    double size = Math.abs(100 * beside);
    if (size >= 999.5) {
      return Numbers.count(Math.round(100 * share));
    }
    return String.format(
        Locale.ROOT,
        share == 0 || size >= 9.95 ? "%.0f" : size >= 0.995 ? "%.1f" : "%.2f",
        100 * share);
  }

  /** By how much a ratio differs from one, without its direction: {@code 4.1–9.2 %}. */
  static String by(Interval ratio) {
    if (ratio.estimate() < 1) {
      return between(1 - ratio.high(), 1 - Math.max(0, ratio.low()), ratio.low() <= 0);
    }
    if (ratio.low() >= TWICE) {
      return ratio.high() == Double.POSITIVE_INFINITY
          ? "a factor of at least " + Numbers.decimal(ratio.low())
          : "a factor of " + Numbers.decimal(ratio.low()) + "–" + Numbers.decimal(ratio.high());
    }
    return between(ratio.low() - 1, ratio.high() - 1, ratio.high() == Double.POSITIVE_INFINITY);
  }

  private static String between(double low, double high, boolean open) {
    return open ? "at least " + percent(low, low) : digits(low, high) + "–" + percent(high, high);
  }

  /** Percentage points, without their direction. */
  static String points(Interval difference) {
    double low = Math.min(Math.abs(difference.low()), Math.abs(difference.high()));
    double high = Math.max(Math.abs(difference.low()), Math.abs(difference.high()));
    return digits(low, high) + "–" + digits(high, high) + " points";
  }

  /** The interval of a change with its signs: {@code −1.2 … +3.4 %}. */
  static String interval(Change change) {
    if (change.metric() == Metric.ERROR_RATE) {
      return change.difference().map(d -> ends(d.low(), d.high()) + " points").orElse("–");
    }
    return change.ratio().map(r -> ends(r.low() - 1, r.high() - 1) + " %").orElse("–");
  }

  private static String ends(double low, double high) {
    if (Double.isInfinite(high) || low <= -1) {
      return Double.isInfinite(high) ? "from " + signed(low, low) : "up to " + signed(high, high);
    }
    double larger = Math.max(Math.abs(low), Math.abs(high));
    return signed(low, larger) + " … " + signed(high, larger);
  }

  static String signed(double share, double beside) {
    var digits = digits(Math.abs(share), beside);
    boolean isZero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    return (isZero ? "" : share < 0 ? "−" : "+") + digits;
  }

  /** The change itself: {@code +6.1 %}, {@code −0.3 points}. */
  static String change(Change change) {
    if (change.metric() == Metric.ERROR_RATE) {
      return change
          .difference()
          .map(d -> signed(d.estimate(), d.estimate()) + " points")
          .orElse("–");
    }
    return change.ratio().map(r -> signed(r.estimate() - 1, r.estimate() - 1) + " %").orElse("–");
  }

  /** The smallest change that would have shown. */
  static String smallest(Change change) {
    if (change.smallest().isEmpty()) {
      return "–";
    }
    double smallest = change.smallest().getAsDouble();
    return change.metric() == Metric.ERROR_RATE
        ? digits(smallest, smallest) + " points"
        : percent(smallest, smallest);
  }
}
