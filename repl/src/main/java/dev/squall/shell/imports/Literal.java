package dev.squall.shell.imports;

/** Text of a file as a template that stands for it. */
final class Literal {
  private Literal() {}

  /** With every dollar sign written so that no hole can begin at it, whatever follows. */
  static String of(String text) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    var literal = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      literal.append(c == '$' && mayBegin(text, i + 1) ? "${$}" : String.valueOf(c));
    }
    return literal.toString();
  }

  /** At the end too: a hole may be put behind it. */
  private static boolean mayBegin(String text, int next) {
    if (next == text.length()) {
      return true;
    }
    char c = text.charAt(next);
    return c == '{' || c == '$' || c == '_' || Character.isLetter(c);
  }
}
