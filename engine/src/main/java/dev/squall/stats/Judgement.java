package dev.squall.stats;

import dev.squall.goal.Goal;

/**
 * A goal held against what was measured.
 *
 * @param goal the goal
 * @param met whether it certainly holds; what cannot be said is not met
 * @param actual what was measured
 */
public record Judgement(Goal goal, boolean met, Actual actual) {

  /** What was measured, in the unit of the goal's metric. */
  public sealed interface Actual {}

  /** A known value. */
  public record Known(double value) implements Actual {}

  /** A value in the censored tail, of which only a lower bound is known. */
  public record AtLeast(double value) implements Actual {}

  /** Nothing, or nothing of that step. */
  public record Nothing() implements Actual {}

  static Judgement of(Goal goal, Actual actual) {
    boolean met =
        switch (actual) {
          case Known(var value) -> goal.comparison().holds(value, goal.bound());
          case AtLeast(var least) -> goal.comparison().holdsFrom(least, goal.bound());
          case Nothing() -> false;
        };
    return new Judgement(goal, met, actual);
  }

  /** What was measured, in words: {@code 212 ms}, {@code at least 5 s}. */
  public String measured() {
    return switch (actual) {
      case Known(var value) -> goal.metric().print(value);
      case AtLeast(var value) -> "at least " + goal.metric().print(value);
      case Nothing() -> "not measured";
    };
  }

  @Override
  public String toString() {
    return (met ? "met     " : "missed  ") + goal + ": " + measured();
  }
}
