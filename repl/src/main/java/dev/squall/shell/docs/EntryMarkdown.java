package dev.squall.shell.docs;

import java.util.List;
import java.util.stream.Collectors;

/** Entries as Markdown: for a notebook, and for HTML that is made of it. */
public final class EntryMarkdown {
  /** Of a signature; a page does not break lines of code. */
  private static final int WIDTH = 80;

  private EntryMarkdown() {}

  /** One below the other, with a line between them. */
  public static String of(List<Entry> entries) {
    return entries.stream().map(EntryMarkdown::of).collect(Collectors.joining("\n---\n\n"));
  }

  private static String of(Entry entry) {
    var out = new StringBuilder();
    out.append("```java\n")
        .append(EntryText.declaration(entry.signature(), WIDTH))
        .append("\n```\n\n");
    if (!entry.body().isEmpty()) {
      out.append(entry.body()).append("\n\n");
    }
    entry.parameters().forEach(note -> note(out, note, ""));
    if (!entry.returns().isEmpty()) {
      out.append("- *returns* ").append(entry.returns()).append('\n');
    }
    entry.failures().forEach(note -> note(out, note, "*throws* "));
    return out.toString();
  }

  private static void note(StringBuilder out, Entry.Note note, String before) {
    out.append("- ").append(before).append('`').append(note.name()).append("`");
    out.append(note.text().isEmpty() ? "" : " – " + note.text()).append('\n');
  }
}
