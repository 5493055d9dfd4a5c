package dev.squall.analysis;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Estimate;
import dev.squall.stats.Verdict;
import java.util.List;
import java.util.Optional;

/** When a search for the knee has to end. */
final class Harm {
  private static final double MOST_ERRORS = 0.05;
  private static final double EXPLOSION = 20;

  private Harm() {}

  /** Why no higher level may follow these steps, in words. */
  static Optional<String> after(List<KneeStep> steps) {
    var last = steps.getLast();
    var before = Optional.ofNullable(steps.size() > 1 ? steps.get(steps.size() - 2) : null);
    if (last.verdict() == Verdict.INVALID) {
      return Optional.of("the generator's numbers are invalid at this level");
    }
    if (last.verdict() != Verdict.TRUSTED
        && before.filter(step -> step.verdict() != Verdict.TRUSTED).isPresent()
        && !last.goal().met()) {
      return Optional.of("the generator was suspect twice in a row, and the goal is missed");
    }
    if (!last.goal().met() && before.filter(step -> !step.goal().met()).isPresent()) {
      return Optional.of("the goal was missed twice in a row");
    }
    if (last.errorRate() > MOST_ERRORS && last.errorRate() > 2 * steps.getFirst().errorRate()) {
      return Optional.of(
          "errors rose to " + ChangeText.percent(last.errorRate(), last.errorRate()));
    }
    if (last.p99() instanceof Estimate.AtLeast) {
      return Optional.of("one request in a hundred got no answer in time");
    }
    return last.p99() instanceof Estimate.Exact(var ms)
            && steps.getFirst().p99() instanceof Estimate.Exact(var first)
            && ms > EXPLOSION * first
            && !last.goal().met()
        ? Optional.of(
            "p99 exploded from %s to %s ms".formatted(Numbers.decimal(first), Numbers.decimal(ms)))
        : Optional.empty();
  }
}
