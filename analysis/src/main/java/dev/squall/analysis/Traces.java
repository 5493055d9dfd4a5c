package dev.squall.analysis;

import dev.squall.chart.Chart;
import dev.squall.chart.Ink;
import dev.squall.chart.Layer;
import dev.squall.chart.Layer.Band;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Columns;
import dev.squall.chart.Layer.Heat;
import dev.squall.chart.Layer.Intervals;
import dev.squall.chart.Layer.Moments;
import dev.squall.chart.Scale;
import dev.squall.chart.Theme;
import dev.squall.sheet.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.ScatterTrace.Fill;
import tech.tablesaw.plotly.traces.ScatterTrace.Mode;
import tech.tablesaw.plotly.traces.Trace;

/** The layers of a chart as scatter traces: lines, filled outlines, markers and words. */
final class Traces {
  private static final double BAND = 0.22;
  private static final double COLUMN = 0.85;
  private static final double BAR = 0.3;
  private static final int SHADES = 10;

  private final Chart chart;
  private final List<Trace> traces = new ArrayList<>();

  Traces(Chart chart) {
    this.chart = chart;
  }

  Trace[] toArray() {
    return traces.toArray(Trace[]::new);
  }

  void add(Layer layer) {
    switch (layer) {
      case Layer.Line line -> line(line);
      case Band band -> band(band);
      case Bounds bounds -> bounds(bounds);
      case Columns columns -> columns(columns);
      case Intervals intervals -> intervals(intervals);
      case Heat heat -> heat(heat);
      case Moments moments -> moments(moments);
    }
  }

  /** Places with words, in pieces: Plotly leaves a gap where a number is missing. */
  private final class Path {
    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    Path to(double toX, double toY, String word) {
      x.add(Figures.place(chart.x(), toX));
      y.add(Figures.place(chart.y(), toY));
      words.add(Figures.plain(word));
      return this;
    }

    void gap() {
      x.add(Double.NaN);
      y.add(Double.NaN);
      words.add("");
    }

    Path box(double fromX, double toX, double fromY, double toY, String word) {
      to(fromX, fromY, word).to(toX, fromY, word).to(toX, toY, word).to(fromX, toY, word);
      to(fromX, fromY, word).gap();
      return this;
    }

    ScatterTrace.ScatterBuilder trace(Layer layer) {
      var builder =
          ScatterTrace.builder(
                  x.stream().mapToDouble(Double::doubleValue).toArray(),
                  y.stream().mapToDouble(Double::doubleValue).toArray())
              .text(words.toArray(String[]::new));
      return layer.name().isEmpty()
          ? builder.name(" ").showLegend(false)
          : builder.name(Figures.plain(layer.name())).showLegend(true);
    }
  }

  private static Line pen(Ink ink, double width, Line.Dash dash) {
    return Line.builder().color(ink.on(Theme.LIGHT)).width(width).dash(dash).build();
  }

  private static Line.Dash dash(Ink ink) {
    return switch (ink) {
      case BLUE, GREY -> Line.Dash.SOLID;
      case ORANGE -> Line.Dash.DASH;
      case GREEN -> Line.Dash.DOT;
      case PURPLE -> Line.Dash.LONG_DASH_DOT;
      case VERMILION -> Line.Dash.DASH_DOT;
      case SKY -> Line.Dash.LONG_DASH;
    };
  }

  private void line(Layer.Line line) {
    var path = new Path();
    for (var piece : line.pieces()) {
      for (var point : piece) {
        path.to(point.x(), point.y(), where(point.x()));
      }
      path.gap();
    }
    boolean dots = line.pieces().stream().anyMatch(piece -> piece.size() == 1);
    traces.add(
        path.trace(line)
            .mode(dots ? Mode.LINE_AND_MARKERS : Mode.LINE)
            .marker(marker(line.ink(), Symbol.CIRCLE, 3))
            .line(pen(line.ink(), 2, dash(line.ink())))
            .build());
  }

  /** A percentile is not the number of its place. */
  private String where(double x) {
    return chart.x().scale() == Scale.NINES ? "p" + Numbers.plain(rounded(x)) : "";
  }

  private static double rounded(double percentile) {
    return Math.round(percentile * 1e5) / 1e5;
  }

  private static Marker marker(Ink ink, Symbol symbol, double size) {
    return Marker.builder().color(ink.on(Theme.LIGHT)).symbol(symbol).size(size).build();
  }

  private void band(Band band) {
    var path = new Path();
    for (var piece : band.pieces()) {
      piece.forEach(span -> path.to(span.x(), span.high(), ""));
      piece.reversed().forEach(span -> path.to(span.x(), span.low(), ""));
      path.to(piece.getFirst().x(), piece.getFirst().high(), "").gap();
    }
    filled(path, band, BAND, 0.6);
  }

  private void columns(Columns columns) {
    var path = new Path();
    for (var box : columns.boxes()) {
      var word =
          "%s to %s: %s"
              .formatted(
                  Numbers.decimal(box.fromX()),
                  Numbers.decimal(box.toX()),
                  Numbers.decimal(box.toY() - box.fromY()));
      path.box(box.fromX(), box.toX(), box.fromY(), box.toY(), word);
    }
    filled(path, columns, COLUMN, 0);
  }

