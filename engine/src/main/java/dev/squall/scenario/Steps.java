package dev.squall.scenario;

import java.util.List;
import java.util.stream.Stream;

/** Ways through steps that hold steps. */
public final class Steps {
  private Steps() {}

  /** These steps and all that stand in them, each before those in it. */
  public static Stream<Step> all(List<Step> steps) {
    return steps.stream().flatMap(step -> Stream.concat(Stream.of(step), all(inside(step))));
  }

  private static List<Step> inside(Step step) {
    return switch (step) {
      case Step.Group(_, var inner) -> inner;
      case Step.Repeat(_, var inner) -> inner;
      case Step.ForEach(_, _, var inner) -> inner;
      case Step.Parallel(var branches) -> branches;
      case Step.Optionally(var inner) -> inner;
      case Step.When(_, var inner, var otherwise) ->
          Stream.concat(inner.stream(), otherwise.stream()).toList();
      case Step.Choose(var ways) -> ways.stream().flatMap(way -> way.steps().stream()).toList();
      case Request _, Step.Pause _, Step.Leave _, Step.Code _ -> List.of();
    };
  }
}
