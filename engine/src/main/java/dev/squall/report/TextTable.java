package dev.squall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows in columns: the first to the left, all others to the right. Labels give way where the table
 * would be wider than a screen.
 */
final class TextTable {
  private static final int SHORTEST_LABEL = 20;

  private final int screen;
  private final List<List<String>> rows = new ArrayList<>();

  /** For a screen of so many columns. */
  TextTable(int screen) {
    this.screen = screen;
  }

  TextTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** An empty line between rows; none before the first. */
  TextTable gap() {
    return rows.isEmpty() ? this : row(List.of(""));
  }

  /** Whether labels can give way far enough. */
  boolean fits() {
    int[] widths = widths();
    return excess(widths) <= Math.max(0, widths[0] - SHORTEST_LABEL);
  }

  /** How far it would reach beyond the screen with every label whole. */
  private int excess(int[] widths) {
    return 2 + IntStream.of(widths).map(width -> width + 1).sum() - screen;
  }

  private int[] widths() {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(1)];
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Paragraph.length(row.get(i)));
      }
    }
    return widths;
  }

  @Override
  public String toString() {
    int[] widths = widths();
    int first = Math.max(SHORTEST_LABEL, widths[0] - Math.max(0, excess(widths)));
    widths[0] = Math.min(first, widths[0]);
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder(" ");
      for (int i = 0; i < row.size(); i++) {
        var cell = i == 0 ? Paragraph.fit(row.get(0), first) : row.get(i);
        var padding = " ".repeat(widths[i] - Paragraph.length(cell));
        line.append(' ').append(i == 0 ? cell + padding + " " : padding + cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
