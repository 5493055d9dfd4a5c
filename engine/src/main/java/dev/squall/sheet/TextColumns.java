package dev.squall.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which columns there is room for, and how wide each of them is. */
final class TextColumns {
  private static final int SHORTEST_LABEL = 12;

  private final List<Shown> shown;
  private final List<String> leftOut = new ArrayList<>();
  private final int room;

  private TextColumns(List<Shown> shown, int room) {
    this.shown = shown;
    this.room = room;
  }

  /**
   * The layout for a screen with so much room.
   *
   * @param rows the rows that are shown
   */
  static TextColumns of(List<Column> columns, List<Integer> rows, int room) {
    var shown = new ArrayList<Shown>();
    for (var column : columns) {
      shown.add(new Shown(column, rows));
    }
    var layout = new TextColumns(shown, room);
    layout.leaveOut();
    layout.narrow();
    return layout;
  }

  List<Shown> shown() {
    return shown;
  }

  /** The titles of those that found no room, in the order of the sheet. */
  List<String> leftOut() {
    return leftOut;
  }

  /** How many lines the headings take. */
  int levels() {
    return shown.stream().mapToInt(column -> column.heading.size()).max().orElse(0);
  }

  private void leaveOut() {
    var all = List.copyOf(shown);
    while (shown.size() > 1 && needed() > room) {
      shown.remove(leastImportant());
    }
    all.stream()
        .filter(column -> !shown.contains(column))
        .map(column -> column.column.heading().title())
        .forEach(leftOut::add);
  }

  /** Of equals the one to the right. */
  private Shown leastImportant() {
    return shown.reversed().stream()
        .max(Comparator.comparingInt(column -> column.column.heading().rank()))
        .orElseThrow();
  }

  private int needed() {
    return shown.stream().mapToInt(column -> column.narrowest() + 1).sum() - 1;
  }

  /** The widest label gives way first. */
  private void narrow() {
    int excess = shown.stream().mapToInt(column -> column.width + 1).sum() - 1 - room;
    while (excess > 0) {
      var widest =
          shown.stream()
              .filter(column -> column.width > column.narrowest())
              .max(Comparator.comparingInt(column -> column.width));
      if (widest.isEmpty()) {
        break;
      }
      widest.get().width--;
      excess--;
    }
    if (excess > 0) {
      // Not even the first column fits.
      shown.getFirst().width = Math.max(1, shown.getFirst().width - excess);
    }
  }

  /** A column on its way to the screen. */
  static final class Shown {
    private final Column column;
    private final List<String> heading;
    private int width;

    private Shown(Column column, List<Integer> rows) {
      this.column = column;
      this.heading = levels(column.heading());
      this.width = heading.stream().mapToInt(Display::width).max().orElse(0);
      for (int row : rows) {
        width = Math.max(width, Display.width(Cells.shown(column, row)));
      }
    }

    /** The last word of a name with its unit, and above it what comes before. */
    private static List<String> levels(Heading heading) {
      var name = Display.printable(heading.name());
      int space = name.lastIndexOf(' ');
      return space < 0
          ? List.of(name + heading.unit().title())
          : List.of(name.substring(space + 1) + heading.unit().title(), name.substring(0, space));
    }

    Column column() {
      return column;
    }

    /** A line of the heading, counted from the lowest; empty above its highest. */
    String heading(int level) {
      return level < heading.size() ? heading.get(level) : "";
    }

    String cell(int row) {
      return Cells.shown(column, row);
    }

    /** As wide as the column: cut, or filled with spaces. */
    String aligned(String text) {
      var fit = Display.fit(text, width);
      var padding = " ".repeat(Math.max(0, width - Display.width(fit)));
      return Cells.isLeft(column) ? fit + padding : padding + fit;
    }

    private int narrowest() {
      return column instanceof Column.Words ? Math.min(width, SHORTEST_LABEL) : width;
    }
  }
}
