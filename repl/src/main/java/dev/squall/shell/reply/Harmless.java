package dev.squall.shell.reply;

import dev.squall.sheet.Display;

/** Text of a server that a screen may get: what it shows is what is there, and nothing moves. */
final class Harmless {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;
  private static final int LAST_OF_PLANE = 0xfffe;
  private static final String TAB = "    ";

  private Harmless() {}

  /** A text as JSON writes it, with everything escaped that is not to be seen. */
  static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
              if (isHidden(c)) {
                for (char unit : Character.toChars(c)) {
                  quoted.append("\\u%04x".formatted((int) unit));
                }
              } else {
                quoted.appendCodePoint(c);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }

  /** What joins the parts of an emoji or keeps letters apart is seen by what it does. */
  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
      default -> (c & LAST_OF_PLANE) == LAST_OF_PLANE;
    };
  }

  /** One line with its indentation; what would move a cursor is a space. */
  static String line(String line) {
    var guarded = Display.printable('|' + line.replace("\t", TAB) + '|');
    return guarded.substring(1, guarded.length() - 1).stripTrailing();
  }
}
