package dev.squall.shell.docs;

/**
 * An explanation of something that is no word.
 *
 * @param name by which it is asked for
 * @param markdown with a title of level one
 */
public record Topic(String name, String markdown) {

  /** Its first line without the mark. */
  public String title() {
    return markdown.lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
  }

  /**
   * As lines of a terminal.
   *
   * @param width columns of the terminal; code may be longer
   */
  public String text(int width) {
    return Markdown.text(markdown, width);
  }

  /** As a fragment of a page that has no script and loads nothing. */
  public String html() {
    return "<div class=\"docs\">\n" + Markdown.html(markdown) + "</div>\n";
  }
}
