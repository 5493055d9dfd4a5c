package dev.squall.plan;

import dev.squall.scenario.Given;
import dev.squall.scenario.Header;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Steps;
import dev.squall.scenario.Template;
import dev.squall.scenario.Template.Part;
import dev.squall.secret.Secrets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Variables and where the value of each comes from. */
final class VariableLines {
  private final Map<String, SequencedSet<String>> sources = new LinkedHashMap<>();
  private final SequencedSet<String> builtIn = new LinkedHashSet<>();

  private VariableLines() {}

  /** By name, in the order of their use; those that are built in last. */
  static Map<String, SequencedSet<String>> of(Plan plan) {
    var all = new VariableLines();
    switch (plan.workload()) {
      case Scenario scenario -> all.add(scenario, plan.scenarios().getFirst());
      case Mix mix -> {
        all.given(mix.variables());
        all.add(mix.setup(), List.of());
        all.add(mix.teardown(), List.of());
        for (int i = 0; i < mix.shares().size(); i++) {
          all.add(mix.shares().get(i).scenario(), plan.scenarios().get(i));
        }
      }
    }
    all.builtIn.forEach(name -> all.put(name, "built in"));
    return all.sources;
  }

  private void add(Scenario scenario, PlannedScenario planned) {
    given(scenario.variables());
    for (int i = 0; i < scenario.feeds().size(); i++) {
      var rows = planned.feeds().get(i).rows();
      var from =
          scenario.feeds().get(i) + ", " + rows.size() + (rows.size() == 1 ? " row" : " rows");
      rows.columns().forEach(column -> put(column, from));
    }
    add(scenario.setup(), scenario.headers());
    add(scenario.steps(), scenario.headers());
    add(scenario.teardown(), scenario.headers());
  }

  private void given(List<Given> variables) {
    for (var variable : variables) {
      use(variable.value());
      put(
          variable.name(),
          "given, " + Secrets.target(Secrets.shown(variable.name(), variable.value().text())));
    }
  }

  private void add(List<Step> steps, List<Header> headers) {
    Steps.all(steps)
        .forEach(step -> {
          switch (step) {
            case Request request -> add(request, headers);
            case Step.Code(var name, var variables, _) ->
                variables.forEach(variable -> put(variable, "set by code " + name));
            case Step.ForEach(var item, var list, _) -> put(item, "each item of " + list);
            case Step.Group _,
                Step.Repeat _,
                Step.When _,
                Step.Choose _,
                Step.Parallel _,
                Step.Optionally _,
                Step.Pause _,
                Step.Leave _ -> {}
          }
        });
  }

  private void add(Request request, List<Header> headers) {
    RequestTemplates.sent(request, headers).forEach(this::use);
    request.checks().stream()
        .flatMap(check -> RequestTemplates.expected(check.expectation()))
        .forEach(this::use);
    request
        .captures()
        .forEach(
            each -> put(each.variable(), "found by " + request.name() + " at " + each.extractor()));
  }

  /** What is built in is told where it is used. */
  private void use(Template template) {
    for (var part : template.parts()) {
      switch (part) {
        case Part.Braced(var name, _) -> useBuiltIn(name);
        case Part.Bare(var name, _) -> useBuiltIn(name);
        case Part.Literal _, Part.EscapedBraces _, Part.EscapedBare _, Part.Unclosed _ -> {}
      }
    }
  }

  private void useBuiltIn(String name) {
    if (name.startsWith("env.")) {
      put(name, "the environment");
    } else if (name.endsWith(")")) {
      put(name, "drawn");
    } else if (BuiltInVariable.named(name).isPresent()) {
      builtIn.add(name);
    }
  }

  private void put(String name, String from) {
    sources.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(from);
  }
}
