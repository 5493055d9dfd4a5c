package dev.squall.httpx;

import dev.squall.load.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Numbers and times as they are written. */
final class Figures {
  private static final int MOST_DIGITS = 30;

  private Figures() {}

  /** {@code -1.50}; nothing where the text is no such number or one of too many digits. */
  static Optional<BigDecimal> number(String text) {
    int digits = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    boolean written =
        text.length() <= MOST_DIGITS
            && (point < 0
                ? isDigits(text, digits, text.length())
                : isDigits(text, digits, point) && isDigits(text, point + 1, text.length()));
    return written ? Optional.of(canonical(new BigDecimal(text))) : Optional.empty();
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  /** One form for numbers that are equal. */
  static BigDecimal canonical(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** As it is written; what is no number becomes one that may not stand where one is wanted. */
  static BigDecimal decimal(double number) {
    return Double.isFinite(number)
        ? canonical(BigDecimal.valueOf(number))
        : BigDecimal.ONE.negate();
  }

  /** A whole number up to a limit. */
  static Optional<Long> whole(String text, long most) {
    return number(text)
        .filter(
            number -> number.scale() == 0 && number.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
        .map(BigDecimal::longValueExact);
  }

  static String print(Duration time) {
    boolean inMillis =
        time.isPositive()
            && time.compareTo(Duration.ofSeconds(1)) < 0
            && time.toNanos() % 1_000_000 == 0;
    return inMillis ? time.toMillis() + "ms" : Durations.print(time);
  }
}
