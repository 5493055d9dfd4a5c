package dev.squall.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text as a screen shows it: harmless, measured in cells, cut without breaking a character. */
public final class Display {
  /**
   * Control characters, line and paragraph separators, what turns the direction of writing, halves
   * of characters and what is no character: none of them is to be seen, and all can do harm.
   */
  private static final Pattern HARMFUL =
      Pattern.compile(
          "[\\p{Cntrl}\\u0080-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff"
              + "\\ufff9-\\uffff\\p{Cs}&&[^\\ufffc\\ufffd]]+");

  /** What belongs together on a screen: an emoji of several parts, a letter with its accents. */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private static final Set<Character.UnicodeScript> WIDE_SCRIPTS =
      Set.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.BOPOMOFO,
          Character.UnicodeScript.YI);

  // Halfwidth and fullwidth forms, of which those in the middle are narrow.
  private static final int FORMS = 0xff00;
  private static final int FULL_WIDTH_END = 0xff60;
  private static final int HALF_WIDTH_END = 0xffdf;
  private static final int FORMS_END = 0xffe6;
  // CJK symbols and punctuation; squared words of CJK.
  private static final int SYMBOLS = 0x3000;
  private static final int SYMBOLS_END = 0x303e;
  private static final int SQUARED = 0x3300;
  private static final int SQUARED_END = 0x33ff;
  private static final int EMOJI_STYLE = 0xfe0f;

  private Display() {}

  /** One line: what would move a cursor or turn the text round becomes a space. */
  public static String printable(String text) {
    return HARMFUL.matcher(text).replaceAll(" ").strip();
  }

  /** How many cells of a screen printable text takes. */
  public static int width(String text) {
    if (text.chars().allMatch(c -> c < 0x300)) {
      return text.length();
    }
    return CLUSTER.matcher(text).results().mapToInt(cluster -> widthOf(cluster.group())).sum();
  }

  private static int widthOf(String cluster) {
    int first = cluster.codePointAt(0);
    if (isWide(first) || cluster.codePoints().anyMatch(c -> c == EMOJI_STYLE)) {
      return 2;
    }
    return switch (Character.getType(first)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> 1;
    };
  }

  /** East Asian Width W or F of Unicode's annex 11, by script and range. */
  private static boolean isWide(int c) {
    if (Character.isEmojiPresentation(c)) {
      return true;
    }
    if (c >= FORMS && c <= FORMS_END) {
      return c <= FULL_WIDTH_END || c > HALF_WIDTH_END;
    }
    return (c >= SYMBOLS && c <= SYMBOLS_END)
        || (c >= SQUARED && c <= SQUARED_END)
        || WIDE_SCRIPTS.contains(Character.UnicodeScript.of(c));
  }

  /** At most so many cells; what is left out in the middle is an ellipsis. */
  public static String fit(String text, int most) {
    if (width(text) <= most) {
      return text;
    }
    if (most <= 1) {
      return most == 1 ? "…" : "";
    }
    var clusters = CLUSTER.matcher(text).results().map(MatchResult::group).toList();
    int tail = (most - 1) / 2;
    return String.join("", taken(clusters, most - 1 - tail))
        + "…"
        + String.join("", taken(clusters.reversed(), tail).reversed());
  }

  private static List<String> taken(List<String> clusters, int most) {
    var taken = new ArrayList<String>();
    int width = 0;
    for (var cluster : clusters) {
      width += widthOf(cluster);
      if (width > most) {
        break;
      }
      taken.add(cluster);
    }
    return taken;
  }
}
