package dev.squall.load;

import dev.squall.goal.Goal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A staircase of arrivals per second that still wants to know where it ends: the first half of
 * {@code stepUp(100, 50, seconds(30)).until(…)}.
 *
 * @param from the first rate
 * @param by how much higher each step is than the one before
 * @param every how long a step is
 */
public record StepUp(double from, double by, Duration every) {

  /** Until one of these holds of the step that is being taken. */
  public OpenLoad until(Goal... goals) {
    return load(OptionalDouble.empty()).until(goals);
  }

  /** Until the highest step not above this rate is over. */
  public OpenLoad upTo(double rate) {
    return load(OptionalDouble.of(rate));
  }

  @Override
  public String toString() {
    return load(OptionalDouble.empty()).toString();
  }

  private OpenLoad load(OptionalDouble upTo) {
    return OpenLoad.of(new Profile(List.of(new Stage.Staircase(from, by, every, upTo)), List.of()));
  }
}
