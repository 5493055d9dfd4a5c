package dev.squall.analysis;

import dev.squall.analysis.Why.Share;
import dev.squall.analysis.Why.Slow;
import dev.squall.goal.Metric;
import dev.squall.goal.TimeOf;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.stats.Breakdown.Part;
import dev.squall.stats.Estimate;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the slow requests of a run and adds up where their time went. */
final class Reasons {
  private static final int MOST = 20;

  private final Results results;

  private Reasons(Results results) {
    this.results = results;
  }

  static Why of(Results results, TimeOf time) {
    return new Reasons(results).why(time);
  }

  private Why why(TimeOf time) {
    double percentile = percentile(time.metric());
    var steps = time.step().map(this::steps).orElseGet(results::steps);
    var times =
        time.step().isEmpty()
            ? results.response()
            : steps.stream().map(StepStats::response).reduce(Latencies.NONE, Latencies::plus);
    var threshold = times.percentile(percentile);
    double least =
        switch (threshold) {
          case Estimate.Exact(var ms) -> ms;
          case Estimate.AtLeast(var ms) -> ms;
          case Estimate.None() -> Double.POSITIVE_INFINITY;
        };
    var slow =
        steps.stream()
            .flatMap(step -> step.slowest().stream().map(exemplar -> slow(step, exemplar)))
            .sorted(
                Comparator.comparingDouble((Slow one) -> one.exemplar().responseMs()).reversed())
            .filter(one -> isBeyond(one.exemplar(), least))
            .limit(MOST)
            .toList();
    return new Why(
        time.step().orElse("all requests"),
        percentile,
        threshold,
        Math.max(slow.size(), beyond(times, percentile)),
        slow,
        shares(slow));
  }

  /** The histogram knows three digits of the threshold, the exemplar all of its time. */
  private static boolean isBeyond(Exemplar exemplar, double thresholdMs) {
    return exemplar.responseMs() >= thresholdMs * (1 - 1e-3);
  }

  private static long beyond(Latencies times, double percentile) {
    return Math.round((times.count() + times.censored()) * (1 - percentile / 100));
  }

  private List<StepStats> steps(String name) {
    var found = results.steps().stream().filter(step -> step.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw problem(
          "there is no step " + name,
          "the steps of this run are "
              + results.steps().stream().map(StepStats::name).distinct().toList());
    }
    return found;
  }

  private static double percentile(Metric metric) {
    return switch (metric) {
      case P50 -> 50;
      case P75 -> 75;
      case P90 -> 90;
      case P95 -> 95;
      case P99 -> 99;
      case P999 -> 99.9;
      case MAX_TIME -> 100;
      case MEAN_TIME, ERROR_RATE, REQUEST_RATE ->
          throw problem(
              "no requests lie beyond the " + metric.label(), "why(r, p99()) or maxTime()");
    };
  }

  private static ProblemException problem(String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.in("why"), what, hint)));
  }

  private Slow slow(StepStats step, Exemplar exemplar) {
    double to = exemplar.atSeconds();
    double from = to - exemplar.responseMs() / 1e3;
    return new Slow(
        step.name(),
        exemplar,
        results.generator().stalls().stream().filter(stall -> stall.overlaps(from, to)).toList(),
        results.marks().stream()
            .filter(mark -> mark.seconds() >= from && mark.seconds() <= to)
            .toList());
  }

  private static List<Share> shares(List<Slow> slow) {
    long all = slow.stream().mapToLong(one -> one.exemplar().breakdown().total()).sum();
    return Arrays.stream(Part.values())
        .map(part -> share(part, slow, all))
        .sorted(Comparator.comparingLong(Share::micros).reversed())
        .toList();
  }

  private static Share share(Part part, List<Slow> slow, long all) {
    long micros = slow.stream().mapToLong(one -> part.of(one.exemplar().breakdown())).sum();
    return new Share(
        part,
        micros,
        slow.isEmpty() ? 0 : micros / 1e3 / slow.size(),
        all == 0 ? 0 : (double) micros / all);
  }
}
