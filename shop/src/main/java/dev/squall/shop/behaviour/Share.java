package dev.squall.shop.behaviour;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A share of all requests.
 *
 * @param value 0 (none) to 1 (all)
 */
public record Share(double value) {

  /** No request at all. */
  public static final Share NONE = new Share(0);

  // As many decimals as the smallest double prints.
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,340})?)\\s*%");

  /**
   * @throws IllegalArgumentException when not from 0 to 1
   */
  public Share {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "a share is between 0% and 100%, not " + value * 100 + "%");
    }
    value = Math.abs(value); // -0.0 is none at all, too
  }

  /**
   * Reads {@code 2.5%}.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static Share parse(String text) {
    var match = PERCENT.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no share: use a percentage, such as 2.5%%".formatted(text));
    }
    var percent = new BigDecimal(match.group(1));
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("a share is between 0% and 100%, not " + text.strip());
    }
    return new Share(percent.movePointLeft(2).doubleValue());
  }

  /** The text that {@link #parse} reads back. */
  public String text() {
    var percent = BigDecimal.valueOf(value).movePointRight(2).stripTrailingZeros();
    return percent.toPlainString() + "%";
  }
}
