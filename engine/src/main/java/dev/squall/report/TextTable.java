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

  private final List<List<String>> rows = new ArrayList<>();

  TextTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  @Override
  public String toString() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Paragraph.length(row.get(i)));
      }
    }
    int excess = 2 + IntStream.of(widths).map(width -> width + 1).sum() - Paragraph.COLUMNS;
    int first = columns == 0 ? 0 : Math.max(SHORTEST_LABEL, widths[0] - Math.max(0, excess));
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder(" ");
      for (int i = 0; i < row.size(); i++) {
        var cell = i == 0 ? Paragraph.fit(row.get(0), first) : row.get(i);
        int width = i == 0 ? Math.min(first, widths[0]) : widths[i];
        var padding = " ".repeat(width - Paragraph.length(cell));
        line.append(' ').append(i == 0 ? cell + padding + " " : padding + cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
