package dev.squall.chart;

import dev.squall.chart.Chart.Axis;
import dev.squall.chart.Chart.Point;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Reach;
import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times by percentile, on HdrHistogram's axis: every next nine takes as much room as the one
 * before. The time axis is logarithmic where the longest is more than 30 times the shortest. Where
 * the curve runs into the time-outs it ends, and a bound goes on from there: the times are at least
 * so long, how much longer is not known.
 */
public final class PercentileCurve {
  private static final String TITLE = "Time by percentile";

  private PercentileCurve() {}

  private record Curve(String name, Ink ink, Latencies times) {}

  /** Response and service time; nothing when there was neither an answer nor a time-out. */
  public static Optional<Chart> of(Results results) {
    return of(
        "ms",
        List.of(
            new Curve("response time", Ink.BLUE, results.response()),
            new Curve("service time", Ink.VERMILION, results.service())));
  }

  /**
   * The response times of several runs.
   *
   * @param runs at most six
   */
  public static Optional<Chart> of(List<NamedRun> runs) {
    NamedRun.notTooMany(runs);
    var curves = new ArrayList<Curve>();
    for (int i = 0; i < runs.size(); i++) {
      curves.add(
          new Curve(runs.get(i).name(), Ink.FOR_RUNS.get(i), runs.get(i).results().response()));
    }
    return of("response time, ms", curves);
  }

  private static Optional<Chart> of(String label, List<Curve> curves) {
    long count =
        curves.stream()
            .mapToLong(curve -> curve.times.count() + curve.times.censored())
            .max()
            .orElse(0);
    var x = Axes.percentiles(count);
    var layers = new ArrayList<Layer>();
    for (var curve : curves) {
      add(layers, curve, x);
    }
    return Extent.ofY(layers)
        .map(extent ->
            new Chart(TITLE, "", x, Axes.times(label, extent.least(), extent.most()), layers));
  }

  private static void add(List<Layer> layers, Curve curve, Axis x) {
    long count = curve.times.count() + curve.times.censored();
    double end = Math.min(x.to(), Math.max(90, 100 - 100.0 / Math.max(1, count)));
    var points = new ArrayList<Point>();
    double from = 0;
    for (var point : curve.times.curve()) {
      // A step curve: the value holds from the percentile before up to its own.
      double to = Math.min(point.percentile(), end);
      if (points.isEmpty() || points.getLast().y() != point.ms()) {
        points.add(new Point(from, point.ms()));
        points.add(new Point(to, point.ms()));
      } else {
        points.set(points.size() - 1, new Point(to, point.ms()));
      }
      from = to;
    }
    var name = Labels.printable(curve.name);
    if (!points.isEmpty()) {
      layers.add(new Line(name, curve.ink, List.of(points)));
    }
    if (curve.times.max() instanceof Estimate.AtLeast(var least)) {
      layers.add(
          new Bounds(
              Bounds.nameAfter(layers),
              curve.ink,
              List.of(new Reach(from, Math.max(from, end), least))));
    }
  }
}
