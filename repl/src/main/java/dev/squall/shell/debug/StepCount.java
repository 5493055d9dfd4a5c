package dev.squall.shell.debug;

import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import java.util.List;
import java.util.OptionalLong;

/** How many steps an iteration performs, where that is known beforehand. */
final class StepCount {
  private StepCount() {}

  /** Nothing where a draw, a condition or a list decides. */
  static OptionalLong of(List<Step> steps) {
    long sum = 0;
    for (var step : steps) {
      var count = of(step);
      if (count.isEmpty()) {
        return count;
      }
      sum += count.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  private static OptionalLong of(Step step) {
    return switch (step) {
      case Request _ -> OptionalLong.of(1);
      case Step.Code _ -> OptionalLong.of(1);
      case Step.Pause _ -> OptionalLong.of(0);
      case Step.Group(_, var inner) -> of(inner);
      case Step.Parallel(var branches) -> of(branches);
      case Step.Repeat(var times, var inner) -> {
        var once = of(inner);
        yield once.isEmpty() ? once : OptionalLong.of(times * once.getAsLong());
      }
      case Step.ForEach _ -> OptionalLong.empty();
      case Step.When _ -> OptionalLong.empty();
      case Step.Choose _ -> OptionalLong.empty();
      case Step.Optionally _ -> OptionalLong.empty();
      case Step.Leave _ -> OptionalLong.empty();
    };
  }
}
