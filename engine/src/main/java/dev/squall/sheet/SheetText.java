package dev.squall.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sheet for a terminal: words to the left, numbers to the right, units above them, no line longer
 * than the screen is wide. Labels give way first, then the columns that matter least, and those are
 * named.
 */
public final class SheetText {
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";
  private static final String INDENT = "  ";
  private static final char NO_BREAK = '\u00a0';

  private final Sheet sheet;
  private final TextColumns layout;
  private final boolean ansi;
  private final List<Integer> rows;

  private SheetText(Sheet sheet, int columns, int rows, boolean ansi) {
    this.sheet = sheet;
    this.ansi = ansi;
    this.rows = new ArrayList<>(IntStream.range(0, Cells.shown(sheet, rows)).boxed().toList());
    if (sheet.total()) {
      this.rows.add(sheet.rows() - 1);
    }
    this.layout = TextColumns.of(sheet.columns(), this.rows, columns - INDENT.length());
  }

  /**
   * The lines, each with its end.
   *
   * @param columns how wide the screen is
   * @param rows how many are shown at most, a total not counted
   * @param ansi whether bad news, bounds and totals are marked with colours
   */
  public static String of(Sheet sheet, int columns, int rows, boolean ansi) {
    var text = new SheetText(sheet.forPeople(), columns, rows, ansi);
    return text.lines(columns) + text.notes(columns, Cells.leftOut(text.sheet, rows));
  }

  private String lines(int columns) {
    var title = Display.fit(Display.printable(sheet.title()), columns - INDENT.length());
    var lines = new StringBuilder(INDENT + tinted(BOLD, title) + "\n");
    if (sheet.rows() == 0) {
      return lines.append(INDENT).append("none\n").toString();
    }
    for (int level = layout.levels() - 1; level >= 0; level--) {
      int above = level;
      line(lines, column -> column.aligned(column.heading(above)));
    }
    for (int row : rows) {
      line(lines, column -> cell(column, row));
    }
    return lines.toString();
  }

  private void line(StringBuilder lines, Function<TextColumns.Shown, String> cell) {
    var line = layout.shown().stream().map(cell).collect(Collectors.joining(" ", INDENT, ""));
    lines.append(line.stripTrailing()).append('\n');
  }

  private String cell(TextColumns.Shown shown, int row) {
    var text = shown.aligned(shown.cell(row));
    boolean isTotal = sheet.total() && row == sheet.rows() - 1;
    if (Cells.isAlarming(shown.column(), row)) {
      return tinted(isTotal ? BOLD + RED : RED, text);
    }
    if (Cells.isBound(shown.column(), row)) {
      return tinted(isTotal ? BOLD + YELLOW : YELLOW, text);
    }
    return isTotal ? tinted(BOLD, text) : text;
  }

  private String tinted(String tint, String text) {
    int end = text.stripTrailing().length();
    int start = text.length() - text.stripLeading().length();
    return ansi && start < end
        ? text.substring(0, start) + tint + text.substring(start, end) + PLAIN + text.substring(end)
        : text;
  }

  private String notes(int columns, String leftOut) {
    var notes = new ArrayList<String>();
    if (!leftOut.isEmpty()) {
      notes.add(leftOut);
    }
    if (!layout.leftOut().isEmpty() && sheet.rows() > 0) {
      var names = layout.leftOut().stream().map(name -> name.replace(' ', NO_BREAK)).toList();
      notes.add("no room for " + String.join(", ", names));
    }
    return notes.stream().map(note -> wrapped(note, columns)).collect(Collectors.joining());
  }

  private static String wrapped(String note, int columns) {
    var lines = new StringBuilder();
    var line = new StringBuilder(INDENT);
    for (var word : note.split(" ", -1)) {
      if (line.length() > INDENT.length() && line.length() + word.length() > columns) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(INDENT);
      }
      line.append(word).append(' ');
    }
    return lines
        .append(line.toString().stripTrailing())
        .append('\n')
        .toString()
        .replace(NO_BREAK, ' ');
  }
}
