package dev.squall.chart;

import dev.squall.chart.Chart.Axis;
import dev.squall.chart.Chart.Point;
import dev.squall.chart.Layer.Band;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Reach;
import dev.squall.chart.Layer.Span;
import dev.squall.chart.Slices.Slice;
import dev.squall.stats.Estimate;
import dev.squall.stats.Mark;
import dev.squall.stats.Results;
import dev.squall.stats.TimelinePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Response times second by second: p50, p95 and p99 as lines, from the shortest to the longest as a
 * band where both are known. A second in which nothing was answered is a gap; a percentile that is
 * only a bound is an arrow upwards and interrupts its line. Long runs are drawn in slices of
 * several seconds, whose percentiles are those of all their requests and whose band holds their
 * extremes.
 */
public final class LatencyOverTime {
  private static final String LABEL = "response time, ms";

  private LatencyOverTime() {}

  /** Empty when there was neither an answer nor a time-out. */
  public static Optional<Chart> of(Results results) {
    return of(results.timeline(), results.totals().elapsedSeconds(), results.marks());
  }

  /**
   * The same from a timeline, of one step or of a run that goes on.
   *
   * @param elapsedSeconds how long it lasted so far; 0 for up to the last point
   */
  public static Optional<Chart> of(
      List<TimelinePoint> timeline, double elapsedSeconds, List<Mark> marks) {
    var slices = Slices.of(timeline, elapsedSeconds, Chart.MOST_POINTS / 8);
    var pieces = slices.slices();
    var layers = new ArrayList<Layer>();
    layers.add(band(pieces));
    addPercentile(layers, "p50", Ink.BLUE, pieces, 50);
    addPercentile(layers, "p95", Ink.GREEN, pieces, 95);
    addPercentile(layers, "p99", Ink.VERMILION, pieces, 99);
    return chart("Response time over time", slices.seconds(), slices.note(), layers, marks);
  }

  /**
   * One percentile of several runs, each from its own beginning.
   *
   * @param runs at most six
   * @param percentile 0 to 100
   */
  public static Optional<Chart> of(List<NamedRun> runs, double percentile) {
    NamedRun.notTooMany(runs);
    var layers = new ArrayList<Layer>();
    double seconds = 0;
    int width = 1;
    int each = Chart.MOST_POINTS / (2 * Math.max(1, runs.size()));
    for (int i = 0; i < runs.size(); i++) {
      var results = runs.get(i).results();
      var slices = Slices.of(results.timeline(), results.totals().elapsedSeconds(), each);
      seconds = Math.max(seconds, slices.seconds());
      width = Math.max(width, slices.width());
      addPercentile(layers, runs.get(i).name(), Ink.FOR_RUNS.get(i), slices.slices(), percentile);
    }
    return chart(
        "p" + Labels.number(percentile) + " of the response time over time",
        seconds,
        width == 1 ? "" : "each point is up to " + width + " s added up",
        layers,
        List.of());
  }

  private static Optional<Chart> chart(
      String title, double seconds, String note, List<Layer> layers, List<Mark> marks) {
    return axis(layers)
        .map(y -> {
          var all = new ArrayList<>(layers);
          all.addAll(RunMarks.layer(marks));
          return new Chart(title, note, Axes.elapsed(seconds), y, all);
        });
  }

  private static Band band(List<Slice> slices) {
    return new Band(
        "shortest to longest",
        Ink.GREY,
        pieces(
            slices,
            slice ->
                slice.response().min() instanceof Estimate.Exact(var low)
                        && slice.response().max() instanceof Estimate.Exact(var high)
                    ? Optional.of(new Span(slice.middle(), low, high))
                    : Optional.empty()));
  }

  private static void addPercentile(
      List<Layer> layers, String name, Ink ink, List<Slice> slices, double percentile) {
    layers.add(
        new Line(
            Labels.printable(name),
            ink,
            pieces(
                slices,
                slice ->
                    slice.response().percentile(percentile) instanceof Estimate.Exact(var ms)
                        ? Optional.of(new Point(slice.middle(), ms))
                        : Optional.empty())));
    var bounds = new ArrayList<Reach>();
    for (var slice : slices) {
      if (slice.response().percentile(percentile) instanceof Estimate.AtLeast(var ms)) {
        bounds.add(new Reach(slice.middle(), slice.middle(), ms));
      }
    }
    if (!bounds.isEmpty()) {
      layers.add(new Bounds(Bounds.nameAfter(layers), ink, bounds));
    }
  }

  /** What there is, in pieces between what there is not. */
  static <T> List<List<T>> pieces(List<Slice> slices, Function<Slice, Optional<T>> value) {
    var pieces = new ArrayList<List<T>>();
    var piece = new ArrayList<T>();
    for (var slice : slices) {
      value
          .apply(slice)
          .ifPresentOrElse(
              piece::add,
              () -> {
                if (!piece.isEmpty()) {
                  pieces.add(List.copyOf(piece));
                  piece.clear();
                }
              });
    }
    if (!piece.isEmpty()) {
      pieces.add(List.copyOf(piece));
    }
    return pieces;
  }

  private static Optional<Axis> axis(List<Layer> layers) {
    return Extent.ofY(layers).map(extent -> Axes.times(LABEL, extent.least(), extent.most()));
  }
}
