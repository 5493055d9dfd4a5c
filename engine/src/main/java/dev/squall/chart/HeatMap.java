package dev.squall.chart;

import dev.squall.chart.Layer.Cell;
import dev.squall.chart.Layer.Heat;
import dev.squall.stats.Latencies;
import dev.squall.stats.Mark;
import dev.squall.stats.Results;
import dev.squall.stats.TimelinePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the response times lie, second by second: each cell counts the requests of a stretch of
 * time and of a range of times. Time-outs count at the age that they reached. It shows what
 * percentiles over time hide: two groups of times, or a few slow requests beside many fast ones.
 */
public final class HeatMap {
  private static final int MOST_ACROSS = 60;
  private static final int MOST_UP = 32;

  private HeatMap() {}

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
    var slices = Slices.of(timeline, elapsedSeconds, MOST_ACROSS);
    var all =
        slices.slices().stream()
            .map(Slices.Slice::response)
            .reduce(Latencies.NONE, Latencies::plus);
    if (all.count() + all.censored() == 0) {
      return Optional.empty();
    }
    var extent = LatencyBins.extent(all);
    var bins = LatencyBins.atMost(MOST_UP, extent.least(), extent.most());
    var cells = new ArrayList<Cell>();
    for (var slice : slices.slices()) {
      var counts = new TreeMap<>(bins.counts(slice.response().histogram()));
      bins.counts(slice.response().censoredHistogram())
          .forEach((bin, count) -> counts.merge(bin, count, Long::sum));
      counts.forEach((bin, count) ->
          cells.add(new Cell(slice.from(), slice.to(), bins.from(bin), bins.from(bin + 1), count)));
    }
    var layers = new ArrayList<Layer>(List.of(new Heat("requests", Ink.BLUE, cells)));
    var height = Extent.ofY(layers).orElseThrow();
    layers.addAll(RunMarks.layer(marks));
    return Optional.of(
        new Chart(
            "Response times over time",
            slices.width() == 1 ? "" : "each cell is " + slices.width() + " s wide",
            Axes.elapsed(slices.seconds()),
            Axes.logarithmic("response time, ms", height.least(), height.most()),
            layers));
  }
}
