package dev.squall.sheet;

import dev.squall.stats.Estimate;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read them: three digits that matter, thousands apart, never NaN. */
public final class Numbers {
  private Numbers() {}

  /** {@code 48 120}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
  }

  /**
   * Milliseconds without their unit: {@code 0.42}, {@code 4.8}, {@code 1 210}; {@code ≥ 5 000};
   * {@code –} for none.
   */
  public static String millis(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> decimal(ms);
      case Estimate.AtLeast(var ms) -> "≥ " + decimal(ms);
      case Estimate.None() -> "–";
    };
  }

  /** With its unit, for a sentence. */
  public static String millisInWords(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> "at most " + decimal(ms) + " ms";
      case Estimate.AtLeast(var ms) ->
          "at least " + decimal(ms) + " ms (how much more is not known)";
      case Estimate.None() -> "no measured time";
    };
  }

  /** About three digits that matter. */
  public static String decimal(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    if (size >= 999.5) {
      return count(Math.round(value));
    }
    return String.format(
        Locale.ROOT, size < 0.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%.0f", value);
  }

  /** As it was given: {@code 90}, {@code 0.5}. */
  public static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /**
   * A share in percent; more digits close to nothing and to all, which only those themselves are.
   */
  public static String percent(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    return part == whole ? "100 %" : percent(100.0 * part / whole) + " %";
  }

  /** The same without its unit, of a share that is in percent already. */
  static String percent(double share) {
    if (share == 0 || share == 100) {
      return share == 0 ? "0" : "100";
    }
    if (share < 0.0005 || share > 99.9995) {
      return share < 1 ? "< 0.001" : "> 99.999";
    }
    boolean close = share < 0.1 || share > 99.9;
    return String.format(Locale.ROOT, close ? "%.3f" : "%.1f", share).replaceAll("\\.0+$", "");
  }

  /** {@code 1.4 MB}, in powers of ten. */
  public static String bytes(long value) {
    double left = (double) value;
    for (var unit : new String[] {"B", "kB", "MB", "GB"}) {
      if (left < 999.5) {
        return (unit.equals("B") ? Long.toString(Math.round(left)) : decimal(left)) + " " + unit;
      }
      left /= 1000;
    }
    return decimal(left) + " TB";
  }
}
