package dev.squall.analysis;

import dev.squall.chart.Chart;
import dev.squall.chart.ChartKind;
import dev.squall.chart.NamedRun;
import dev.squall.chart.PercentileCurve;
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
