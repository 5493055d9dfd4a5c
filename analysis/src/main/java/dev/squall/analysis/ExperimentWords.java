package dev.squall.analysis;

import dev.squall.load.Load;
import dev.squall.plan.Option;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Workload;
import dev.squall.stats.Results;
import java.time.Duration;
import java.util.List;

/** The words for comparisons and experiments. */
public class ExperimentWords extends TableWords {
  /** Bursts of each side where nobody says how many. */
  private static final int PAIRS = 5;

  ExperimentWords() {}

  /**
   * Two runs held against each other, step by step: p50, p95, p99, error rate and request rate,
   * with 95 % intervals by block bootstrap over seconds. It speaks of these two runs; only {@link
   * #interleave} and repeated runs say what is slower.
   */
  public static Comparison compare(Results first, Results second) {
    return compare(first, second, Duration.ZERO);
  }

  /** The same without the first so many seconds of either run. */
  public static Comparison compare(Results first, Results second, Duration warmUp) {
    return TwoRuns.compare(first, second, warmUp);
  }

  /**
   * Repeated runs of each side held against each other, at least two each: intervals over the runs.
   *
   * @throws ProblemException when there are fewer
   */
  public static Comparison compare(List<Results> first, List<Results> second) {
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
  public static Comparison interleave(Workload a, Workload b, Load load, Option... options) {
    return interleave(a, b, load, PAIRS, options);
  }

  /** The same with another number of pairs, at least two. */
  public static Comparison interleave(
      Workload a, Workload b, Load load, int pairs, Option... options) {
    if (pairs < 2) {
      throw problem(
          "interleave", pairs + " pairs", "two at least, and five or more for a narrow interval");
    }
    return new Interleaving(a, b, load, List.of(options)).perform(pairs);
  }

  static ProblemException problem(String word, String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.in(word), what, hint)));
  }
}
