package dev.squall.analysis;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns, the first ones to the left and all others to the right; sentences around. */
final class Columns {
  private static final int SCREEN = 100;
  private static final int LONGEST = 28;

  private final int toTheLeft;
  private final List<List<String>> rows = new ArrayList<>();

  /** With so many columns to the left. */
  Columns(int toTheLeft) {
    this.toTheLeft = toTheLeft;
  }

  Columns row(String... cells) {
    rows.add(List.of(cells).stream().map(Columns::printable).map(Columns::fit).toList());
    return this;
  }

  /** One line: what would move a cursor, and may stand in a name, becomes a space. */
  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** Broken at spaces to the width of a screen. */
  static String sentence(String text) {
    var lines = new StringBuilder();
    var rest = printable(text);
    while (length(rest) > SCREEN) {
      int most = rest.offsetByCodePoints(0, SCREEN);
      int space = rest.lastIndexOf(' ', most);
      int end = space > 0 ? space : most;
      lines.append(rest, 0, end).append('\n');
      rest = "  " + rest.substring(end).strip();
    }
    return lines.append(rest).append('\n').toString();
  }

  private static String fit(String cell) {
    return length(cell) <= LONGEST
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        var padding = " ".repeat(widths[i] - length(row.get(i)));
        line.append("  ").append(i < toTheLeft ? row.get(i) + padding : padding + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
