package dev.squall.shell.docs;

import java.util.List;

/**
 * Entries as a fragment of a page that has no script and loads nothing. Its colours are those that
 * are there already, so that it reads on light and on dark.
 */
public final class EntryHtml {
  private EntryHtml() {}

  /** One below the other, with a line between them. */
  public static String of(List<Entry> entries) {
    return "<div class=\"docs\">\n" + Markdown.html(EntryMarkdown.of(entries)) + "</div>\n";
  }
}
