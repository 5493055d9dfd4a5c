package dev.squall.plan;

import dev.squall.scenario.Header;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which variables are used after a request's captures: by its own checks, by a later request or its
 * checks, or in the next round of a loop around it.
 */
final class LaterUses {

  /** From the first to the last request of a loop. */
  private record Loop(int first, int last) {
    boolean holds(int request) {
      return request >= first && request <= last;
    }
  }

  /** A use by a request, when it is sent or when its answer is checked. */
  private record Use(int request, boolean inCheck) {
    boolean after(int other) {
      return request > other || (request == other && inCheck);
    }
  }

  /**
   * Steps that are performed one part after the other.
   *
   * @param variables by which names are read
   * @param headers of each of their requests
   */
  record Part(Variables variables, List<Header> headers, List<Step> steps) {}

  private final Map<String, List<Use>> uses = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private final List<Integer> begins = new ArrayList<>();
  private final Variables of;
  private Set<String> guarded = Set.of();
  private int requests;

  /**
   * Reads the parts in the order in which they are performed.
   *
   * @param of whose uses count
   */
  LaterUses(Variables of, List<Part> parts) {
    this.of = of;
    for (var part : parts) {
      begins.add(requests);
      walk(part.steps, part);
    }
  }

  /** The number of the first request of a part, counted over all parts. */
  int firstOf(int part) {
    return begins.get(part);
  }

  /** Whether a variable that this request, counted from 0, extracts is used afterwards. */
  boolean after(int request, String variable) {
    return uses.getOrDefault(variable, List.of()).stream()
        .anyMatch(use ->
            use.after(request)
                || loops.stream().anyMatch(loop -> loop.holds(use.request) && loop.holds(request)));
  }

  private void walk(List<Step> steps, Part part) {
    for (var step : steps) {
      switch (step) {
        case Request request -> {
          RequestTemplates.sent(request, part.headers)
              .forEach(template -> note(template, false, part));
          request.checks().stream()
              .flatMap(check -> RequestTemplates.expected(check.expectation()))
              .forEach(template -> note(template, true, part));
          requests++;
        }
        case Step.Group(_, var inner) -> walk(inner, part);
        case Step.Repeat(var times, var inner) -> loop(times > 1, inner, part);
        case Step.ForEach(_, var list, var inner) -> {
          note(list, false, part);
          loop(true, inner, part);
        }
        case Step.When(var condition, var inner, var otherwise) -> {
          // Steps that are performed only where there is a value can do without one.
          var before = guarded;
          guarded = new HashSet<>(before);
          sure(condition).forEach(template -> guarded.addAll(part.variables.usedIn(template)));
          walk(inner, part);
          guarded = before;
          walk(otherwise, part);
        }
        case Step.Choose(var ways) -> ways.forEach(way -> walk(way.steps(), part));
        case Step.Parallel(var branches) -> walk(branches, part);
        case Step.Optionally(var inner) -> walk(inner, part);
        case Step.Pause(_) -> {}
        case Step.Leave(_) -> {}
        case Step.Code(_, _, _) -> {}
      }
    }
  }

  private void loop(boolean goesRound, List<Step> inner, Part part) {
    int first = requests;
    walk(inner, part);
    if (goesRound) {
      loops.add(new Loop(first, requests - 1));
    }
  }

  /** What has a value for sure where the condition holds: what has none meets no expectation. */
  private static Stream<Template> sure(Premise condition) {
    return switch (condition) {
      case Premise.Clause(var subject, _) -> Stream.of(subject);
      case Premise.All(var all) -> all.stream().flatMap(LaterUses::sure);
      case Premise.Any(_) -> Stream.empty();
    };
  }

  private void note(Template template, boolean inCheck, Part part) {
    part.variables.usedIn(template).forEach(name -> note(name, inCheck, part));
  }

  private void note(String name, boolean inCheck, Part part) {
    boolean meant = part.variables == of || !part.variables.isOwn(name);
    if (meant && !guarded.contains(name)) {
      uses.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Use(requests, inCheck));
    }
  }
}
