package dev.squall.live;

import java.util.regex.Pattern;

/**
 * What every metric's name begins with.
 *
 * @param name letters, digits and underscores, at most 64; a digit is not the first
 */
public record MetricNamespace(String name) {

  // A colon is for recording rules.
  private static final Pattern VALID = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,63}");

  /** {@code squall}. */
  public static final MetricNamespace USUAL = new MetricNamespace("squall");

  public MetricNamespace {
    if (!VALID.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' begins no metric's name: letters, digits and _, at most 64, no digit first");
    }
  }

  String of(String metric) {
    return name + "_" + metric;
  }
}
