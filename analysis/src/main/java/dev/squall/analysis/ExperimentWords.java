package dev.squall.analysis;

import dev.squall.goal.Goal;
import dev.squall.load.ArrivalRate;
import dev.squall.load.Load;
import dev.squall.load.Users;
import dev.squall.plan.Option;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Workload;
import dev.squall.stats.Results;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The words for comparisons and experiments. */
public class ExperimentWords extends TableWords {
  /** Bursts of each side where nobody says how many. */
  private static final int PAIRS = 5;

  private static final double USUAL_PERCENTILE = 95;

  ExperimentWords() {}

  /**
   * Two runs held against each other, step by step: p50, p95, p99, error rate and request rate,
   * with 95 % intervals by block bootstrap over seconds. It speaks of these two runs; only {@link
   * #interleave} and repeated runs say what is slower.
   */
  public static RunComparison compare(Results first, Results second) {
    return compare(first, second, Duration.ZERO);
  }

  /** The same without the first so many seconds of either run. */
  public static RunComparison compare(Results first, Results second, Duration warmUp) {
    return TwoRuns.compare(first, second, warmUp);
  }

  /**
   * Repeated runs of each side held against each other, at least two each: intervals over the runs.
   *
   * @throws ProblemException when there are fewer
   */
  public static RunComparison compare(List<Results> first, List<Results> second) {
    if (first.size() < 2 || second.size() < 2) {
      throw problem(
          "compare",
          "%d and %d runs: what differs between runs shows in two of each side at least"
              .formatted(first.size(), second.size()),
          "compare(a, b) speaks of two single runs");
    }
    return SeveralRuns.compare(first, second, false, Duration.ZERO);
  }

  /**
   * Runs the load with A and B in turn, A B A B …, five times each, after one burst of each that
   * does not count; then compares. Each pair has a seed of its own and performs the same iterations
   * on both sides. It takes twelve times as long as the load.
   *
   * @throws ProblemException when something is wrong with a scenario, the load or an option, or
   *     when it was interrupted before two pairs were complete
   */
  public static RunComparison interleave(Workload a, Workload b, Load load, Option... options) {
    return interleave(a, b, load, PAIRS, options);
  }

  /** The same with another number of pairs, at least two. */
  public static RunComparison interleave(
      Workload a, Workload b, Load load, int pairs, Option... options) {
    if (pairs < 2) {
      throw problem(
          "interleave", pairs + " pairs", "two at least, and five or more for a narrow interval");
    }
    return new Interleaving(a, b, load, List.of(options)).perform(pairs);
  }

  /** Whether a run was long enough for its p95; see {@link #longEnough(Results, double)}. */
  public static Tightness longEnough(Results run) {
    return longEnough(run, USUAL_PERCENTILE);
  }

  /**
   * How well a run knows a percentile of its response times, and how long a run for ± 5 % would
   * take.
   *
   * @param percentile above 0 and below 100: 99.9
   * @throws ProblemException when it is none
   */
  public static Tightness longEnough(Results run, double percentile) {
    if (!(percentile > 0 && percentile < 100)) {
      throw problem("longEnough", "a percentile of " + percentile, "95 or 99.9, below 100");
    }
    return RunLength.of(run, percentile);
  }

  /** What a run would have come to: {@code whatIf(r).faster("search", 0.2).requestsPerPage(6)}. */
  public static WhatIf whatIf(Results run) {
    return WhatIf.of(run);
  }

  /**
   * How many arrivals a second a system bears before it misses a goal: bursts of ten seconds at
   * rising rates, eight at most, each predicted from those before it by the Universal Scalability
   * Law, after one at the lowest rate that does not count. It stops as soon as the goal is missed
   * twice in a row, errors rise, times explode or the generator's numbers are worth nothing.
   *
   * @throws ProblemException when something is wrong with the scenario, the rates or an option
   */
  public static Knee findKnee(
      Workload workload, ArrivalRate from, ArrivalRate to, Goal goal, Option... options) {
    return findKnee(workload, from, to, goal, Bursts.USUAL, _ -> {}, options);
  }

  /**
   * The same with other bursts, and with somebody who sees what is expected of each one before it
   * runs, and what became of it after.
   */
  public static Knee findKnee(
      Workload workload,
      ArrivalRate from,
      ArrivalRate to,
      Goal goal,
      Bursts bursts,
      Consumer<Knee> listener,
      Option... options) {
    check(from.perSecond(), to.perSecond(), bursts);
    return new KneeSearch(
            workload,
            goal,
            bursts,
            true,
            level -> new ArrivalRate(level).during(bursts.each()),
            List.of(options))
        .perform(from.perSecond(), to.perSecond(), listener);
  }

  /** How many users a system bears before it misses a goal. */
  public static Knee findKnee(
      Workload workload, Users from, Users to, Goal goal, Option... options) {
    return findKnee(workload, from, to, goal, Bursts.USUAL, _ -> {}, options);
  }

  /** The same with other bursts, and with somebody who sees each one coming. */
  public static Knee findKnee(
      Workload workload,
      Users from,
      Users to,
      Goal goal,
      Bursts bursts,
      Consumer<Knee> listener,
      Option... options) {
    check(from.count(), to.count(), bursts);
    return new KneeSearch(
            workload,
            goal,
            bursts,
            false,
            level -> new Users((int) level).during(bursts.each()),
            List.of(options))
        .perform(from.count(), to.count(), listener);
  }

  private static void check(double from, double to, Bursts bursts) {
    if (!(from > 0 && to > from && Double.isFinite(to))) {
      throw problem(
          "findKnee",
          "from %s to %s".formatted(from, to),
          "the first level is above 0, the last one above the first");
    }
    if (bursts.most() < 2 || bursts.each().isNegative() || bursts.each().isZero()) {
      throw problem("findKnee", bursts.toString(), "two bursts at least, each of some time");
    }
  }

  static ProblemException problem(String word, String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.in(word), what, hint)));
  }
}
