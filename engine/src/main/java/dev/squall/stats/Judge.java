package dev.squall.stats;

import dev.squall.goal.Goal;
import dev.squall.stats.Cell.Counter;
import dev.squall.stats.Cell.Measure;
import dev.squall.stats.Judgement.Actual;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Holds goals against cells of the matrix. A percentile that is only a bound is judged for what is
 * known of it: at least 5 s is not below 3 s, and whether it is below 10 s cannot be said, which
 * counts as missed.
 */
public final class Judge {
  private final Sums sums;
  private final Layout layout;
  private final double seconds;

  /** Of what was counted in so many seconds. */
  Judge(Cells cells, double seconds) {
    this.sums = new Sums(cells);
    this.layout = cells.layout();
    this.seconds = seconds;
  }

  /** Goals held against a whole run. */
  public static Judgements judge(Results results, List<Goal> goals) {
    return new Judge(results.matrix().sum(), results.totals().elapsedSeconds()).judge(goals);
  }

  /**
   * Goals held against a stretch of a run, by when requests ended. A cell that the matrix had to
   * coarsen belongs to the stretch in which it begins.
   *
   * @param fromSecond the first second since T0
   * @param toSecond the first second that no longer belongs to it
   */
  public static Judgements judge(
      Results results, long fromSecond, long toSecond, List<Goal> goals) {
    return new Judge(results.matrix().sum(fromSecond, toSecond), toSecond - fromSecond)
        .judge(goals);
  }

  Judgements judge(List<Goal> goals) {
    return new Judgements(goals.stream().map(this::judge).toList());
  }

  private Judgement judge(Goal goal) {
    return Judgement.of(goal, isKnown(goal) ? actual(goal) : new Judgement.Nothing());
  }

  private boolean isKnown(Goal goal) {
    return goal.step().isEmpty()
        || layout.steps().stream().anyMatch(step -> step.name().equals(goal.step().get()));
  }

  private Actual actual(Goal goal) {
    IntPredicate steps =
        step -> goal.step().isEmpty() || layout.steps().get(step).name().equals(goal.step().get());
    var cell = sums.requests(steps);
    long requests = cell.value(Counter.REQUESTS);
    var times = cell.latencies(Measure.RESPONSE, Measure.RESPONSE_CENSORED);
    return switch (goal.metric()) {
      case P50 -> time(times.percentile(50));
      case P75 -> time(times.percentile(75));
      case P90 -> time(times.percentile(90));
      case P95 -> time(times.percentile(95));
      case P99 -> time(times.percentile(99));
      case P999 -> time(times.percentile(99.9));
      case MEAN_TIME -> time(times.mean());
      case MAX_TIME -> time(times.max());
      case ERROR_RATE -> ratio(sums.count(steps, OutcomeClass.FAILED), (double) requests);
      case REQUEST_RATE -> ratio(requests, seconds);
    };
  }

  private static Actual time(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> new Judgement.Known(ms);
      case Estimate.AtLeast(var ms) -> new Judgement.AtLeast(ms);
      case Estimate.None() -> new Judgement.Nothing();
    };
  }

  private static Actual ratio(long count, double of) {
    return of > 0 ? new Judgement.Known(count / of) : new Judgement.Nothing();
  }
}
