package dev.squall.report;

/**
 * Text for a terminal: no line longer than a screen is wide, nothing that would move its cursor.
 */
final class Paragraph {
  private Paragraph() {}

  /**
   * Lines of so many columns broken at spaces, the further ones indented as given; ends with a line
   * end.
   */
  static String wrap(String text, String indent, int columns) {
    var lines = new StringBuilder();
    var rest = printable(text);
    while (length(rest) > columns) {
      int most = rest.offsetByCodePoints(0, columns);
      int space = rest.lastIndexOf(' ', most);
      boolean breaks = space > rest.length() - rest.stripLeading().length();
      int end = breaks ? space : most;
      lines.append(rest, 0, end).append('\n');
      rest = indent + rest.substring(end).stripLeading();
    }
    return lines.append(rest).append('\n').toString();
  }

  /** One line: control characters, which a server may have sent, become spaces. */
  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").stripTrailing();
  }

  /** At most so many characters; what is left out in the middle is an ellipsis. */
  static String fit(String text, int most) {
    int length = length(text);
    if (length <= most) {
      return text;
    }
    int tail = (most - 1) / 2;
    return text.substring(0, text.offsetByCodePoints(0, most - 1 - tail))
        + "…"
        + text.substring(text.offsetByCodePoints(0, length - tail));
  }

  /** In code points. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
