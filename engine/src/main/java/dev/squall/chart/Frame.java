package dev.squall.chart;

import dev.squall.chart.Canvas.Align;
import dev.squall.chart.Canvas.Lettering;
import dev.squall.chart.Canvas.Pen;
import dev.squall.chart.Canvas.Rectangle;
import dev.squall.chart.Chart.Point;
import dev.squall.chart.Chart.Tick;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Interval;
import dev.squall.chart.Layer.Intervals;
import java.util.List;

/**
 * What stands around the layers of a chart: title, note, legend, axes. It takes the room that its
 * words need and leaves the rest to the layers.
 */
final class Frame {
  private static final double EDGE = 12;
  private static final double TITLE_HEIGHT = 24;
  private static final double LINE_HEIGHT = 17;
  private static final double ARROW_ROOM = 14;
  private static final double SMALLEST_PLOT = 20;

  private final Chart chart;
  private final double width;
  private final Legend legend;
  private final MomentLanes moments;
  final Rectangle plot;

  Frame(Chart chart, double width, double height) {
    this.chart = chart;
    this.width = width;
    double left = EDGE + leftLabels();
    double right = width - EDGE - rightLabels();
    this.legend = Legend.of(chart, EDGE, width - EDGE);
    this.moments = MomentLanes.of(chart, left, Math.max(left + SMALLEST_PLOT, right));
    boolean bounded = chart.layers().stream().anyMatch(Bounds.class::isInstance);
    double top =
        EDGE
            + TITLE_HEIGHT
            + (chart.note().isEmpty() ? 0 : LINE_HEIGHT)
            + legend.rows() * LINE_HEIGHT
            + (chart.y().label().isEmpty() ? 0 : LINE_HEIGHT)
            + moments.lanes() * LINE_HEIGHT
            + (bounded ? ARROW_ROOM : 6);
    double bottom = height - EDGE - 2 * LINE_HEIGHT;
    this.plot =
        new Rectangle(
            left,
            top,
            Math.max(SMALLEST_PLOT, right - left),
            Math.max(SMALLEST_PLOT, bottom - top));
  }

  double x(double value) {
    return plot.x() + chart.x().share(value) * plot.width();
  }

  double y(double value) {
    return plot.y() + (1 - chart.y().share(value)) * plot.height();
  }

  private double leftLabels() {
    double widest =
        chart.y().ticks().stream()
            .mapToDouble(tick -> Lettering.SMALL.width(tick.label()))
            .max()
            .orElse(0);
    return 8 + Math.min(widest, width * 0.35);
  }

  /** Values stand right of their bars, and of the last tick stands one half beyond the axis. */
  private double rightLabels() {
    double room =
        chart.x().ticks().isEmpty()
            ? 0
            : Lettering.SMALL.width(chart.x().ticks().getLast().label()) / 2;
    for (var layer : chart.layers()) {
      if (layer instanceof Intervals(_, _, var intervals)) {
        for (var interval : intervals) {
          room = Math.max(room, 14 + Lettering.SMALL.width(valueOf(interval)));
        }
      }
    }
    return room;
  }

  static String valueOf(Interval interval) {
    return (interval.atLeast() ? "≥ " : "") + Labels.rounded(interval.value());
  }

  /** What lies behind the layers. */
  void behind(Canvas canvas) {
    boolean named = chart.y().scale() == Scale.CATEGORIES;
    for (var tick : (named ? chart.x() : chart.y()).ticks()) {
      canvas.line(
          named
              ? upright(x(tick.value()), plot.y(), plot.y() + plot.height())
              : level(y(tick.value())),
          Pen.solid(Tone.GRID, 1));
    }
  }

  /** The words and the axes. */
  void around(Canvas canvas) {
    double y = EDGE + 14;
    canvas.text(
        Lettering.TITLE.fit(chart.title(), width - 2 * EDGE),
        EDGE,
        y,
        Align.START,
        Lettering.TITLE);
    y += 4;
    if (!chart.note().isEmpty()) {
      y += LINE_HEIGHT;
      canvas.text(
          Lettering.SMALL.fit(chart.note(), width - 2 * EDGE),
          EDGE,
          y,
          Align.START,
          Lettering.SMALL);
    }
    y = legend.draw(canvas, y, LINE_HEIGHT);
    if (!chart.y().label().isEmpty()) {
      y += LINE_HEIGHT;
      canvas.text(chart.y().label(), EDGE, y, Align.START, Lettering.SMALL);
    }
    moments.draw(canvas, plot, y, LINE_HEIGHT);
    yLabels(canvas);
    xLabels(canvas);
  }

  private void yLabels(Canvas canvas) {
    double free = plot.y() + plot.height() + LINE_HEIGHT;
    for (var tick : chart.y().ticks()) {
      double at = y(tick.value());
      if (at <= free - 13) {
        canvas.text(
            Lettering.SMALL.fit(tick.label(), width * 0.35),
            plot.x() - 6,
            at + 4,
            Align.END,
            Lettering.SMALL);
        free = at;
      }
    }
  }

  private void xLabels(Canvas canvas) {
    double base = plot.y() + plot.height();
    canvas.line(level(base), Pen.solid(Tone.FAINT, 1));
    double free = Double.NEGATIVE_INFINITY;
    for (var tick : chart.x().ticks()) {
      double at = x(tick.value());
      canvas.line(upright(at, base, base + 4), Pen.solid(Tone.FAINT, 1));
      free = label(canvas, tick, at, base + LINE_HEIGHT, free);
    }
    canvas.text(
        chart.x().label(),
        plot.x() + plot.width(),
        base + 2 * LINE_HEIGHT,
        Align.END,
        Lettering.SMALL);
  }

  /** Unless it would touch the one before. */
  private static double label(Canvas canvas, Tick tick, double x, double y, double free) {
    double half = Lettering.SMALL.width(tick.label()) / 2;
    if (x - half < free) {
      return free;
    }
    canvas.text(tick.label(), x, y, Align.MIDDLE, Lettering.SMALL);
    return x + half + 4;
  }

  private List<Point> level(double y) {
    return List.of(new Point(plot.x(), y), new Point(plot.x() + plot.width(), y));
  }

  static List<Point> upright(double x, double from, double to) {
    return List.of(new Point(x, from), new Point(x, to));
  }
}
