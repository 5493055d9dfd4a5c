package dev.squall.shop.behaviour;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How fast the body of an answer is sent.
 *
 * @param bytesPerSecond 0 means as fast as the connection takes it
 */
public record Bandwidth(long bytesPerSecond) {

  /** As fast as the connection takes it. */
  public static final Bandwidth UNLIMITED = new Bandwidth(0);

  private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(B|KB|MB)/s");
  private static final long MOST = 1_000_000_000;

  /**
   * @throws IllegalArgumentException when negative or more than 1000 MB/s
   */
  public Bandwidth {
    if (bytesPerSecond < 0 || bytesPerSecond > MOST) {
      throw new IllegalArgumentException(
          "a bandwidth is between 1B/s and 1000MB/s, or none, not " + bytesPerSecond + "B/s");
    }
  }

  /**
   * Reads {@code none}, {@code 500B/s}, {@code 10KB/s} or {@code 1.5MB/s}; 1 KB is 1000 bytes.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static Bandwidth parse(String text) {
    if (text.strip().equals("none")) {
      return UNLIMITED;
    }
    var match = RATE.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no bandwidth: use none, 500B/s, 10KB/s or 1.5MB/s".formatted(text));
    }
    var unit =
        switch (match.group(2)) {
          case "B" -> 1L;
          case "KB" -> 1_000L;
          default -> 1_000_000L;
        };
    var exact = new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(unit));
    var bytes = exact.longValue();
    if (exact.compareTo(BigDecimal.valueOf(bytes)) != 0) {
      throw new IllegalArgumentException("'%s' is no whole number of bytes".formatted(text));
    }
    if (bytes == 0) {
      throw new IllegalArgumentException("at 0B/s no body ever arrives: use none for no limit");
    }
    return new Bandwidth(bytes);
  }

  /** Whether it is as fast as the connection takes it. */
  public boolean isUnlimited() {
    return bytesPerSecond == 0;
  }

  /** The text that {@link #parse} reads back. */
  public String text() {
    if (bytesPerSecond == 0) {
      return "none";
    }
    if (bytesPerSecond % 1_000_000 == 0) {
      return bytesPerSecond / 1_000_000 + "MB/s";
    }
    return bytesPerSecond % 1_000 == 0 ? bytesPerSecond / 1_000 + "KB/s" : bytesPerSecond + "B/s";
  }
}
