package dev.squall.shell.reply;

/**
 * What a piece of text is, as far as colours tell it.
 *
 * <p>The colours are a terminal's own, which fit its ground; what is most of a screen is bold or
 * the colour of text anyway, and faint instead of grey, because a palette may have its grey where
 * another has its ground.
 */
enum Tone {
  PLAIN("", ""),
  KEY("1", "k"),
  STRING("32", "s"),
  NUMBER("35", "n"),
  WORD("36", "w"),
  FAINT("2", "f"),
  GOOD("1;32", "g"),
  NOTE("1;36", "w"),
  BAD("1;91", "b");

  private final String rendition;
  private final String cssClass;

  Tone(String rendition, String cssClass) {
    this.rendition = rendition;
    this.cssClass = cssClass;
  }

  String ansi(String text) {
    return rendition.isEmpty() || text.isEmpty()
        ? text
        : "\u001b[" + rendition + "m" + text + "\u001b[0m";
  }

  /** Of text that is escaped already. */
  String html(String escaped) {
    return cssClass.isEmpty() || escaped.isEmpty()
        ? escaped
        : "<span class=\"" + cssClass + "\">" + escaped + "</span>";
  }
}
