package dev.squall.analysis;

import dev.squall.analysis.Weighing.Weighed;
import dev.squall.goal.Metric;
import dev.squall.stats.Judgement;
import dev.squall.stats.Judgement.Actual;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Several runs of each side: one number a run, and t-intervals over the runs.
 *
 * <p>A run's own spread is in its number already, together with whatever else differs from one run
 * to the next; resampling seconds as well could only pretend to know the latter better than so few
 * runs do. With two runs a side an interval is therefore wide (one degree of freedom: 12.7 standard
 * errors), and that is what two runs know.
 */
final class SeveralRuns {
  private SeveralRuns() {}

  /** A number of each side on the scale on which it is judged, and the runs' spread of it. */
  private record Sides(
      Metric metric, List<Seconds> before, List<Seconds> after, boolean interleaved) {

    Weighed weigh() {
      var one = actual(metric, before);
      var two = actual(metric, after);
      int known = 0;
      var values = new ArrayList<Double>();
      for (int i = 0; i < before.size() + after.size(); i++) {
        var run = i < before.size() ? before.get(i) : after.get(i - before.size());
        if (actual(metric, List.of(run)) instanceof Judgement.Known(var value)) {
          known++;
          values.add(metric == Metric.ERROR_RATE ? smoothed(run) : value);
        }
      }
      if (known < before.size() + after.size()) {
        return Weighed.not(
            metric,
            one,
            two,
            "only known of %d of the %d runs".formatted(known, before.size() + after.size()));
      }
      double[] first = values.stream().limit(before.size()).mapToDouble(v -> v).toArray();
      double[] second = values.stream().skip(before.size()).mapToDouble(v -> v).toArray();
      var difference = contrast(first, second, floor());
      var contrast =
          metric == Metric.ERROR_RATE
              ? difference
              : contrast(logarithms(first), logarithms(second), 0);
      return new Weighed(metric, one, two, Optional.of(contrast), Optional.of(difference), "");
    }

    private Contrast contrast(double[] first, double[] second, double least) {
      var contrast = interleaved ? Turns.contrast(first, second) : welch(first, second);
      return new Contrast(
          contrast.estimate(),
          Math.max(contrast.standardError(), least),
          contrast.degreesOfFreedom());
    }

    /** Runs without a single failure agree perfectly and know no more for it. */
    private double floor() {
      return metric == Metric.ERROR_RATE ? Math.hypot(binomial(before), binomial(after)) : 0;
    }
  }

  static RunComparison compare(
      List<Results> first, List<Results> second, boolean interleaved, Duration warmUp) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    var pairs = Pairs.of(all, warmUp);
    var before = new ArrayList<List<Seconds>>();
    var after = new ArrayList<List<Seconds>>();
    for (var reader : pairs.readers()) {
      before.add(first.stream().map(reader).toList());
      after.add(second.stream().map(reader).toList());
    }
    var rows =
        Weighing.rows(
            pairs.labels(),
            (row, metric) ->
                new Sides(metric, before.get(row), after.get(row), interleaved).weigh());
    return new RunComparison(
        interleaved ? Design.INTERLEAVED : Design.REPEATED_RUNS,
        rows,
        Notes.of(first, second, pairs.missing(), warmUp),
        first,
        second);
  }

  private static Contrast welch(double[] first, double[] second) {
    var one = Moments.of(first);
    var two = Moments.of(second);
    return Contrast.of(
        two.mean() - one.mean(),
        one.deviation() / Math.sqrt(first.length),
        first.length - 1.0,
        two.deviation() / Math.sqrt(second.length),
        second.length - 1.0,
        0,
        true,
        true);
  }

  /** Of all these runs' requests together. */
  private static Actual actual(Metric metric, List<Seconds> runs) {
    double requests = runs.stream().mapToLong(Seconds::requests).sum();
    double seconds = runs.stream().mapToDouble(Seconds::seconds).sum();
    return switch (metric) {
      case ERROR_RATE ->
          known(runs.stream().mapToLong(Seconds::failed).sum() / requests, requests > 0);
      case REQUEST_RATE -> known(requests / seconds, requests > 0);
      case P50, P75, P90, P95, P99, P999, MEAN_TIME, MAX_TIME -> {
        var all = runs.stream().map(Seconds::all).reduce(Latencies.NONE, Latencies::plus);
        yield Spread.actual(all.percentile(Spread.percent(metric)));
      }
    };
  }

  private static Actual known(double value, boolean measured) {
    return measured ? new Judgement.Known(value) : new Judgement.Nothing();
  }

  private static double smoothed(Seconds run) {
    return (run.failed() + 1) / (run.requests() + 2.0);
  }

  private static double binomial(List<Seconds> runs) {
    double requests = runs.stream().mapToLong(Seconds::requests).sum() + 2.0;
    double rate = (runs.stream().mapToLong(Seconds::failed).sum() + 1) / requests;
    return Math.sqrt(rate * (1 - rate) / requests);
  }

  private static double[] logarithms(double[] values) {
    double[] logarithms = new double[values.length];
    Arrays.setAll(logarithms, i -> Math.log(values[i]));
    return logarithms;
  }
}
