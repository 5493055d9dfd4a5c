package dev.squall.plan;

import dev.squall.scenario.Body;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Variables variables;
  private final List<Header> everywhere;
  private final Map<String, List<Use>> uses = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private int requests;

  LaterUses(Variables variables, Scenario scenario) {
    this.variables = variables;
    this.everywhere = scenario.headers();
    walk(scenario.steps());
  }

  /** Whether a variable that this request, counted from 0, extracts is used afterwards. */
  boolean after(int request, String variable) {
    return uses.getOrDefault(variable, List.of()).stream()
        .anyMatch(use ->
            use.after(request)
                || loops.stream().anyMatch(loop -> loop.holds(use.request) && loop.holds(request)));
  }

  private void walk(List<Step> steps) {
    for (var step : steps) {
      switch (step) {
        case Request request -> {
          sent(request).forEach(template -> note(template, false));
          request.checks().stream()
              .flatMap(check -> expected(check.expectation()))
              .forEach(template -> note(template, true));
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

  private void note(Template template, boolean inCheck) {
    for (var name : variables.usedIn(template)) {
      uses.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Use(requests, inCheck));
    }
  }

  private static Stream<Template> expected(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Is(var template) -> Stream.of(template);
      case Expectation.IsNot(var template) -> Stream.of(template);
      case Expectation.Contains(var template) -> Stream.of(template);
      case Expectation.In(var templates) -> templates.stream();
      case Expectation.Matches(_) -> Stream.empty();
      case Expectation.Exists() -> Stream.empty();
      case Expectation.Below(_) -> Stream.empty();
      case Expectation.Above(_) -> Stream.empty();
      case Expectation.Between(_, _) -> Stream.empty();
    };
  }

  private List<Template> sent(Request request) {
    var templates = new ArrayList<Template>();
    templates.add(request.target());
    request.query().forEach(field -> templates.add(field.value()));
    everywhere.forEach(header -> templates.add(header.value()));
    request.headers().forEach(header -> templates.add(header.value()));
    request
        .credentials()
        .ifPresent(shown -> {
          templates.add(shown.user());
          templates.add(shown.password());
        });
    switch (request.body()) {
      case Body.None() -> {}
      case Body.Text(var text) -> templates.add(text);
      case Body.Json(var text) -> templates.add(text);
      case Body.Form(var fields) -> fields.forEach(field -> templates.add(field.value()));
      case Body.Binary _ -> {}
      case Body.FromFile(_, _) -> {}
      case Body.Multipart(var parts) -> parts.forEach(part -> note(part, templates));
    }
    return templates;
  }

  private static void note(Body.Part part, List<Template> templates) {
    switch (part) {
      case Body.TextPart(_, var value) -> templates.add(value);
      case Body.FilePart(_, _, _) -> {}
    }
  }
}
