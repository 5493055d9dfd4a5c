package dev.squall.sheet;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sheet as a table of GitHub's Markdown. */
public final class SheetMarkdown {
  private SheetMarkdown() {}

  /**
   * The text, beginning with the title in bold.
   *
   * @param rows how many are shown at most, a total not counted
   */
  public static String of(Sheet sheet, int rows) {
    var people = sheet.forPeople();
    var text = new StringBuilder("**" + escaped(people.title()) + "**\n\n");
    line(text, people, column -> escaped(column.heading().title()));
    line(text, people, column -> Cells.isLeft(column) ? ":--" : "--:");
    int shown = Cells.shown(people, rows);
    IntStream.range(0, shown)
        .forEach(row -> line(text, people, column -> escaped(Cells.shown(column, row))));
    if (people.total()) {
      int last = people.rows() - 1;
      line(text, people, column -> bold(escaped(Cells.shown(column, last))));
    }
    var leftOut = Cells.leftOut(people, rows);
    return leftOut.isEmpty() ? text.toString() : text + "\n" + leftOut + "\n";
  }

  private static void line(StringBuilder text, Sheet sheet, Function<Column, String> cell) {
    text.append(
        sheet.columns().stream().map(cell).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String bold(String text) {
    return text.isEmpty() ? "" : "**" + text + "**";
  }

  /**
   * Text that is nothing but itself in Markdown; one line. Every character that could begin
   * something is only itself; a reference ends no cell.
   */
  public static String escaped(String text) {
    var escaped = new StringBuilder();
    Display.printable(text)
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '|' -> escaped.append("&#124;");
            case '@' -> escaped.append("&#64;");
            case '\\', '`', '*', '_', '[', ']', '(', ')', '#', '!', '~', '$' ->
                escaped.append('\\').appendCodePoint(c);
            default -> escaped.appendCodePoint(c);
          }
        });
    return escaped.toString();
  }
}
