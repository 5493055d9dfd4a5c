package dev.squall.chart;

import dev.squall.chart.Chart.Point;
import dev.squall.chart.Layer.Band;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Columns;
import dev.squall.chart.Layer.Heat;
import dev.squall.chart.Layer.Intervals;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Moments;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a chart in cells. The first line is in Braille dots (two by four in each cell,
 * Unicode U+2800), every other in a character of its own, which gives way to it.
 */
final class TerminalGrid {
  private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
  private static final String LINES = "⣿·+xo*";
  private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
  private static final String SHADES = "░▒▓█";
  private static final int BETWEEN_ARROWS = 4;

  private final Chart chart;
  final int width;
  final int height;
  private final char[][] glyphs;
  private final int[][] braille;
  private final @Nullable Ink[][] inks;

  TerminalGrid(Chart chart, int width, int height) {
    this.chart = chart;
    this.width = width;
    this.height = height;
    this.glyphs = new char[height][width];
    this.braille = new int[height][width];
    this.inks = new Ink[height][width];
    for (var row : glyphs) {
      Arrays.fill(row, ' ');
    }
    int lines = 0;
    int columns = 0;
    for (var layer : chart.layers()) {
      switch (layer) {
        case Line line -> line(line, LINES.charAt(lines++ % LINES.length()));
        case Band band -> band.pieces().forEach(piece -> band(piece, band.ink()));
        case Bounds bounds -> bounds(bounds);
        case Columns bars -> columns(bars, columns++ == 0);
        case Heat heat -> heat(heat);
        case Moments moments -> moments(moments);
        // A chart of categories has rows instead of a grid.
        case Intervals _ -> {}
      }
    }
  }

  /** What stands for a layer in the legend. */
  static char glyph(Chart chart, Layer layer) {
    return switch (layer) {
      case Line _ ->
          LINES.charAt(
              (int)
                      chart.layers().stream()
                          .takeWhile(other -> !other.equals(layer))
                          .filter(Line.class::isInstance)
                          .count()
                  % LINES.length());
      case Band _, Heat _ -> '░';
      case Bounds _ -> '↑';
      case Columns _ ->
          layer.equals(
                  chart.layers().stream()
                      .filter(Columns.class::isInstance)
                      .findFirst()
                      .orElseThrow())
              ? '█'
              : '▒';
      case Moments _ -> '┆';
      case Intervals _ -> '█';
    };
  }

  /** A row without the blanks at its end. */
  String row(int row, boolean colour) {
    int end = width;
    while (end > 0 && blank(row, end - 1)) {
      end--;
    }
    var text = new StringBuilder();
    Ink current = null;
    for (int column = 0; column < end; column++) {
      var ink = blank(row, column) ? null : inks[row][column];
      if (colour && ink != current) {
        text.append(TerminalColour.of(ink));
        current = ink;
      }
      text.append(
          braille[row][column] != 0 ? (char) (0x2800 + braille[row][column]) : glyphs[row][column]);
    }
    return current == null ? text.toString() : text + TerminalColour.of(null);
  }

  private boolean blank(int row, int column) {
    return glyphs[row][column] == ' ' && braille[row][column] == 0;
  }

  private void put(int column, int row, char glyph, Ink ink) {
    glyphs[row][column] = glyph;
    if (braille[row][column] == 0) {
      inks[row][column] = ink;
    }
  }

  private int column(double x) {
    return (int) Math.round(chart.x().share(x) * (width - 1));
  }

  private int row(double y) {
    return (int) Math.round((1 - chart.y().share(y)) * (height - 1));
  }

  private void line(Line line, char glyph) {
    for (var piece : line.pieces()) {
      var last = piece.getFirst();
      for (var point : piece) {
        segment(last, point, glyph, line.ink());
        last = point;
      }
    }
  }

