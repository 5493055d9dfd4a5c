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
import dev.squall.chart.Layer.Interval;
import dev.squall.chart.Layer.Intervals;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Paints a chart on a canvas: one layout for every canvas, so that they cannot differ. */
final class Painter {
  static final double BAND = 0.22;
  static final double COLUMN = 0.85;
  static final Pen MOMENT = new Pen(Tone.of(Ink.GREY), 1, List.of(3.0, 3.0));
  private static final double FAINTEST = 0.14;
  private static final int SHADES = 12;
  private static final double BETWEEN_ARROWS = 9;

  private final Chart chart;
  private final Canvas canvas;
  private final Frame frame;

  private Painter(Chart chart, Canvas canvas, Frame frame) {
    this.chart = chart;
    this.canvas = canvas;
    this.frame = frame;
  }

  static void paint(Chart chart, Canvas canvas, double width, double height) {
    canvas.rectangles(List.of(new Rectangle(0, 0, width, height)), Tone.PAPER, 1);
    var frame = new Frame(chart, width, height);
    frame.behind(canvas);
    var painter = new Painter(chart, canvas, frame);
    chart.layers().forEach(painter::layer);
    frame.around(canvas);
  }

  private void layer(Layer layer) {
    var tone = Tone.of(layer.ink());
    switch (layer) {
      case Line line ->
          line.pieces()
              .forEach(piece -> canvas.line(piece.stream().map(this::at).toList(), pen(line)));
      case Band band -> band.pieces().forEach(piece -> band(piece, tone));
      case Bounds bounds -> bounds(bounds, tone);
      case Columns columns ->
          canvas.rectangles(
              columns.boxes().stream()
                  .map(box -> narrower(rectangle(box.fromX(), box.toX(), box.fromY(), box.toY())))
                  .toList(),
              tone,
              COLUMN);
      case Intervals intervals -> intervals.intervals().forEach(one -> interval(one, tone));
      case Heat heat -> heat(heat, tone);
      // Their lines reach up to their words: the frame draws both.
      case Moments _ -> {}
    }
  }

  static Pen pen(Line line) {
    return new Pen(Tone.of(line.ink()), 1.8, line.ink().dashes());
  }

  /** How opaque a cell is: from the faintest, 0, to the strongest, 1. */
  static double shade(double share) {
    return FAINTEST + (1 - FAINTEST) * share;
  }

  private Point at(Point point) {
    return new Point(frame.x(point.x()), frame.y(point.y()));
  }

  private void band(List<Layer.Span> piece, Tone tone) {
    var outline = new ArrayList<Point>();
    for (var span : piece) {
      outline.add(new Point(frame.x(span.x()), frame.y(span.high())));
    }
    for (var span : piece.reversed()) {
      outline.add(new Point(frame.x(span.x()), frame.y(span.low())));
    }
    if (piece.size() == 1) {
      canvas.line(outline, Pen.solid(tone, 1));
    } else {
      canvas.area(outline, tone, BAND);
      // One extreme among a thousand seconds is too thin to be seen as an area.
      canvas.line(outline.subList(0, piece.size()), Pen.solid(tone, 0.6));
    }
  }

  private void bounds(Bounds bounds, Tone tone) {
    double free = Double.NEGATIVE_INFINITY;
    for (var reach : bounds.reaches()) {
      double from = frame.x(reach.from());
      double to = frame.x(reach.to());
      double y = frame.y(reach.least());
      if (to > from) {
        canvas.line(
            List.of(new Point(from, y), new Point(to, y)), new Pen(tone, 1.5, List.of(2.0, 3.0)));
      }
      double apart = Math.max(40, (to - from) / 6);
      int arrows = Math.max(1, (int) ((to - from) / apart));
      for (int i = 0; i < arrows; i++) {
        double x = from + (to - from) * (i + 0.5) / arrows;
        if (x >= free) {
          arrow(canvas, x, y, Pen.solid(tone, 1.5));
          free = x + BETWEEN_ARROWS;
        } else {
          canvas.line(List.of(new Point(x, y)), Pen.solid(tone, 2));
        }
      }
    }
  }

  /** Upwards from its foot. */
  static void arrow(Canvas canvas, double x, double y, Pen pen) {
    canvas.line(List.of(new Point(x, y), new Point(x, y - 10)), pen);
    canvas.line(
        List.of(new Point(x - 3.5, y - 6), new Point(x, y - 10.5), new Point(x + 3.5, y - 6)), pen);
  }

  private Rectangle rectangle(double fromX, double toX, double fromY, double toY) {
    // Whole pixels: between cells that only nearly touch the ground would shine through.
    double left = Math.round(frame.x(fromX));
    double right = Math.round(frame.x(toX));
    double top = Math.round(frame.y(toY));
    double bottom = Math.round(frame.y(fromY));
    return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static Rectangle narrower(Rectangle whole) {
    return whole.width() < 4
        ? whole
        : new Rectangle(whole.x(), whole.y(), whole.width() - 1, whole.height());
  }

  private void heat(Heat heat, Tone tone) {
    long most = heat.most();
    var shades = new TreeMap<Integer, List<Rectangle>>();
    for (var cell : heat.cells()) {
      shades
          .computeIfAbsent(
              (int) Math.round(Heat.share(cell.count(), most) * SHADES), _ -> new ArrayList<>())
          .add(rectangle(cell.fromX(), cell.toX(), cell.fromY(), cell.toY()));
    }
    shades.forEach(
        (shade, cells) -> canvas.rectangles(cells, tone, shade((double) shade / SHADES)));
  }

  private void interval(Interval interval, Tone tone) {
    double y = frame.y(interval.category());
    double thick = Math.min(16, Math.abs(frame.y(0) - frame.y(1)) * 0.6);
    double x = frame.x(interval.value());
    if (chart.x().scale() == Scale.LOGARITHMIC) {
      canvas.area(
          List.of(
              new Point(x - 6, y), new Point(x, y - 6), new Point(x + 6, y), new Point(x, y + 6)),
          tone,
          1);
    } else {
      double zero = frame.x(0);
      canvas.rectangles(
          List.of(
              new Rectangle(
                  Math.min(zero, x), y - thick / 2, Math.max(1, Math.abs(x - zero)), thick)),
          tone,
          COLUMN);
    }
    double end = whisker(interval, y) + (interval.open() ? 6 : 0);
    canvas.text(
        Frame.valueOf(interval), Math.max(x, end) + 10, y + 4, Align.START, Lettering.SMALL);
  }

  private double whisker(Interval interval, double y) {
    double low = frame.x(interval.low());
    double high = frame.x(interval.high());
    if (high <= low && !interval.open()) {
      return high;
    }
    var pen = Pen.solid(Tone.TEXT, 1.3);
    canvas.line(List.of(new Point(low, y), new Point(high, y)), pen);
    canvas.line(Frame.upright(low, y - 4, y + 4), pen);
    if (interval.open()) {
      canvas.line(List.of(new Point(high, y), new Point(high + 8, y)), pen);
      canvas.line(
          List.of(new Point(high + 4, y - 4), new Point(high + 9, y), new Point(high + 4, y + 4)),
          pen);
      return high + 4;
    }
    canvas.line(Frame.upright(high, y - 4, y + 4), pen);
    return high;
  }
}
