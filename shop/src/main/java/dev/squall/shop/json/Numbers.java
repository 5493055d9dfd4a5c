package dev.squall.shop.json;

/** Whole numbers in paths and queries. */
public final class Numbers {

  private Numbers() {}

  /**
   * The number that the text says.
   *
   * @throws Refusal 400 naming the number when the text is no whole number within the range
   */
  public static int within(String name, String text, int least, int most) {
    try {
      var number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below with the same words as a number out of range.
    }
    var range =
        most == Integer.MAX_VALUE ? least + " or more" : "between " + least + " and " + most;
    throw Refusal.badRequest(
        "%s must be a whole number, %s, not '%s'".formatted(name, range, text));
  }
}
