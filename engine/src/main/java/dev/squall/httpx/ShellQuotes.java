package dev.squall.httpx;

import java.util.regex.Pattern;

/** Words as a shell wants them. */
final class ShellQuotes {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\\n\\t]]");

  private ShellQuotes() {}

  /** Plain where it can be, in single quotes where those suffice, else with escapes. */
  static String quote(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    return CONTROL.matcher(text).find() ? escaped(text) : "'" + text.replace("'", "'\\''") + "'";
  }

  private static String escaped(String text) {
    var quoted = new StringBuilder("$'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (CONTROL.matcher(Character.toString(c)).matches()) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('\'').toString();
  }
}
