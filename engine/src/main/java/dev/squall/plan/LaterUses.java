package dev.squall.plan;

import dev.squall.scenario.Body;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which variables are used after a request, the next round of a loop around it included. */
final class LaterUses {

  /** From the first to the last request of a loop. */
  private record Loop(int first, int last) {}

  private final Variables variables;
  private final Map<String, List<Integer>> uses = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private int requests;

  LaterUses(Variables variables, List<Step> steps) {
    this.variables = variables;
    walk(steps);
  }

  /** Whether a request after this one, in the order they are performed, uses the variable. */
  boolean after(int request, String variable) {
    for (int use : uses.getOrDefault(variable, List.of())) {
      if (use > request
          || loops.stream().anyMatch(loop -> holds(loop, use) && holds(loop, request))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Loop loop, int request) {
    return request >= loop.first && request <= loop.last;
  }

  private void walk(List<Step> steps) {
    for (var step : steps) {
      switch (step) {
        case Request request -> {
          templates(request).forEach(this::note);
          requests++;
        }
        case Step.Pause(_, _) -> {}
        case Step.Group(_, var inner) -> walk(inner);
        case Step.Repeat(var times, var inner) -> {
          int first = requests;
          walk(inner);
          if (times > 1) {
            loops.add(new Loop(first, requests - 1));
          }
        }
      }
    }
  }

  private void note(Template template) {
    for (var name : variables.usedIn(template)) {
      uses.computeIfAbsent(name, _ -> new ArrayList<>()).add(requests);
    }
  }

  private static List<Template> templates(Request request) {
    var templates = new ArrayList<Template>();
    templates.add(request.target());
    request.headers().forEach(header -> templates.add(header.value()));
    switch (request.body()) {
      case Body.None() -> {}
      case Body.Text(var text) -> templates.add(text);
      case Body.Json(var text) -> templates.add(text);
      case Body.Form(var fields) -> fields.forEach(field -> templates.add(field.value()));
    }
    return templates;
  }
}
