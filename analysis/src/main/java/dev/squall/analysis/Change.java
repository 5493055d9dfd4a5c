package dev.squall.analysis;

import dev.squall.goal.Metric;
import dev.squall.stats.Judgement.Actual;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number of two runs, or of two series of runs, beside each other.
 *
 * @param metric which number, and its unit
 * @param before the first's; of several runs what all of their requests together come to
 * @param after the second's
 * @param difference second less first, in the metric's unit; empty where nothing can be said
 * @param ratio second by first; empty for an error rate and where nothing can be said
 * @param smallest the smallest change that this data would have shown four times in five: of times
 *     and of the request rate as a share of the first, of the error rate in its own unit
 * @param reading what can be said of it, many comparisons at once allowed for
 * @param because why it cannot be compared, in words; empty where it can
 */
public record Change(
    Metric metric,
    Actual before,
    Actual after,
    Optional<Interval> difference,
    Optional<Interval> ratio,
    OptionalDouble smallest,
    Reading reading,
    String because) {

  static Change incomparable(Metric metric, Actual before, Actual after, String because) {
    return new Change(
        metric,
        before,
        after,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Reading.CANNOT_BE_COMPARED,
        because);
  }
}
