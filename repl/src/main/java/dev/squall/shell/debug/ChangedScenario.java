package dev.squall.shell.debug;

import dev.squall.scenario.Given;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.Workload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A workload whose variables have values that somebody set: given, and extracted no more. */
final class ChangedScenario {
  private final Map<String, String> values;

  private ChangedScenario(Map<String, String> values) {
    this.values = values;
  }

  /** The same object where nothing was set. */
  static Workload of(Workload workload, Map<String, String> values) {
    if (values.isEmpty()) {
      return workload;
    }
    var change = new ChangedScenario(values);
    return switch (workload) {
      case Scenario scenario -> change.scenario(scenario, true);
      case Mix mix -> change.mix(mix);
    };
  }

  private Mix mix(Mix mix) {
    var shares =
        mix.shares().stream()
            .map(share -> new Mix.Share(share.weight(), scenario(share.scenario(), false)))
            .toList();
    return new Mix(
        mix.name(),
        shares,
        steps(mix.setup()),
        steps(mix.teardown()),
        given(mix.variables(), true));
  }

  /** Those of a mix take the values of the mix. */
  private Scenario scenario(Scenario of, boolean gives) {
    return new Scenario(
        of.name(),
        steps(of.steps()),
        of.base(),
        of.headers(),
        steps(of.setup()),
        steps(of.teardown()),
        of.feeds(),
        of.pacing(),
        given(of.variables(), gives));
  }

  private List<Given> given(List<Given> before, boolean gives) {
    var kept = before.stream().filter(each -> !values.containsKey(each.name()));
    var set =
        values.entrySet().stream().map(each -> new Given(each.getKey(), literal(each.getValue())));
    return Stream.concat(kept, gives ? set : Stream.empty()).toList();
  }

  /** A template that is this text, whatever stands in it. */
  private static Template literal(String value) {
    return new Template(value.replace("$", "${$}"));
  }

  private List<Step> steps(List<Step> steps) {
    return steps.stream().map(this::step).toList();
  }

  private Step step(Step step) {
    return switch (step) {
      case Request request -> request(request);
      case Step.Pause pause -> pause;
      case Step.Leave leave -> leave;
      case Step.Code code -> code;
      case Step.Group(var name, var inner) -> new Step.Group(name, steps(inner));
      case Step.Repeat(var times, var inner) -> new Step.Repeat(times, steps(inner));
      case Step.ForEach(var item, var list, var inner) ->
          new Step.ForEach(item, list, steps(inner));
      case Step.When(var condition, var inner, var otherwise) ->
          new Step.When(condition, steps(inner), steps(otherwise));
      case Step.Choose(var ways) ->
          new Step.Choose(
              ways.stream().map(way -> new Step.Way(way.weight(), steps(way.steps()))).toList());
      case Step.Parallel(var branches) -> new Step.Parallel(steps(branches));
      case Step.Optionally(var inner) -> new Step.Optionally(steps(inner));
    };
  }

  private Request request(Request of) {
    return new Request(
        of.label(),
        of.method(),
        of.target(),
        of.query(),
        of.headers(),
        of.credentials(),
        of.body(),
        of.checks(),
        of.captures().stream().filter(each -> !values.containsKey(each.variable())).toList(),
        of.handling());
  }
}
