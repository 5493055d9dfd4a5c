package dev.squall.shop.behaviour;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.regex.Pattern;

/** Times as people write them: {@code 250us}, {@code 20ms}, {@code 1.5s}, {@code 2m}. */
public final class TimeWords {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(us|ms|s|m)");

  private static final long NANOS = 1_000_000_000;

  private TimeWords() {}

  /** Reads such a time. */
  public static Duration parse(String text) {
    var match = TIME.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no time: use a number with us, ms, s or m, such as 20ms".formatted(text));
    }
    var nanos =
        switch (match.group(2)) {
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          default -> 60_000_000_000L;
        };
    // In two parts, because a long holds no more than 292 years of nanoseconds.
    var parts =
        new BigDecimal(match.group(1))
            .multiply(BigDecimal.valueOf(nanos))
            .toBigInteger()
            .divideAndRemainder(BigInteger.valueOf(NANOS));
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
  }

  static String print(Duration time) {
    var seconds = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
    if (time.compareTo(Duration.ofSeconds(1)) >= 0) {
      return seconds.stripTrailingZeros().toPlainString() + "s";
    }
    return seconds.movePointRight(3).stripTrailingZeros().toPlainString() + "ms";
  }

  static void requireWithin(String what, Duration time, Duration least, Duration most) {
    if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s is between %s and %s, not %s"
              .formatted(what, print(least), print(most), print(time)));
    }
  }
}
