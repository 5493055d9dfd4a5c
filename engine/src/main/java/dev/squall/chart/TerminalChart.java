package dev.squall.chart;

import dev.squall.chart.Chart.Point;
import dev.squall.chart.Chart.Series;
import java.util.List;

/**
 * A chart in characters: the first line in Braille dots (two by four in each cell, Unicode U+2800),
 * the second in light dots that give way to it.
 */
public final class TerminalChart {
  private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private final Chart chart;
  private final int width;
  private final int height;
  private final int[][] braille;
  private final boolean[][] light;

  private TerminalChart(Chart chart, int width, int height) {
    this.chart = chart;
    this.width = width;
    this.height = height;
    this.braille = new int[height][width];
    this.light = new boolean[height][width];
  }

  /** The chart in lines of at most so many columns; the drawing itself has so many rows. */
  public static String render(Chart chart, int columns, int rows) {
    int margin =
        chart.y().ticks().stream().mapToInt(tick -> tick.label().length()).max().orElse(0) + 2;
    return new TerminalChart(chart, Math.max(20, columns - margin), rows).draw(margin);
  }

  private String draw(int margin) {
    var series = chart.series();
    if (!series.isEmpty()) {
      line(series.getFirst(), true);
    }
    if (series.size() > 1) {
      line(series.get(1), false);
    }
    var text = new StringBuilder();
    text.append(" ".repeat(margin))
        .append(chart.title())
        .append(" (")
        .append(chart.y().label())
        .append(")");
    legend(text, series, margin);
    for (int row = 0; row < height; row++) {
      text.append(yLabel(row, margin - 1)).append('│');
      for (int column = 0; column < width; column++) {
        text.append(cell(row, column));
      }
      stripEnd(text);
      text.append('\n');
    }
    text.append(" ".repeat(margin - 1)).append('└').append("─".repeat(width)).append('\n');
    text.append(xLabels(margin)).append('\n');
    return text.toString();
  }

  /** Beside the title, or below it where the screen is too narrow. */
  private void legend(StringBuilder text, List<Series> series, int margin) {
    var legend = new StringBuilder();
    for (int i = 0; i < Math.min(2, series.size()); i++) {
      legend.append(i == 0 ? "   ⣿ " : "   · ").append(series.get(i).name());
    }
    if (text.length() + legend.length() > margin + width) {
      text.append('\n').append(" ".repeat(margin)).append(legend.toString().strip());
    } else {
      text.append(legend);
    }
    text.append('\n');
  }

  private char cell(int row, int column) {
    if (braille[row][column] != 0) {
      return (char) (0x2800 + braille[row][column]);
    }
    return light[row][column] ? '·' : ' ';
  }

  private void line(Series series, boolean strong) {
    Point last = null;
    for (var point : series.points()) {
      segment(last == null ? point : last, point, strong);
      last = point;
    }
  }

  /** Every dot between two points, the steep parts too. */
  private void segment(Point from, Point to, boolean strong) {
    double x0 = chart.x().share(from.x()) * (width * 2 - 1);
    double x1 = chart.x().share(to.x()) * (width * 2 - 1);
    double y0 = (1 - chart.y().share(from.y())) * (height * 4 - 1);
    double y1 = (1 - chart.y().share(to.y())) * (height * 4 - 1);
    int dots = (int) Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))) + 1;
    for (int i = 0; i <= dots; i++) {
      int x = (int) Math.round(x0 + (x1 - x0) * i / dots);
      int y = (int) Math.round(y0 + (y1 - y0) * i / dots);
      if (strong) {
        braille[y / 4][x / 2] |= DOTS[y % 4][x % 2];
      } else {
        light[y / 4][x / 2] = true;
      }
    }
  }

  private String yLabel(int row, int room) {
    for (var tick : chart.y().ticks()) {
      int at = (int) Math.round((1 - chart.y().share(tick.position())) * (height - 1));
      if (at == row) {
        return " ".repeat(Math.max(0, room - 1 - tick.label().length())) + tick.label() + " ";
      }
    }
    return " ".repeat(room);
  }

  private String xLabels(int margin) {
    var line = new StringBuilder(" ".repeat(margin + width));
    int free = 0;
    for (var tick : chart.x().ticks()) {
      int at = margin + (int) Math.round(chart.x().share(tick.position()) * (width - 1));
      int from = Math.min(at, margin + width - tick.label().length());
      if (from >= free) {
        line.replace(from, from + tick.label().length(), tick.label());
        free = from + tick.label().length() + 1;
      }
    }
    stripEnd(line);
    var label = chart.x().label();
    boolean fits = line.length() + 2 + label.length() <= margin + width;
    return line
        + (fits ? "  " : "\n" + " ".repeat(Math.max(0, margin + width - label.length())))
        + label;
  }

  private static void stripEnd(StringBuilder text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
  }
}
