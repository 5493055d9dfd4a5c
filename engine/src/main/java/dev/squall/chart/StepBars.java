package dev.squall.chart;

import dev.squall.chart.Layer.Interval;
import dev.squall.chart.Layer.Intervals;
import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A value for each step, or for each of anything, with intervals. Bars from zero; dots on a
 * logarithmic axis where the largest is more than 30 times the smallest.
 */
public final class StepBars {
  private static final int MOST_BARS = 40;

  private StepBars() {}

  /**
   * What one bar shows.
   *
   * @param label beside it
   * @param value its length
   * @param low where its whisker begins; the value when there is none
   * @param high where its whisker ends; the value when there is none
   */
  public record Bar(String label, double value, double low, double high) {
    Interval at(int category) {
      return new Interval(category, value, low, high, false, false);
    }
  }

  /**
   * A percentile of the response time of each step, with its distribution-free 95 % interval
   * ({@link OrderStatistics}). Empty when no step has an answer or a time-out.
   *
   * @param percentile 0 to 100, neither of them included
   */
  public static Optional<Chart> of(Results results, double percentile) {
    var labels = new ArrayList<String>();
    var intervals = new ArrayList<Interval>();
    for (var step : results.steps()) {
      interval(intervals.size(), step.response(), percentile)
          .filter(_ -> intervals.size() < MOST_BARS)
          .ifPresent(interval -> {
            labels.add(label(results, step));
            intervals.add(interval);
          });
    }
    return chart(
        "p" + Labels.number(percentile) + " of the response time by step",
        "whiskers are 95 % intervals of the percentile",
        "ms",
        labels,
        intervals);
  }

  /**
   * Any values, such as differences of two runs. Empty without a bar.
   *
   * @param axis what they measure, with the unit
   * @param bars at most 40 are shown, the first
   */
  public static Optional<Chart> of(String title, String axis, List<Bar> bars) {
    var labels = bars.stream().limit(MOST_BARS).map(Bar::label).toList();
    var intervals = new ArrayList<Interval>();
    for (int i = 0; i < labels.size(); i++) {
      intervals.add(bars.get(i).at(i));
    }
    return chart(Labels.printable(title), "", axis, labels, intervals);
  }

  private static Optional<Chart> chart(
      String title, String note, String axis, List<String> labels, List<Interval> intervals) {
    var ends =
        intervals.stream()
            .flatMapToDouble(one -> DoubleStream.of(one.value(), one.low(), one.high()))
            .summaryStatistics();
    if (ends.getCount() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Chart(
            title,
            note,
            ends.getMin() < 0
                ? Axes.around(axis, ends.getMin(), ends.getMax())
                : Axes.times(axis, ends.getMin(), ends.getMax()),
            Axes.categories(labels),
            List.of(new Intervals("", Ink.BLUE, intervals))));
  }

  private static Optional<Interval> interval(int category, Latencies times, double percentile) {
    var ranks = OrderStatistics.ranks(times.count() + times.censored(), percentile / 100);
    return switch (times.percentile(percentile)) {
      case Estimate.Exact(var ms) -> {
        double low = known(times.percentile(ranks.lowPercent()), ms);
        boolean open =
            !ranks.highKnown()
                || !(times.percentile(ranks.highPercent()) instanceof Estimate.Exact);
        double high = known(times.percentile(ranks.highPercent()), ms);
        yield Optional.of(
            new Interval(category, ms, Math.min(low, ms), Math.max(high, ms), false, open));
      }
      case Estimate.AtLeast(var ms) ->
          Optional.of(
              new Interval(
                  category,
                  ms,
                  Math.min(ms, known(times.percentile(ranks.lowPercent()), ms)),
                  ms,
                  true,
                  true));
      case Estimate.None() -> Optional.empty();
    };
  }

  private static double known(Estimate estimate, double otherwise) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> ms;
      case Estimate.AtLeast(var ms) -> ms;
      case Estimate.None() -> otherwise;
    };
  }

  /** The scenario's name stands before the step's where two scenarios share it. */
  private static String label(Results results, StepStats step) {
    boolean shared =
        results.steps().stream()
            .anyMatch(other ->
                other.name().equals(step.name()) && !other.scenario().equals(step.scenario()));
    return shared ? step.scenario() + ":" + step.name() : step.name();
  }
}