  /** Every dot between two points, the steep parts too. */
  private void segment(Point from, Point to, char glyph, Ink ink) {
    double x0 = chart.x().share(from.x()) * (width * 2 - 1);
    double x1 = chart.x().share(to.x()) * (width * 2 - 1);
    double y0 = (1 - chart.y().share(from.y())) * (height * 4 - 1);
    double y1 = (1 - chart.y().share(to.y())) * (height * 4 - 1);
    int dots = (int) Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))) + 1;
    for (int i = 0; i <= dots; i++) {
      int x = (int) Math.round(x0 + (x1 - x0) * i / dots);
      int y = (int) Math.round(y0 + (y1 - y0) * i / dots);
      if (glyph == LINES.charAt(0)) {
        braille[y / 4][x / 2] |= DOTS[y % 4][x % 2];
        inks[y / 4][x / 2] = ink;
      } else {
        put(x / 2, y / 4, glyph, ink);
      }
    }
  }

  private void band(List<Layer.Span> piece, Ink ink) {
    var last = piece.getFirst();
    for (var span : piece) {
      int from = column(last.x());
      int to = column(span.x());
      for (int column = from; column <= to; column++) {
        double share = to == from ? 1 : (double) (column - from) / (to - from);
        // A band of nothing, such as no errors, is no band.
        double high = last.high() + share * (span.high() - last.high());
        double low = last.low() + share * (span.low() - last.low());
        for (int row = row(high); high > low && row <= row(low); row++) {
          put(column, row, SHADES.charAt(0), ink);
        }
      }
      last = span;
    }
  }

  private void bounds(Bounds bounds) {
    for (var reach : bounds.reaches()) {
      int from = column(reach.from());
      int to = column(reach.to());
      for (int column = from; column <= to; column++) {
        boolean arrow = (column - from) % BETWEEN_ARROWS == Math.min(1, (to - from) / 2);
        put(column, row(reach.least()), arrow ? '↑' : '╌', bounds.ink());
      }
    }
  }

  private void columns(Columns bars, boolean first) {
    for (var box : bars.boxes()) {
      int from = (int) Math.floor(chart.x().share(box.fromX()) * width);
      int to = Math.max(from, (int) Math.ceil(chart.x().share(box.toX()) * width - 1e-9) - 1);
      int bottom = (int) Math.round(chart.y().share(box.fromY()) * height * 8);
      // What is there at all is seen.
      int top = Math.max(bottom + 1, (int) Math.round(chart.y().share(box.toY()) * height * 8));
      for (int column = from; column <= Math.min(to, width - 1); column++) {
        for (int row = 0; row < height; row++) {
          int floor = (height - 1 - row) * 8;
          int filled = Math.clamp(top - floor, 0, 8);
          if (filled > 0 && first) {
            // Where two bars share a column, the higher one is seen.
            char before = glyphs[row][column];
            int seen = BLOCKS.indexOf(before);
            put(column, row, BLOCKS.charAt(Math.max(filled, Math.max(0, seen))), bars.ink());
          } else if (filled > 0 && floor + 8 > bottom && glyphs[row][column] != '█') {
            put(column, row, SHADES.charAt(1), bars.ink());
          }
        }
      }
    }
  }

  private void heat(Heat heat) {
    long most = heat.most();
    var counts = new long[height][width];
    for (var cell : heat.cells()) {
      int left = (int) Math.floor(chart.x().share(cell.fromX()) * width);
      int right = (int) Math.ceil(chart.x().share(cell.toX()) * width - 1e-9);
      int top = (int) Math.floor((1 - chart.y().share(cell.toY())) * height + 1e-9);
      int bottom = (int) Math.ceil((1 - chart.y().share(cell.fromY())) * height - 1e-9);
      for (int row = top; row < Math.clamp(bottom, top + 1, height); row++) {
        for (int column = left; column < Math.clamp(right, left + 1, width); column++) {
          counts[row][column] = Math.max(counts[row][column], cell.count());
        }
      }
    }
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        if (counts[row][column] > 0) {
          double share = Heat.share(counts[row][column], most);
          int shade = Math.min(SHADES.length() - 1, (int) (share * SHADES.length()));
          put(column, row, SHADES.charAt(shade), heat.ink());
        }
      }
    }
  }

  private void moments(Moments moments) {
    for (var moment : moments.moments()) {
      int column = column(moment.x());
      for (int row = 0; row < height; row++) {
        if (blank(row, column)) {
          put(column, row, '┆', moments.ink());
        }
      }
    }
  }
}
