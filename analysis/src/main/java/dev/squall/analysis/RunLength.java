package dev.squall.analysis;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Estimate;
import dev.squall.stats.Judgement;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether a run was long enough for one of its percentiles. */
final class RunLength {
  private static final double TARGET = 0.05;
  private static final double TWICE = 2;

  private RunLength() {}

  static Tightness of(Results run, double percentile) {
    double elapsed = run.totals().elapsedSeconds();
    var seconds = Seconds.of(run.timeline(), elapsed, Duration.ZERO);
    var times = run.response();
    long count = times.count() + times.censored();
    double beyond = count * (1 - percentile / 100);
    var warnings = new ArrayList<String>();
    var name = "p" + Numbers.plain(percentile);
    var byRanks = byRanks(times, percentile);
    if (seconds.size() < Spread.FEWEST_SECONDS) {
      warnings.add(
          "%d whole seconds: how they differ shows from %d on"
              .formatted(seconds.size(), Spread.FEWEST_SECONDS));
    }
    if (beyond < Spread.FEWEST_BEYOND && count > 0) {
      warnings.add(
          "%s of %s requests is decided by %s; %s would be enough"
              .formatted(
                  name,
                  Numbers.count(count),
                  beyond <= 1.5 ? "one request" : "the slowest " + Math.round(beyond),
                  Numbers.count(
                      (long) Math.ceil(Spread.FEWEST_BEYOND / (1 - percentile / 100) - 1e-6))));
    }
    if (run.generator().verdict() != Verdict.TRUSTED) {
      warnings.add(
          "the run is "
              + run.generator().verdict().label()
              + ": "
              + String.join("; ", run.generator().reasons()));
    }
    if (seconds.size() < Spread.FEWEST_SECONDS) {
      return new Tightness(
          percentile,
          Spread.actual(times.percentile(percentile)),
          Optional.empty(),
          byRanks,
          false,
          elapsed,
          OptionalDouble.empty(),
          warnings);
    }
    var spread = Spread.percentile(percentile, seconds, 1);
    if (!(spread.actual() instanceof Judgement.Known(var ms))) {
      if (spread.actual() instanceof Judgement.AtLeast) {
        warnings.add(name + " lies among the requests that never were answered");
      }
      return new Tightness(
          percentile,
          spread.actual(),
          Optional.empty(),
          byRanks,
          false,
          elapsed,
          OptionalDouble.empty(),
          warnings);
    }
    double t = StudentT.quantile(1 - Contrast.ALARMS / 2, spread.degreesOfFreedom());
    double half = t * spread.logError() + spread.resolution();
    boolean open = spread.unknown() > Contrast.ALARMS / 2;
    var interval =
        new Interval(
            ms, ms * Math.exp(-half), open ? Double.POSITIVE_INFINITY : ms * Math.exp(half));
    togetherness(interval, byRanks, warnings);
    double width = Math.expm1(half);
    boolean enough = !open && width <= Tightness.ENOUGH && beyond >= Spread.FEWEST_BEYOND;
    return new Tightness(
        percentile,
        spread.actual(),
        Optional.of(interval),
        byRanks,
        enough,
        elapsed,
        open ? OptionalDouble.empty() : OptionalDouble.of(needed(elapsed, width)),
        warnings);
  }

  /** Standard errors fall with the square root of the time. */
  private static double needed(double seconds, double width) {
    return seconds * (width / TARGET) * (width / TARGET);
  }

  private static void togetherness(
      Interval bySeconds, Optional<Interval> byRanks, List<String> warnings) {
    byRanks
        .filter(ranks -> !Double.isInfinite(ranks.high()) && !Double.isInfinite(bySeconds.high()))
        .ifPresent(ranks -> {
          double wider =
              (bySeconds.high() - bySeconds.low()) / Math.max(1e-9, ranks.high() - ranks.low());
          if (wider >= TWICE) {
            warnings.add(
                "requests of one second share their luck: the interval is "
                    + Numbers.decimal(wider)
                    + " times as wide as that of independent requests");
          }
        });
  }

  /**
   * The distribution-free interval: the ranks between which the percentile lies whatever the
   * distribution, if requests are independent (H. A. David and H. N. Nagaraja, Order Statistics,
   * 3rd edition 2003, 7.1).
   */
  static Optional<Interval> byRanks(Latencies times, double percentile) {
    long n = times.count() + times.censored();
    if (n == 0 || !(times.percentile(percentile) instanceof Estimate.Exact(var ms))) {
      return Optional.empty();
    }
    double share = percentile / 100;
    long low = Binomial.quantile(n, share, Contrast.ALARMS / 2);
    long high = Binomial.quantile(n, share, 1 - Contrast.ALARMS / 2) + 1;
    return Optional.of(new Interval(ms, at(times, low, n), at(times, high, n)));
  }

  private static double at(Latencies times, long rank, long n) {
    if (rank > n) {
      return Double.POSITIVE_INFINITY;
    }
    return switch (times.percentile(100.0 * Math.max(0, rank) / n)) {
      case Estimate.Exact(var ms) -> ms;
      case Estimate.AtLeast _, Estimate.None() -> Double.POSITIVE_INFINITY;
    };
  }
}
