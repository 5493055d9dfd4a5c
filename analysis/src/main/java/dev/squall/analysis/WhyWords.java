package dev.squall.analysis;

import dev.squall.goal.TimeOf;
import dev.squall.stats.Results;

/** The words that explain slow requests; {@link Analysis} has them all. */
public class WhyWords extends ExperimentWords {
  WhyWords() {}

  /**
   * Where the time of the slowest requests went: {@code why(r, p99())}.
   *
   * @param time which requests are slow: those at or beyond it, of one step where it says so
   */
  public static Why why(Results results, TimeOf time) {
    return Reasons.of(results, time);
  }

  /** The same of one step: {@code why(r, p99(), "checkout")}. */
  public static Why why(Results results, TimeOf time, String step) {
    return Reasons.of(results, time.of(step));
  }
}
