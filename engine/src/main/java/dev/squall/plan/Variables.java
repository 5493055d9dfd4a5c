package dev.squall.plan;

import dev.squall.problem.Nearest;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every variable that a scenario extracts, and its place in a user's values. */
final class Variables {
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Set<String> extractedSoFar = new HashSet<>();

  Variables(Scenario scenario) {
    declare(scenario.steps());
  }

  private void declare(List<Step> steps) {
    for (var step : steps) {
      switch (step) {
        case Request request -> {
          for (Capture capture : request.captures()) {
            slots.putIfAbsent(capture.variable(), slots.size());
          }
        }
        case Step.Pause(_, _) -> {}
        case Step.Group(_, var inner) -> declare(inner);
        case Step.Repeat(_, var inner) -> declare(inner);
      }
    }
  }

  boolean isKnown(String name) {
    return slots.containsKey(name) || BuiltInVariable.named(name).isPresent();
  }

  /** The slot of an extracted variable. */
  Optional<Integer> slot(String name) {
    return Optional.ofNullable(slots.get(name));
  }

  List<String> names() {
    return List.copyOf(slots.keySet());
  }

  /** From here on, in the order of the scenario, the variable may have a value. */
  void extracted(String name) {
    extractedSoFar.add(name);
  }

  /** Why a hole of this name cannot be filled here. */
  Optional<Problem> problemOf(String name, Position position) {
    if (name.isEmpty()) {
      return Optional.of(
          new Problem(position, "a ${} names no variable", "write $${} for the text itself"));
    }
    if (!isKnown(name)) {
      return Optional.of(
          new Problem(position, "no step extracts a variable " + name, hintFor(name)));
    }
    if (slots.containsKey(name) && !extractedSoFar.contains(name)) {
      return Optional.of(
          new Problem(
              position,
              "the variable " + name + " is used before any step extracts it",
              "variables start fresh with each iteration: extract it in an earlier step"));
    }
    return Optional.empty();
  }

  /** What a person who wrote an unknown name should look at. */
  private String hintFor(String unknown) {
    var known =
        Stream.concat(
                slots.keySet().stream(),
                Stream.of(BuiltInVariable.values()).map(BuiltInVariable::word))
            .toList();
    return Nearest.to(unknown, known)
        .map(name -> "did you mean ${" + name + "}?")
        .orElseGet(() ->
            "extract it in an earlier step, or write $${" + unknown + "} for the text itself");
  }

  /** The names that a template really uses, in order. */
  List<String> usedIn(Template template) {
    var used = new ArrayList<String>();
    for (var part : template.parts()) {
      switch (part) {
        case Template.Part.Braced(var name, _) -> used.add(name);
        case Template.Part.Bare(var name, _) -> {
          if (isKnown(name)) {
            used.add(name);
          }
        }
        case Template.Part.Literal(_) -> {}
        case Template.Part.EscapedBraces(_) -> {}
        case Template.Part.EscapedBare(_) -> {}
        case Template.Part.Unclosed(_) -> {}
      }
    }
    return used;
  }
}
