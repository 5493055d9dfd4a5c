package dev.squall.shell.debug;

/**
 * A line of a screen.
 *
 * @param tone what it is, for whoever colours it
 * @param text without control characters
 */
record Line(Tone tone, String text) {

  /** What a line is; its colours read on light and on dark. */
  enum Tone {
    PLAIN("", ""),
    TITLE("\033[1m", "font-weight:600"),
    SENT("\033[34m", "color:#2f7bc0"),
    RECEIVED("", ""),
    GOOD("\033[32m", "color:#1f8a4c"),
    BAD("\033[31m", "color:#c9433f"),
    CHANGED("\033[33m", "color:#a06a00"),
    FAINT("\033[2m", "color:#7a828a");

    private final String ansi;
    private final String css;

    Tone(String ansi, String css) {
      this.ansi = ansi;
      this.css = css;
    }
  }

  /** Control characters, which a server may have sent, become spaces. */
  static Line of(Tone tone, String text) {
    return new Line(tone, printable(text).stripTrailing());
  }

  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
  }

  /** For a terminal that shows colours. */
  String ansi() {
    return tone.ansi.isEmpty() || text.isEmpty() ? text : tone.ansi + text + "\033[0m";
  }

  String html() {
    var escaped =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
    return tone.css.isEmpty() ? escaped : "<span style=\"" + tone.css + "\">" + escaped + "</span>";
  }
}
