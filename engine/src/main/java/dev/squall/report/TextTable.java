package dev.squall.report;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns: the first to the left, all others to the right. */
final class TextTable {
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
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder(" ");
      for (int i = 0; i < row.size(); i++) {
        var padding = " ".repeat(widths[i] - width(row.get(i)));
        line.append(' ')
            .append(i == 0 ? row.get(i) + padding : padding + row.get(i))
            .append(i == 0 ? " " : "");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
