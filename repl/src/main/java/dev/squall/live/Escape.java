package dev.squall.live;

/** Text of whoever wrote the scenario, or of the server, between our own tags. */
final class Escape {
  private Escape() {}

  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
