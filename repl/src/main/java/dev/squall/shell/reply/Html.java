package dev.squall.shell.reply;

/** Text that is nothing but itself in a page, with its spaces. */
final class Html {
  private Html() {}

  /** Between tags and in attributes, in HTML and in XML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
