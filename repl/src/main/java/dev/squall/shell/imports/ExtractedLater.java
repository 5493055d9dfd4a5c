package dev.squall.shell.imports;

import dev.squall.plan.BuiltInVariable;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Given;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Steps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of steps that use what a step would have extracted that was left out: a placeholder
 * stands for it, or, where a later step extracts it too, they are left out themselves.
 */
final class ExtractedLater {
  private final Set<String> extracted;
  private final Set<String> known = new HashSet<>();
  private final GivenValues placeholders = new GivenValues();
  private final Findings findings;

  private ExtractedLater(Scenario scenario, Findings findings) {
    this.findings = findings;
    this.extracted =
        Steps.all(scenario.steps())
            .filter(Request.class::isInstance)
            .flatMap(step -> ((Request) step).captures().stream())
            .map(Capture::variable)
            .collect(Collectors.toSet());
    scenario.variables().stream().map(Given::name).forEach(known::add);
    for (var variable : BuiltInVariable.values()) {
      known.add(variable.word());
    }
  }

  static Scenario settle(Scenario scenario, Findings findings) {
    var settling = new ExtractedLater(scenario, findings);
    var settled = Plannable.with(scenario, settling.settled(scenario.steps()));
    settling.placeholders.tell(findings);
    for (var each : settling.placeholders.all()) {
      settled = settled.variable(each.name(), each.value().text());
    }
    return settled;
  }

  private List<Step> settled(List<Step> steps) {
    var settled = new ArrayList<Step>();
    for (var step : steps) {
      switch (step) {
        case Request request -> {
          if (isSettled(request)) {
            request.captures().stream().map(Capture::variable).forEach(known::add);
            settled.add(request);
          }
        }
        case Step.Group(var name, var inner) -> settled.add(new Step.Group(name, settled(inner)));
        case Step other -> settled.add(other);
      }
    }
    return settled;
  }

  private boolean isSettled(Request request) {
    for (var name : Holes.in(request)) {
      if (known.contains(name) || name.contains("(")) {
        continue;
      }
      if (extracted.contains(name)) {
        findings.add(
            "step " + request.name(), "it uses " + name + ", which only a later step extracts", "");
        return false;
      }
      known.add(placeholders.declare(name, "", GivenValues.PLACEHOLDER));
    }
    return true;
  }
}
