package dev.squall.analysis;

import dev.squall.chart.Chart;
import dev.squall.chart.Chart.Point;
import dev.squall.chart.ChartKind;
import dev.squall.chart.Layer.Span;
import dev.squall.chart.NamedRun;
import dev.squall.chart.PercentileCurve;
import dev.squall.chart.ScalingCurve;
import dev.squall.chart.StepBars;
import dev.squall.chart.StepBars.Bar;
import dev.squall.goal.Metric;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.stats.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.plotly.components.Figure;

/** The words that draw; {@link Analysis} has them all. A chart prints as one for a terminal. */
public class PlotWords extends WhyWords {
  PlotWords() {}

  /**
   * The percentile curve of a run, on HdrHistogram's axis.
   *
   * @throws ProblemException when nothing was measured that it could show
   */
  public static Chart plot(Results results) {
    return plot(results, ChartKind.PERCENTILES);
  }

  /**
   * A chart of a run: {@code plot(r, ChartKind.HEAT)}.
   *
   * @throws ProblemException when nothing was measured that it could show
   */
  public static Chart plot(Results results, ChartKind kind) {
    return drawn(kind.of(results));
  }

  /**
   * The percentile curves of several runs, one over the other; they are called a, b, c and so on.
   *
   * @throws ProblemException when there are more than six, or nothing was measured in any
   */
  public static Chart plot(Results first, Results second, Results... more) {
    var runs = new ArrayList<>(List.of(first, second));
    runs.addAll(List.of(more));
    if (runs.size() > 'f' - 'a' + 1) {
      throw problem("nobody tells " + runs.size() + " curves apart", "six runs at most");
    }
    var named = new ArrayList<NamedRun>();
    for (var run : runs) {
      named.add(new NamedRun(String.valueOf((char) ('a' + named.size())), run));
    }
    return drawn(PercentileCurve.of(named));
  }

  /**
   * What differs between two sides: the change of p95, in percent, of all requests and of each
   * step, with its interval. An interval without zero is more than chance gives a single look.
   *
   * @throws ProblemException when nothing of them can be compared
   */
  public static Chart plot(RunComparison comparison) {
    var bars = new ArrayList<Bar>();
    for (var row : comparison.rows()) {
      row.change(Metric.P95).ratio().ifPresent(ratio -> bars.add(bar(row.label(), ratio)));
    }
    return drawn(
        StepBars.of("p95, the second against the first", "change, % (95 % intervals)", bars));
  }

  private static Bar bar(String label, Interval ratio) {
    return new Bar(label, percent(ratio.estimate()), percent(ratio.low()), percent(ratio.high()));
  }

  /** What reaches beyond ten times as much says only that nothing is known. */
  private static double percent(double ratio) {
    return 100 * (Math.clamp(ratio, 0, 10) - 1);
  }

  /**
   * A search for the knee, also one that goes on: what each burst did, over what was expected of it
   * before it was run.
   *
   * @throws ProblemException before the first burst
   */
  public static Chart plot(Knee knee) {
    var expected = new ArrayList<Span>();
    var measured = new ArrayList<Point>();
    for (var step : knee.steps()) {
      step.predicted().ifPresent(interval -> expected.add(span(step.offered(), interval)));
      measured.add(new Point(step.offered(), step.achieved()));
    }
    knee.next()
        .ifPresent(next ->
            next.achieved().ifPresent(interval -> expected.add(span(next.offered(), interval))));
    return drawn(
        ScalingCurve.of(
            "How far it can be loaded", knee.unit(), "iterations/s", expected, measured));
  }

  /** What has no upper end reaches no further than twice the estimate. */
  private static Span span(double offered, Interval interval) {
    return new Span(
        offered,
        Math.max(0, interval.low()),
        Math.min(interval.high(), 2 * Math.max(interval.estimate(), 1)));
  }

  /** A chart to be zoomed into, for Tablesaw's own tools. */
  public static Figure figure(Chart chart) {
    return Figures.of(chart);
  }

  private static Chart drawn(Optional<Chart> chart) {
    return chart.orElseThrow(() ->
        problem("there is nothing to draw: nothing of it was measured", "report(r) says what was"));
  }

  private static ProblemException problem(String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.in("plot"), what, hint)));
  }
}
