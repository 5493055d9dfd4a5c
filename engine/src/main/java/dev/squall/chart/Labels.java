package dev.squall.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers and names as a chart writes them. */
final class Labels {
  private static final MathContext ROUNDING = new MathContext(9);
  private static final int LONGEST = 200;

  private Labels() {}

  /** {@code 99.99}, {@code 12 000}: a tick, written in full. */
  static String number(double value) {
    var text = new BigDecimal(value, ROUNDING).stripTrailingZeros().toPlainString();
    int point = text.indexOf('.');
    var whole = point < 0 ? text : text.substring(0, point);
    return whole.length() > 4
        ? grouped(new BigDecimal(whole).longValue()) + (point < 0 ? "" : text.substring(point))
        : text;
  }

  /** {@code 48 120}. */
  static String count(long value) {
    return Math.abs(value) < 10_000 ? Long.toString(value) : grouped(value);
  }

  /** About three digits that matter. */
  static String rounded(double value) {
    return number(new BigDecimal(value, new MathContext(3)).doubleValue());
  }

  private static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
  }

  /** A name without what moves a cursor, is no character or is in no XML; not endless either. */
  static String printable(String name) {
    var text = new StringBuilder();
    name.codePoints()
        .limit(LONGEST)
        .forEach(character -> text.appendCodePoint(shown(character) ? character : '\uFFFD'));
    return text.toString();
  }

  private static boolean shown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> character != 0xFFFE && character != 0xFFFF;
    };
  }

  /** How many columns a text takes in a terminal. */
  static int columns(String text) {
    return text.codePoints().map(Labels::columns).sum();
  }

  private static int columns(int character) {
    boolean wide =
        (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x2E80 && character <= 0xA4CF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xF900 && character <= 0xFAFF)
            || (character >= 0xFE30 && character <= 0xFE6F)
            || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0x1F300 && character <= 0x1FAFF)
            || character >= 0x20000;
    boolean none = Character.getType(character) == Character.NON_SPACING_MARK;
    return none ? 0 : wide ? 2 : 1;
  }

  /** As much as so many columns hold, with spaces up to them. */
  static String padded(String text, int columns) {
    var fitting = text;
    for (int length = columns; columns(fitting) > columns; length--) {
      fitting = cut(text, length);
    }
    return fitting + " ".repeat(columns - columns(fitting));
  }

  /** Not longer than so many characters, with … where something is missing. */
  static String cut(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.max(0, most - 1))) + "…";
  }
}
