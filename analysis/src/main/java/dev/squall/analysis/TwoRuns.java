package dev.squall.analysis;

import dev.squall.analysis.Weighing.Weighed;
import dev.squall.goal.Metric;
import dev.squall.stats.Judgement;
import dev.squall.stats.Results;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two single runs: the spread of each number comes from the seconds within its run. What differs
 * from one run to the next, such as a server's mood that day, is in none of them, so nothing is
 * said beyond these two.
 */
final class TwoRuns {
  /** A bound in more of the draws than this leaves that side of a 95 % interval open. */
  private static final double OPEN = 0.025;

  /** A time may be nought in whole microseconds, and has a logarithm all the same. */
  private static final double LEAST = 1e-4;

  private TwoRuns() {}

  static RunComparison compare(Results first, Results second, Duration warmUp) {
    var pairs = Pairs.of(List.of(first, second), warmUp);
    var before = new ArrayList<Seconds>();
    var after = new ArrayList<Seconds>();
    for (var reader : pairs.readers()) {
      before.add(reader.apply(first));
      after.add(reader.apply(second));
    }
    var rows =
        Weighing.rows(
            pairs.labels(),
            (row, metric) -> weigh(metric, before.get(row), after.get(row), 2L * row));
    return new RunComparison(
        Design.TWO_RUNS,
        rows,
        Notes.of(List.of(first), List.of(second), pairs.missing(), warmUp),
        List.of(first),
        List.of(second));
  }

  /** The same seed for the same row, so that the same runs give the same answer. */
  static Weighed weigh(Metric metric, Seconds before, Seconds after, long seed) {
    var nothing = new Judgement.Nothing();
    if (before.size() < Spread.FEWEST_SECONDS || after.size() < Spread.FEWEST_SECONDS) {
      var because =
          "%d and %d whole seconds; a comparison of two runs needs %d of each"
              .formatted(before.size(), after.size(), Spread.FEWEST_SECONDS);
      return before.size() == 0 || after.size() == 0
          ? Weighed.not(metric, nothing, nothing, because)
          : Weighed.not(metric, actual(metric, before), actual(metric, after), because);
    }
    var a = Spread.of(metric, before, seed);
    var b = Spread.of(metric, after, seed + 1);
    var because = why(metric, before, after, a, b);
    if (because.isPresent()) {
      return Weighed.not(metric, a.actual(), b.actual(), because.get());
    }
    boolean lowKnown = isKnown(a);
    boolean highKnown = isKnown(b);
    var difference =
        Contrast.of(
            b.value() - a.value(),
            a.standardError(),
            a.degreesOfFreedom(),
            b.standardError(),
            b.degreesOfFreedom(),
            Math.max(a.resolution() * a.value(), b.resolution() * b.value()),
            lowKnown,
            highKnown);
    if (metric == Metric.ERROR_RATE) {
      // Failures vary as much as there are of them.
      difference = difference.growing(b.standardError() * b.standardError() / b.value());
    }
    var ratio =
        Contrast.of(
            Math.log(Math.max(b.value(), LEAST) / Math.max(a.value(), LEAST)),
            a.logError(),
            a.degreesOfFreedom(),
            b.logError(),
            b.degreesOfFreedom(),
            a.resolution() + b.resolution(),
            lowKnown,
            highKnown);
    return new Weighed(
        metric,
        a.actual(),
        b.actual(),
        Optional.of(metric == Metric.ERROR_RATE ? difference : ratio),
        Optional.of(difference),
        "a bound on %s, and the rest is open".formatted(lowKnown ? "the second" : "the first"));
  }

  private static Judgement.Actual actual(Metric metric, Seconds run) {
    return Spread.of(metric, run, 0).actual();
  }

  private static boolean isKnown(Spread spread) {
    return spread.actual() instanceof Judgement.Known && spread.unknown() <= OPEN;
  }

  private static Optional<String> why(
      Metric metric, Seconds before, Seconds after, Spread a, Spread b) {
    if (a.actual() instanceof Judgement.Nothing || b.actual() instanceof Judgement.Nothing) {
      return Optional.of("nothing measured");
    }
    if (metric == Metric.ERROR_RATE || metric == Metric.REQUEST_RATE) {
      return Optional.empty();
    }
    if (a.actual() instanceof Judgement.AtLeast && b.actual() instanceof Judgement.AtLeast) {
      return Optional.of("both are bounds");
    }
    long fewest =
        Math.min(
            before.all().count() + before.all().censored(),
            after.all().count() + after.all().censored());
    double beyond = fewest * (1 - Spread.percent(metric) / 100);
    return beyond < Spread.FEWEST_BEYOND
        ? Optional.of(
            "%s of %d requests is decided by %s"
                .formatted(
                    metric.label(),
                    fewest,
                    beyond <= 1 ? "one of them" : "the slowest " + (int) Math.ceil(beyond)))
        : Optional.empty();
  }
}
