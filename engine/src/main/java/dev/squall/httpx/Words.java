package dev.squall.httpx;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Which characters make a word, and how texts are written so that they are read again. */
final class Words {
  private static final String ENDS_BARE = ",|{}[]()=<>\"'`";

  private Words() {}

  /** White space within a line, which a byte order mark and a carriage return are too. */
  static boolean isBlank(int c) {
    return c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
  }

  static boolean isLetter(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Letters, digits, {@code _} and {@code -}, which does not begin it. */
  static boolean isName(String text) {
    IntPredicate allowed = c -> isLetter(c) || c == '-';
    return !text.isEmpty()
        && isLetter(text.codePointAt(0))
        && text.codePoints().allMatch(allowed)
        && !text.endsWith("-");
  }

  /** Where a word without quotes ends; a variable in it is part of it. */
  static int bareEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '$' && text.startsWith("${", i)) {
        int end = variableEnd(text, i);
        if (end < 0) {
          return i;
        }
        i = end;
      } else if (c == '\n' || isBlank(c) || ENDS_BARE.indexOf(c) >= 0 || startsUnequal(text, i)) {
        return i;
      } else {
        i++;
      }
    }
    return i;
  }

  /** Behind the brace that closes a variable; negative where none does in its line. */
  static int variableEnd(String text, int from) {
    for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '}') {
        return i + 1;
      }
    }
    return -1;
  }

  static boolean startsUnequal(String text, int at) {
    return text.startsWith("!=", at);
  }

  /** A name as it is written, in quotes where it has to be. */
  static String name(String name) {
    return isName(name) ? name : quoted(name);
  }

  /** A text in double quotes. */
  static String quoted(String text) {
    var quoted = new StringBuilder().append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** The word of a constant. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
