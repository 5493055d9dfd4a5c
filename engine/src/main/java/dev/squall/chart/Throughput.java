package dev.squall.chart;

import dev.squall.chart.Chart.Point;
import dev.squall.chart.Layer.Band;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Span;
import dev.squall.stats.Mark;
import dev.squall.stats.Results;
import dev.squall.stats.TimelinePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests that ended and requests that failed per second, and what was done to the run meanwhile.
 * A second in which nothing ended is a zero. Long runs are drawn in slices of several seconds: the
 * lines are their means, and a band reaches from the slowest to the fastest second of each.
 */
public final class Throughput {
  private Throughput() {}

  /** Empty when nothing ended. */
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
    var all = Slices.of(timeline, elapsedSeconds, Chart.MOST_POINTS / 4);
    var slices = all.slices();
    if (slices.stream().allMatch(slice -> slice.requests() == 0)) {
      return Optional.empty();
    }
    var layers = new ArrayList<Layer>();
    if (all.width() > 1) {
      layers.add(
          new Band(
              "slowest to fastest second",
              Ink.GREY,
              List.of(
                  slices.stream()
                      .map(slice ->
                          new Span(slice.middle(), slice.leastPerSecond(), slice.mostPerSecond()))
                      .toList())));
    }
    var failed =
        slices.stream()
            .map(slice -> new Point(slice.middle(), slice.perSecond(slice.failed())))
            .toList();
    layers.add(
        new Band(
            "",
            Ink.VERMILION,
            List.of(failed.stream().map(point -> new Span(point.x(), 0, point.y())).toList())));
    layers.add(
        new Line(
            "requests",
            Ink.BLUE,
            List.of(
                slices.stream()
                    .map(slice -> new Point(slice.middle(), slice.perSecond(slice.requests())))
                    .toList())));
    layers.add(new Line("failed", Ink.VERMILION, List.of(failed)));
    double most = Extent.ofY(layers).map(Extent::most).orElse(1.0);
    layers.addAll(RunMarks.layer(marks));
    return Optional.of(
        new Chart(
            "Throughput and errors",
            all.note(),
            Axes.elapsed(all.seconds()),
            Axes.amounts("per second", most),
            layers));
  }
}
