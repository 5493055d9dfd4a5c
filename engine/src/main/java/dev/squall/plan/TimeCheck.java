package dev.squall.plan;

import dev.squall.load.Durations;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.time.Duration;
import java.util.function.Consumer;

/** Times that can be kept. */
final class TimeCheck {
  /** What is beyond is a mistake, not a plan, and would not fit into nanoseconds for long. */
  static final Duration LONGEST = Duration.ofDays(365);

  private final Consumer<Problem> problems;

  TimeCheck(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /** Whether somebody can wait so long. */
  static boolean canBeWaited(Duration time) {
    return !time.isNegative() && time.compareTo(LONGEST) <= 0;
  }

  /** Zero for one that is a problem anyway. */
  static long nanos(Duration time) {
    return time.compareTo(LONGEST) > 0 ? 0 : time.toNanos();
  }

  /** A limit has to let something through. */
  void limit(String path, String noun, Duration limit, String word) {
    var hint = word + "(seconds(30)), at most a year";
    if (!limit.isPositive()) {
      problem(path, noun + " of " + Durations.print(limit) + " lets nothing through", hint);
    } else if (limit.compareTo(LONGEST) > 0) {
      problem(path, noun + " of " + Durations.print(limit) + " is no limit", hint);
    }
  }

  /** Zero stands for none. */
  void limitOrNone(String path, String noun, Duration limit, String word) {
    if (!limit.isZero()) {
      limit(path, noun, limit, word);
    }
  }

  private void problem(String path, String what, String hint) {
    problems.accept(new Problem(Position.in(path), what, hint));
  }
}
