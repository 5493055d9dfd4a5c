package dev.squall.load;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 250ms}, {@code 1.5s}, {@code 30s}, {@code 5m}, {@code
 * 1h30m}.
 */
public final class Durations {
  private static final Pattern WHOLE = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h|d))+");
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");

  private static final BigDecimal LONGEST = BigDecimal.valueOf(36_500 * nanosOf("d"));

  private Durations() {}

  /** Nothing where the text is no duration, or one of more than 36 500 days. */
  public static Optional<Duration> parse(String text) {
    if (text.length() > 40 || !WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    var nanos = BigDecimal.ZERO;
    for (var part = PART.matcher(text); part.find(); ) {
      nanos =
          nanos.add(
              new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanosOf(part.group(2)))));
    }
    return nanos.compareTo(LONGEST) > 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanos.longValue()));
  }

  private static long nanosOf(String unit) {
    return switch (unit) {
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      case String _ -> 86_400_000_000_000L;
    };
  }

  /** As it could have been written: {@code 0.25s}, {@code 1m30s}. */
  public static String print(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
