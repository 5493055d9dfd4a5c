package dev.squall.load;

import java.math.BigDecimal;
import java.math.MathContext;

/** Loads in words. */
final class Quantity {
  private Quantity() {}

  static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Three digits that matter; more where the whole part has them. */
  static String about(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    var exact = BigDecimal.valueOf(number);
    int digits = Math.max(3, exact.precision() - exact.scale());
    return exact.round(new MathContext(digits)).stripTrailingZeros().toPlainString();
  }

  static String of(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}
