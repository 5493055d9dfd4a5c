package dev.squall.analysis;

import dev.squall.stats.Estimate;
import dev.squall.stats.Judgement;
import dev.squall.stats.Verdict;
import java.util.Optional;

/**
 * One burst on the way to the knee.
 *
 * @param offered iterations a second, or users
 * @param predicted iterations a second that were expected of it before it was run; empty for the
 *     first ones
 * @param achieved iterations that ended by themselves a second
 * @param inFlight exchanges on the wire at once, on average
 * @param p50 response times once it had settled
 * @param p95 the same
 * @param p99 the same
 * @param errorRate failed requests among all, 0 to 1
 * @param goal the goal held against it
 * @param settled whether it came to rest within the burst
 * @param verdict whether the generator's numbers can be believed
 */
public record KneeStep(
    double offered,
    Optional<Interval> predicted,
    double achieved,
    double inFlight,
    Estimate p50,
    Estimate p95,
    Estimate p99,
    double errorRate,
    Judgement goal,
    boolean settled,
    Verdict verdict) {

  /** Whether reality lay within what was predicted; true where nothing was. */
  public boolean asPredicted() {
    return predicted.map(interval -> interval.contains(achieved)).orElse(true);
  }
}
