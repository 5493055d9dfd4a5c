package dev.squall.chart;

import dev.squall.chart.Canvas.Align;
import dev.squall.chart.Canvas.Lettering;
import dev.squall.chart.Canvas.Pen;
import dev.squall.chart.Canvas.Rectangle;
import dev.squall.chart.Chart.Point;
import dev.squall.chart.Layer.Band;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Columns;
import dev.squall.chart.Layer.Heat;
import dev.squall.chart.Layer.Intervals;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Moments;
import java.util.ArrayList;
import java.util.List;

/** The names of the layers in as many rows as they need. */
record Legend(List<Entry> entries, int rows) {
  private static final double SWATCH = 22;
  private static final double GAP = 16;
  private static final int SHADES = 5;

  /**
   * A name and its place.
   *
   * @param row from 0
   */
  record Entry(Layer layer, String name, double x, int row) {}

  static Legend of(Chart chart, double from, double to) {
    var entries = new ArrayList<Entry>();
    double x = from;
    int row = 0;
    for (var layer : chart.layers()) {
      if (layer.name().isEmpty()) {
        continue;
      }
      double room = to - from - SWATCH - 6;
      var name = Lettering.NAME.fit(name(layer), room);
      double needed = SWATCH + 6 + Lettering.NAME.width(name);
      if (x > from && x + needed > to) {
        x = from;
        row++;
      }
      entries.add(new Entry(layer, name, x, row));
      x += needed + GAP;
    }
    return new Legend(List.copyOf(entries), entries.isEmpty() ? 0 : row + 1);
  }

  private static String name(Layer layer) {
    return layer instanceof Heat heat
        ? "1 to " + Labels.count(heat.most()) + " " + heat.name()
        : layer.name();
  }

  /** Below this line; returns the line that it ends on. */
  double draw(Canvas canvas, double above, double lineHeight) {
    for (var entry : entries) {
      double y = above + (entry.row + 1) * lineHeight;
      swatch(canvas, entry.layer, entry.x, y - 4);
      canvas.text(entry.name, entry.x + SWATCH + 6, y, Align.START, Lettering.NAME);
    }
    return above + rows * lineHeight;
  }

  private static void swatch(Canvas canvas, Layer layer, double x, double y) {
    var tone = Tone.of(layer.ink());
    var level = List.of(new Point(x, y), new Point(x + SWATCH, y));
    switch (layer) {
      case Line line -> canvas.line(level, Painter.pen(line));
      case Band _ ->
          canvas.rectangles(List.of(new Rectangle(x, y - 5, SWATCH, 10)), tone, Painter.BAND);
      case Columns _, Intervals _ ->
          canvas.rectangles(List.of(new Rectangle(x + 6, y - 5, 10, 10)), tone, Painter.COLUMN);
      case Bounds _ -> Painter.arrow(canvas, x + SWATCH / 2, y + 5, Pen.solid(tone, 1.5));
      case Heat _ -> {
        for (int shade = 0; shade < SHADES; shade++) {
          double width = SWATCH / SHADES;
          canvas.rectangles(
              List.of(new Rectangle(x + shade * width, y - 5, width, 10)),
              tone,
              Painter.shade(shade / (SHADES - 1.0)));
        }
      }
      case Moments _ -> canvas.line(level, Painter.MOMENT);
    }
  }
}
