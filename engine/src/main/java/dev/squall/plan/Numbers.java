package dev.squall.plan;

import java.math.BigDecimal;
import java.util.Optional;

/** Texts as numbers. */
public final class Numbers {
  /** Longer texts are not numbers that a person compares, and would be slow to read as one. */
  private static final int LONGEST = 400;

  private Numbers() {}

  /**
   * The exact value of a decimal number such as {@code -12.50} or {@code 1e3}; nothing for any
   * other text.
   */
  public static Optional<BigDecimal> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !startsLikeANumber(text)) {
      return Optional.empty();
    }
    try {
      var value = new BigDecimal(text);
      // 1e999999999 is a number that no one can compare with without filling the memory.
      return Math.abs((long) value.scale()) > 10_000 ? Optional.empty() : Optional.of(value);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean startsLikeANumber(String text) {
    char c = text.charAt(0);
    return c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9');
  }
}
