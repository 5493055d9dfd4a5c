package dev.squall.shop.json;

import java.util.regex.Pattern;

/** Whole numbers in paths and queries. */
public final class Numbers {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,10}");

  private Numbers() {}

  /**
   * The number that the text says.
   *
   * @throws Refusal 400 naming the number when the text is no whole number within the range
   */
  public static int within(String name, String text, int least, int most) {
    // Java would also take a plus sign and the digits of every script.
    if (WHOLE.matcher(text).matches()) {
      var number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return (int) number;
      }
    }
    var range =
        most == Integer.MAX_VALUE ? least + " or more" : "between " + least + " and " + most;
    throw Refusal.badRequest(
        "%s must be a whole number, %s, not '%s'".formatted(name, range, text));
  }
}
