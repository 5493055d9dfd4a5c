package dev.squall.httpx;

/** How far the pieces reach that are not made of words: JSONPaths, and rests of lines. */
final class Rests {
  private Rests() {}

  /**
   * The end of a JSONPath: white space, a comma, a bar, a brace or an operator outside brackets.
   * Where a bracket is not closed in its line, its place as a negative number, less one.
   *
   * @param from behind what it begins with
   */
  static int jsonPathEnd(String text, int from) {
    int depth = 0;
    int opened = from;
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n') {
      char c = text.charAt(i);
      if (depth == 0 && endsPath(text, i, c)) {
        return i;
      }
      switch (c) {
        case '[', '(', '{' -> opened = depth++ == 0 ? i : opened;
        case ']', ')', '}' -> depth--;
        case '"', '\'' -> i = stringEnd(text, i);
        default -> {}
      }
      i++;
    }
    return depth == 0 ? Math.min(i, text.length()) : -opened - 1;
  }

  private static boolean endsPath(String text, int i, char c) {
    return Words.isBlank(c) || ",|}])=<>\"'{".indexOf(c) >= 0 || Words.startsUnequal(text, i);
  }

  /** The place of the quote that closes a string, or of the last character of its line. */
  private static int stringEnd(String text, int from) {
    int i = from + 1;
    while (i < text.length() && text.charAt(i) != '\n') {
      if (text.charAt(i) == text.charAt(from)) {
        return i;
      }
      i += text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) != '\n' ? 2 : 1;
    }
    return i - 1;
  }

  /**
   * The end of a rest: the line's, or the first comma, bar, brace or comment outside brackets and
   * quotes. A backslash takes the meaning of what follows it; a square bracket or a quote that has
   * no partner in its line is a character like others. Where another bracket is not closed in its
   * line, its place as a negative number, less one.
   */
  static int end(String text, int from) {
    int lineEnd = text.indexOf('\n', from);
    return new Line(text, from, lineEnd < 0 ? text.length() : lineEnd).end();
  }

  /** A line while it is looked at; each character without a partner is looked for only once. */
  private static final class Line {
    private final String text;
    private final int to;
    private int at;
    private int parentheses;
    private int braces;
    private boolean noClass;
    private String lonely = "";

    Line(String text, int from, int to) {
      this.text = text;
      this.at = from;
      this.to = to;
    }

    int end() {
      int from = at;
      int open = -1;
      for (; at < to; at++) {
        char c = text.charAt(at);
        switch (c) {
          case '\\' -> at++;
          case '[' -> at = classEnd(at);
          case '"', '\'' -> at = partner(at);
          case '(' -> open = parentheses++ == 0 ? at : open;
          case ')' -> parentheses = Math.max(0, parentheses - 1);
          case '{' -> braces++;
          case '}' -> {
            if (braces == 0) {
              return parentheses == 0 ? trimmed(from, at) : -open - 1;
            }
            braces--;
          }
          case ',', '|' -> {
            if (parentheses + braces == 0) {
              return trimmed(from, at);
            }
          }
          case '#' -> {
            if (parentheses + braces == 0 && at > from && Words.isBlank(text.charAt(at - 1))) {
              return trimmed(from, at);
            }
          }
          default -> {}
        }
      }
      return parentheses + braces == 0 ? trimmed(from, to) : -Math.max(open, from) - 1;
    }

    private int trimmed(int from, int end) {
      int last = end;
      while (last > from && Words.isBlank(text.charAt(last - 1)) && !isEscaped(from, last - 1)) {
        last--;
      }
      return last;
    }

    private boolean isEscaped(int from, int i) {
      int slashes = 0;
      while (i - 1 - slashes >= from && text.charAt(i - 1 - slashes) == '\\') {
        slashes++;
      }
      return slashes % 2 == 1;
    }

    /** A bracket may be its own first member, as in a pattern. */
    private int classEnd(int open) {
      if (noClass) {
        return open;
      }
      int i = open + 1;
      if (i < to && text.charAt(i) == '^') {
        i++;
      }
      i++;
      for (i = Math.min(i, to); i < to; i++) {
        char c = text.charAt(i);
        if (c == ']') {
          return i;
        }
        if (c == '\\') {
          i++;
        }
      }
      noClass = true;
      return open;
    }

    private int partner(int quote) {
      char wanted = text.charAt(quote);
      if (lonely.indexOf(wanted) >= 0) {
        return quote;
      }
      for (int i = quote + 1; i < to; i++) {
        char c = text.charAt(i);
        if (c == wanted) {
          return i;
        }
        switch (c) {
          case '\\' -> i++;
          case '[' -> i = classEnd(i);
          default -> {}
        }
      }
      lonely += wanted;
      return quote;
    }
  }
}
