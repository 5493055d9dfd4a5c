package dev.squall.load;

import java.math.BigDecimal;

/** Loads in words. */
final class Quantity {
  private Quantity() {}

  static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  static String of(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}
