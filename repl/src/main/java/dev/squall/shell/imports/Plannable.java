package dev.squall.shell.imports;

import dev.squall.load.Users;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Body;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Given;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Steps;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan refuses is left out and told, so that whatever a file holds, the rest of it can be
 * run. The files that requests carry are not looked for: they may come later.
 */
final class Plannable {
  private static final String SOME_BASE = "http://localhost";

  private final Findings findings;

  private Plannable(Findings findings) {
    this.findings = findings;
  }

  /** Nothing where no request is left. */
  static Optional<Scenario> of(Scenario scenario, Findings findings) {
    return new Plannable(findings).fit(scenario);
  }

  private Optional<Scenario> fit(Scenario scenario) {
    if (isEmpty(scenario)) {
      return Optional.empty();
    }
    if (problems(scenario).isEmpty()) {
      return Optional.of(scenario);
    }
    var rest = ExtractedLater.settle(with(scenario, sound(scenario.steps(), scenario)), findings);
    if (isEmpty(rest)) {
      return Optional.empty();
    }
    // What no step shows alone; a plan of it will say the same.
    problems(rest).forEach(findings::add);
    return Optional.of(rest);
  }

  private static boolean isEmpty(Scenario scenario) {
    return Steps.all(scenario.steps()).noneMatch(Request.class::isInstance);
  }

  private List<Step> sound(List<Step> steps, Scenario around) {
    var sound = new ArrayList<Step>();
    for (var step : steps) {
      switch (step) {
        case Request request -> {
          var problems = problems(alone(request, around));
          if (problems.isEmpty()) {
            sound.add(request);
          }
          problems.forEach(
              each -> findings.add("step " + request.name(), Shown.url(each.what()), each.hint()));
        }
        case Step.Group(var name, var inner) ->
            sound.add(new Step.Group(name, sound(inner, around)));
        case Step other -> sound.add(other);
      }
    }
    return sound;
  }

  /** One step of a scenario, with a value for all that the others would give it. */
  private static Scenario alone(Request request, Scenario around) {
    Map<String, Given> known = new LinkedHashMap<>();
    for (var name : Holes.in(request)) {
      known.put(name, new Given(name, new Template("x")));
    }
    around.variables().forEach(given -> known.put(given.name(), given));
    for (var given : around.variables()) {
      Holes.in(given.value())
          .forEach(name -> known.putIfAbsent(name, new Given(name, new Template("x"))));
    }
    request.captures().stream().map(Capture::variable).forEach(known::remove);
    known.keySet().removeIf(name -> !GivenValues.fit(name).equals(name));
    return new Scenario(
        around.name(),
        List.of(request),
        around.base(),
        around.headers(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.copyOf(known.values()));
  }

  private static List<Problem> problems(Scenario scenario) {
    var options = Options.DEFAULT;
    try {
      Plan.of(
          with(scenario, withoutFiles(scenario.steps())),
          new Users(1).iterations(1),
          scenario.base().isEmpty() ? options.withBase(SOME_BASE) : options);
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  static Scenario with(Scenario scenario, List<Step> steps) {
    return new Scenario(
        scenario.name(),
        steps,
        scenario.base(),
        scenario.headers(),
        scenario.setup(),
        scenario.teardown(),
        scenario.feeds(),
        scenario.pacing(),
        scenario.variables());
  }

  private static List<Step> withoutFiles(List<Step> steps) {
    return steps.stream()
        .<Step>map(step ->
            switch (step) {
              case Request request -> withoutFiles(request);
              case Step.Group(var name, var inner) -> new Step.Group(name, withoutFiles(inner));
              case Step other -> other;
            })
        .toList();
  }

  private static Request withoutFiles(Request request) {
    return switch (request.body()) {
      case Body.FromFile _ -> Requests.with(request, new Body.Text(new Template("")));
      case Body.Multipart(var parts) ->
          Requests.with(
              request,
              new Body.Multipart(
                  parts.stream()
                      .<Body.Part>map(part ->
                          part instanceof Body.FilePart(var name, _, var type, _)
                              ? new Body.TextPart(name, new Template(""), type)
                              : part)
                      .toList()));
      case Body _ -> request;
    };
  }
}
