package dev.squall.plan;

import java.util.List;

/** How many branches of steps go on side by side at most; one where there are none. */
final class Width {
  private Width() {}

  static int of(List<Planned> steps) {
    return steps.stream().mapToInt(Width::of).max().orElse(1);
  }

  private static int of(Planned step) {
    return switch (step) {
      case PlannedRequest _ -> 1;
      case Planned.Pause _ -> 1;
      case Planned.Leave _ -> 1;
      case Planned.Code _ -> 1;
      case Planned.Group(_, var inner) -> of(inner);
      case Planned.Repeat(_, var inner) -> of(inner);
      case Planned.ForEach loop -> of(loop.steps());
      case Planned.When(_, var inner, var otherwise) -> Math.max(of(inner), of(otherwise));
      case Planned.Choose(_, var ways) ->
          ways.stream().mapToInt(way -> of(way.steps())).max().orElse(1);
      case Planned.Optionally(var inner) -> of(inner);
      case Planned.Parallel(var branches) -> branches.stream().mapToInt(Width::of).sum();
    };
  }
}