  private void filled(Path path, Layer layer, double opacity, double outline) {
    traces.add(
        path.trace(layer)
            .mode(Mode.LINE)
            .fill(Fill.TO_SELF)
            .fillColor(Figures.colour(layer.ink().on(Theme.LIGHT), opacity))
            .line(pen(layer.ink(), outline, Line.Dash.SOLID))
            .build());
  }

  private void bounds(Bounds bounds) {
    var arrows = new Path();
    var spans = new Path();
    for (var reach : bounds.reaches()) {
      var word = "at least " + Numbers.decimal(reach.least());
      arrows.to(reach.from(), reach.least(), word).to(reach.to(), reach.least(), word);
      spans.to(reach.from(), reach.least(), word).to(reach.to(), reach.least(), word).gap();
    }
    traces.add(
        spans
            .trace(bounds)
            .showLegend(false)
            .mode(Mode.LINE)
            .line(pen(bounds.ink(), 1.5, Line.Dash.DOT))
            .build());
    traces.add(
        arrows
            .trace(bounds)
            .mode(Mode.MARKERS)
            .marker(marker(bounds.ink(), Symbol.TRIANGLE_UP, 9))
            .build());
  }

  private void intervals(Intervals intervals) {
    boolean dots = chart.x().scale() == Scale.LOGARITHMIC;
    var values = new Path();
    var whiskers = new Path();
    for (var one : intervals.intervals()) {
      var word =
          (one.atLeast() ? "≥ " : "")
              + Numbers.decimal(one.value())
              + (one.high() > one.low() || one.open()
                  ? " (%s to %s)"
                      .formatted(
                          Numbers.decimal(one.low()),
                          one.open() ? "no known end" : Numbers.decimal(one.high()))
                  : "");
      if (dots) {
        values.to(one.value(), one.category(), word);
      } else {
        values.box(0, one.value(), one.category() - BAR, one.category() + BAR, word);
      }
      whiskers.to(one.low(), one.category(), word).to(one.high(), one.category(), word).gap();
    }
    if (dots) {
      traces.add(
          values
              .trace(intervals)
              .mode(Mode.MARKERS)
              .marker(marker(intervals.ink(), Symbol.DIAMOND, 11))
              .build());
    } else {
      filled(values, intervals, COLUMN, 0);
    }
    traces.add(
        whiskers
            .trace(intervals)
            .mode(Mode.LINE_AND_MARKERS)
            .line(pen(Ink.GREY, 1.5, Line.Dash.SOLID))
            .marker(marker(Ink.GREY, Symbol.LINE_NS, 6))
            .build());
  }

  /** Outlines of one shade each, and under the pointer how many there are. */
  private void heat(Heat heat) {
    var shades = new TreeMap<Integer, Path>();
    var counts = new Path();
    double most = Math.log1p((double) heat.most());
    for (var cell : heat.cells()) {
      int shade = (int) Math.round(Math.log1p((double) cell.count()) / most * SHADES);
      shades
          .computeIfAbsent(shade, _ -> new Path())
          .box(cell.fromX(), cell.toX(), cell.fromY(), cell.toY(), "");
      counts.to(
          (cell.fromX() + cell.toX()) / 2,
          Math.sqrt(cell.fromY() * cell.toY()),
          Numbers.count(cell.count()) + " " + heat.name());
    }
    shades.forEach((shade, path) ->
        traces.add(
            path.trace(heat)
                .name(Figures.plain("up to " + Numbers.count(countOf(shade, most))))
                .showLegend(shade.equals(shades.firstKey()) || shade.equals(shades.lastKey()))
                .mode(Mode.LINE)
                .fill(Fill.TO_SELF)
                .fillColor(Figures.colour(heat.ink().on(Theme.LIGHT), Math.max(0.1, shade / 10.0)))
                .line(pen(heat.ink(), 0, Line.Dash.SOLID))
                .build()));
    traces.add(
        counts
            .trace(heat)
            .showLegend(false)
            .mode(Mode.MARKERS)
            .opacity(0)
            .marker(marker(heat.ink(), Symbol.SQUARE, 6))
            .build());
  }

  /** The most that this shade stands for. */
  private static long countOf(int shade, double most) {
    return (long) Math.floor(Math.expm1(Math.min(1, (shade + 0.5) / SHADES) * most) + 1e-9);
  }

  private void moments(Moments moments) {
    var lines = new Path();
    var words = new Path();
    int lane = 0;
    for (var moment : moments.moments()) {
      lines.to(moment.x(), chart.y().from(), moment.text());
      lines.to(moment.x(), chart.y().to(), moment.text()).gap();
      words.to(moment.x(), height(0.97 - 0.06 * (lane++ % 3)), moment.text());
    }
    traces.add(
        lines.trace(moments).mode(Mode.LINE).line(pen(moments.ink(), 1, Line.Dash.DOT)).build());
    traces.add(words.trace(moments).mode(Mode.TEXT).build());
  }

  /** The value at this share of the axis upwards. */
  private double height(double share) {
    double from = chart.y().from();
    double to = chart.y().to();
    return chart.y().scale() == Scale.LOGARITHMIC
        ? from * Math.pow(to / from, share)
        : from + (to - from) * share;
  }
}
