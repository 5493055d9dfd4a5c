package dev.squall.analysis;

import dev.squall.goal.Goal;
import java.util.List;
import java.util.Optional;

/**
 * How far a system can be loaded.
 *
 * @param unit what was raised: {@code iterations/s} or {@code users}
 * @param goal what it has to hold
 * @param steps the bursts, in the order in which they were run
 * @param next what is expected of the burst that runs now; empty once it is over
 * @param fit the Universal Scalability Law through the steps; empty with fewer than three
 * @param knee the highest level that met the goal, and between which levels it gives in: its low
 *     end met the goal and its high end did not, infinite where all did; empty where none did
 * @param stopped why no further burst was run; empty while it goes on
 */
public record Knee(
    String unit,
    Goal goal,
    List<KneeStep> steps,
    Optional<Expected> next,
    Optional<ScalabilityFit> fit,
    Optional<Interval> knee,
    String stopped) {
  public Knee {
    steps = List.copyOf(steps);
  }

  /**
   * A burst that has not been run.
   *
   * @param offered iterations a second, or users
   * @param achieved iterations a second that are expected of it; empty where nothing is
   */
  public record Expected(double offered, Optional<Interval> achieved) {}

  @Override
  public String toString() {
    return new KneeText(this).toString();
  }
}
