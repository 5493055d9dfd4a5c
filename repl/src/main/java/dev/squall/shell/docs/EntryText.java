package dev.squall.shell.docs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries as lines of a terminal. */
public final class EntryText {
  private static final String MARGIN = "  ";

  /** A longer name has a line to itself. */
  private static final int WIDEST_NAME = 20;

  private EntryText() {}

  /**
   * One below the other, with an empty line between them.
   *
   * @param width columns of the terminal; code and single words may be longer
   */
  public static String of(List<Entry> entries, int width) {
    return entries.stream().map(entry -> of(entry, width)).collect(Collectors.joining("\n\n"));
  }

  private static String of(Entry entry, int width) {
    var out = new StringBuilder(declaration(entry.signature(), width)).append('\n');
    if (!entry.body().isEmpty()) {
      out.append('\n').append(indented(Markdown.text(entry.body(), width - MARGIN.length())));
    }
    var notes = notes(entry);
    int name =
        notes.stream()
            .mapToInt(note -> note.name().length())
            .filter(length -> length <= WIDEST_NAME)
            .max()
            .orElse(0);
    if (!notes.isEmpty()) {
      out.append('\n');
    }
    notes.forEach(note -> out.append(note(note, name, width)).append('\n'));
    return out.toString().stripTrailing();
  }

  private static String indented(String text) {
    return text.lines()
        .map(line -> (line.isEmpty() ? "" : MARGIN) + line + "\n")
        .collect(Collectors.joining());
  }

  /** Broken between parameters where it is too long. */
  static String declaration(String signature, int width) {
    int open = signature.indexOf('(');
    if (signature.length() <= width || open < 0) {
      return signature;
    }
    var parameters = Signatures.parts(signature.substring(open + 1, signature.length() - 1));
    var kept =
        parameters.stream()
            .map(parameter -> parameter.replace(' ', Wrapped.NO_BREAK))
            .collect(Collectors.joining(", ", "", ")"));
    return signature.substring(0, open + 1)
        + "\n"
        + Wrapped.text(kept, MARGIN + MARGIN, MARGIN + MARGIN, width);
  }

  private static List<Entry.Note> notes(Entry entry) {
    var returns =
        entry.returns().isEmpty()
            ? Stream.<Entry.Note>empty()
            : Stream.of(new Entry.Note("returns", entry.returns()));
    var failures =
        entry.failures().stream()
            .map(note -> new Entry.Note("throws", "`" + note.name() + "` " + note.text()));
    return Stream.of(entry.parameters().stream(), returns, failures)
        .flatMap(notes -> notes)
        .toList();
  }

  private static String note(Entry.Note note, int name, int width) {
    var margin = MARGIN + " ".repeat(name) + MARGIN;
    var text = Markdown.plain(note.text());
    return note.name().length() > name
        ? MARGIN + note.name() + "\n" + Wrapped.text(text, margin, margin, width)
        : Wrapped.text(
            text,
            MARGIN + note.name() + " ".repeat(name - note.name().length()) + MARGIN,
            margin,
            width);
  }
}
