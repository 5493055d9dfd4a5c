package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaLiterals.number;
import static dev.squall.shell.exports.JavaLiterals.text;
import static dev.squall.shell.exports.JavaLiterals.time;

import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.ThinkTime;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios and their steps in Squall's words. */
final class JavaSteps {
  private final Notes notes;

  JavaSteps(Notes notes) {
    this.notes = notes;
  }

  Code scenario(Scenario scenario) {
    Code code = call("scenario", Code.of(text(scenario.name()), steps(scenario.steps())));
    for (var header : scenario.headers()) {
      code = code.dot("header", text(header.name()), text(header.value().text()));
    }
    if (!scenario.setup().isEmpty()) {
      code = code.dot("setup", steps(scenario.setup()).toList());
    }
    if (!scenario.teardown().isEmpty()) {
      code = code.dot("teardown", steps(scenario.teardown()).toList());
    }
    for (var given : scenario.variables()) {
      code = code.dot("variable", text(given.name()), JavaLiterals.body(given.value().text()));
    }
    for (var feed : scenario.feeds()) {
      code = code.dot("feed", new JavaFeeds(notes, scenario.name()).feed(feed));
    }
    if (scenario.pacing().isPresent()) {
      code = code.dot("pacing", time(scenario.pacing().get()));
    }
    return scenario.base().isPresent() ? code.dot("at", text(scenario.base().get())) : code;
  }

  private Stream<Code> steps(List<Step> steps) {
    return steps.stream().map(this::step);
  }

  private Code step(Step step) {
    return switch (step) {
      case Request request -> JavaRequest.of(request);
      case Step.Pause(var time) -> pause(time);
      case Step.Group(var name, var inner) -> call("group", Code.of(text(name), steps(inner)));
      case Step.Repeat(var times, var inner) ->
          call("repeat", Code.of(number(times), steps(inner)));
      case Step.ForEach(var item, var list, var inner) ->
          call("forEach", Code.of(text(item), Code.of(text(list), steps(inner)).stream()));
      case Step.When(var condition, var inner, var otherwise) -> {
        var when = call("when", Code.of(JavaChecks.premise(condition), steps(inner)));
        yield otherwise.isEmpty() ? when : when.dot("otherwise", steps(otherwise).toList());
      }
      case Step.Choose(var ways) ->
          call(
              "choose",
              ways.stream()
                  .map(way -> call("weight", Code.of(number(way.weight()), steps(way.steps()))))
                  .toList());
      case Step.Parallel(var branches) -> call("parallel", steps(branches).toList());
      case Step.Optionally(var inner) -> call("optional", steps(inner).toList());
      case Step.Leave(var probability) -> call("leave", JavaLiterals.share(probability));
      case Step.Code code -> code(code);
    };
  }

  private static Code pause(ThinkTime pause) {
    return switch (pause) {
      case ThinkTime.Fixed(var time) -> call("pause", time(time));
      case ThinkTime.Uniform(var least, var most) ->
          least.equals(most)
              ? call("new Step.Pause", call("new ThinkTime.Uniform", time(least), time(most)))
              : call("pause", time(least), time(most));
      case ThinkTime.Normal(var mean, var deviation) ->
          call("normalPause", time(mean), time(deviation));
      case ThinkTime.Exponential(var mean) -> call("exponentialPause", time(mean));
    };
  }

  /** Its name and its variables, so that what is left compiles and is found. */
  private Code code(Step.Code step) {
    notes.add("step " + step.name(), "Java in a step has no text", "write its lambda again");
    var reason = JavaLiterals.quoted("left out: the Java of " + step.name());
    var lambda = "_ -> { throw new UnsupportedOperationException(" + reason + "); }";
    var code = call("code", text(step.name()), Code.word(lambda));
    return step.variables().isEmpty()
        ? code
        : code.dot("sets", step.variables().stream().map(JavaLiterals::text).toList());
  }
}
