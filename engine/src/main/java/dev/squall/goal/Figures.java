package dev.squall.goal;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in a sentence: as short as they are known, at most six digits. */
final class Figures {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private Figures() {}

  static String of(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    var shortest = BigDecimal.valueOf(number).round(SIX_DIGITS);
    return shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString();
  }
}
