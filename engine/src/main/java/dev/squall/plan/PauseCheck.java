package dev.squall.plan;

import dev.squall.scenario.ThinkTime;

/** Pauses that can be kept. */
final class PauseCheck {
  private PauseCheck() {}

  static boolean canBeKept(ThinkTime time) {
    return switch (time) {
      case ThinkTime.Fixed(var fixed) -> TimeCheck.canBeWaited(fixed);
      case ThinkTime.Uniform(var least, var most) ->
          TimeCheck.canBeWaited(least) && TimeCheck.canBeWaited(most) && least.compareTo(most) <= 0;
      case ThinkTime.Normal(var mean, var deviation) ->
          TimeCheck.canBeWaited(mean) && TimeCheck.canBeWaited(deviation);
      case ThinkTime.Exponential(var mean) -> TimeCheck.canBeWaited(mean);
    };
  }
}
