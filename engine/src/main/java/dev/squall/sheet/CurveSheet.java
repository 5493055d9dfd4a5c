package dev.squall.sheet;

import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import java.util.ArrayList;
import java.util.List;

/**
 * Percentile curves: five points for each halving of the distance to 100 %, as HdrHistogram prints
 * them. A curve that ends in the censored tail has a bound for its last point.
 */
final class CurveSheet {
  private static final double MICROS_PER_MILLI = 1000;

  private CurveSheet() {}

  /** Which curve a point is of. */
  private record Curve(String scenario, String step, String label, String time) {}

  /**
   * A point of a curve.
   *
   * @param within answers that took at most so long
   */
  private record Row(Curve curve, double percentile, Estimate time, long within) {}

  static Sheet sheet(Results results) {
    var rows = new ArrayList<Row>();
    var all = results.info().scenario();
    rows(rows, new Curve(all, "total", "total", "response"), results.response());
    rows(rows, new Curve(all, "total", "total", "service"), results.service());
    var labels = new StepLabels(results);
    for (var step : results.steps()) {
      var label = labels.of(step);
      rows(rows, new Curve(step.scenario(), step.name(), label, "response"), step.response());
      rows(rows, new Curve(step.scenario(), step.name(), label, "service"), step.service());
    }
    return new Columns<>(rows)
        .words(Heading.of("step").rank(0).forPeople(), row -> row.curve.label)
        .words(Heading.of("scenario").forPrograms(), row -> row.curve.scenario)
        .words(Heading.of("step").forPrograms(), row -> row.curve.step)
        .words(Heading.of("time").rank(1), row -> row.curve.time)
        .figures(Heading.of("percentile", Unit.PERCENT).rank(0), Row::percentile)
        .times(Heading.of("within", Unit.MILLISECONDS).rank(0), Row::time)
        .counts(Heading.of("answers").rank(2), Row::within)
        .sheet("Percentiles");
  }

  private static void rows(List<Row> rows, Curve curve, Latencies times) {
    var histogram = times.histogram();
    for (var point : times.curve()) {
      long micros = Math.round(point.ms() * MICROS_PER_MILLI);
      long within = histogram.getCountBetweenValues(0, micros);
      rows.add(new Row(curve, point.percentile(), new Estimate.Exact(point.ms()), within));
    }
    if (times.max() instanceof Estimate.AtLeast bound) {
      rows.add(new Row(curve, 100, bound, times.count()));
    }
  }
}
