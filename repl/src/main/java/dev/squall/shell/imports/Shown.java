package dev.squall.shell.imports;

import dev.squall.secret.Secrets;

/** Texts of a file as a person may see them: no secrets, no control characters, not too long. */
final class Shown {
  private static final int LONGEST = 160;
  private static final int LONGEST_NAME = 80;

  private Shown() {}

  static String url(String url) {
    return text(Secrets.target(url));
  }

  /** A piece of a message. */
  static String text(String text) {
    return shortened(text, LONGEST);
  }

  /** What a step, a group or a scenario can be called; empty where nothing of it is left. */
  static String name(String text) {
    return shortened(text, LONGEST_NAME);
  }

  private static String shortened(String text, int most) {
    // Few characters are more than one char, and none is cut apart below.
    var begin = text.length() > 4 * most ? text.substring(0, 4 * most) : text;
    var clean = new StringBuilder();
    begin.codePoints().map(c -> isInvisible(c) ? ' ' : c).forEach(clean::appendCodePoint);
    var one = clean.toString().replaceAll("\\s+", " ").strip();
    return one.codePointCount(0, one.length()) <= most
        ? one
        : one.substring(0, one.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Also what turns the direction of writing round, and halves of characters. */
  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
