package dev.squall.shell.exports;

import dev.squall.Squall;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Body;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Credentials;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario as commands for bash: one of curl's for each request. */
final class CurlText {
  private final Material of;
  private final Scenario scenario;
  private final Notes notes;
  private final Templates templates;
  private final Lines lines = new Lines(2);

  private CurlText(Material of, Notes notes) {
    this.of = of;
    this.notes = notes;
    scenario = of.scenario();
    templates = new Templates(scenario);
  }

  static String print(Material of, Notes notes) {
    return new CurlText(of, notes).print();
  }

  private String print() {
    if (of.load().isPresent() || !of.goals().isEmpty()) {
      note("curl performs a scenario once, without load and goals", "");
    }
    for (var feed : scenario.feeds()) {
      note("curl reads no rows of data", "give one of " + feed + ": export name=value");
    }
    for (var step : List.of(scenario.setup(), scenario.steps(), scenario.teardown())) {
      steps(step);
    }
    var head = new Lines(2);
    head.add("#!/usr/bin/env bash");
    head.add("# " + Notes.oneLine(scenario.name()) + ", written by Squall for curl.");
    for (var secret : of.secrets()) {
      head.add("# Before it runs: " + secret.export());
    }
    for (var problem : notes.all()) {
      head.add("# " + Notes.oneLine(problem.position() + ": " + problem.what()));
    }
    return head.add("").toString() + lines;
  }

  private void note(String what, String hint) {
    notes.add("scenario " + scenario.name(), what, hint);
  }

  private void comment(String what, String hint) {
    lines.add("# " + notes.add("scenario " + scenario.name(), what, hint)).add("");
  }

  private void steps(List<Step> steps) {
    steps.forEach(this::step);
  }

  private void step(Step step) {
    switch (step) {
      case Request request -> request(request);
      case Step.Pause _ -> note("curl waits for nothing", "pauses are left out");
      case Step.Group(var name, var inner) -> {
        lines.add("# " + Notes.oneLine(name)).add("");
        steps(inner);
      }
      case Step.Repeat(var times, var inner) -> {
        lines.deeper("for _ in $(seq " + times + "); do");
        steps(inner);
        lines.add(":").back("done").add("");
      }
      case Step.ForEach(var item, var list, var inner) -> {
        comment(
            "curl has no loop over a list", "its steps are sent for one " + item + " of " + list);
        steps(inner);
      }
      case Step.When(var condition, var inner, var otherwise) -> {
        comment("curl asks for no condition", "the steps of when " + condition + " stand here");
        steps(inner);
        steps(otherwise);
      }
      case Step.Choose(var ways) -> {
        comment("curl draws none of several ways", "all of them stand here");
        ways.forEach(way -> steps(way.steps()));
      }
      case Step.Parallel(var branches) -> {
        comment("these are sent one after the other, not at the same time", "");
        steps(branches);
      }
      case Step.Optionally(var inner) -> steps(inner);
      case Step.Leave _ -> note("curl leaves no iteration", "all steps are sent");
      case Step.Code(var name, _, _) -> comment("the step " + name + " is Java", "");
    }
  }

  private void request(Request request) {
    lines.add("# " + Notes.oneLine(request.name()));
    try {
      var holes = new ShellHoles(templates);
      var command = Squall.toCurl(plain(request, holes), scenario.base().orElse(""));
      lines.add(holes.filled(command));
    } catch (ProblemException e) {
      for (Problem problem : e.problems()) {
        lines.add("# " + notes.add(problem.position().toString(), problem.what(), problem.hint()));
      }
    }
    if (!request.checks().isEmpty()) {
      note("curl checks nothing", "checks are comments");
      var checks =
          request.checks().stream().map(Object::toString).collect(Collectors.joining(", "));
      lines.add("# check: " + Notes.oneLine(checks));
    }
    for (var capture : request.captures()) {
      lines.add("# then: " + Notes.oneLine(extraction(capture)));
    }
    if (!request.captures().isEmpty()) {
      note("curl keeps nothing of an answer", "set the variables of the comments yourself");
    }
    request
        .handling()
        .retry()
        .ifPresent(_ -> note("curl tries again by its own rules only", "retries are left out"));
    lines.add("");
  }

  private static String extraction(Capture capture) {
    var name = ShellHoles.name(capture.variable());
    return capture.extractor() instanceof Extractor.JsonPath(var path)
        ? name
            + "=… ("
            + path
            + " of the answer: jq -r '."
            + path.replaceFirst("^\\$\\.?", "")
            + "')"
        : name + "=… (" + capture.extractor() + ")";
  }

  /** With a mark for each hole, and text that is nothing else. */
  private Request plain(Request request, ShellHoles holes) {
    return new Request(
        request.label(),
        request.method(),
        holes.marked(request.target()),
        request.query().stream().map(field -> field(field, holes)).toList(),
        Sent.headers(scenario, request).stream()
            .map(header -> new Header(header.name(), holes.marked(header.value())))
            .toList(),
        request
            .credentials()
            .map(shown ->
                new Credentials(holes.marked(shown.user()), holes.marked(shown.password()))),
        body(request.body(), holes),
        List.of(),
        List.of(),
        request.handling());
  }

  private static Body.Field field(Body.Field field, ShellHoles holes) {
    return new Body.Field(field.name(), holes.marked(field.value()));
  }

  private static Body body(Body body, ShellHoles holes) {
    return switch (body) {
      case Body.Text(var text) -> new Body.Text(holes.marked(text));
      case Body.Json(var text) -> new Body.Json(holes.marked(text));
      case Body.WrittenForm(var text) -> new Body.WrittenForm(holes.marked(text));
      case Body.Form(var fields) ->
          new Body.Form(fields.stream().map(field -> field(field, holes)).toList());
      case Body.Multipart(var parts) ->
          new Body.Multipart(
              parts.stream()
                  .map(part ->
                      part instanceof Body.TextPart(var name, var value, var type)
                          ? new Body.TextPart(name, holes.marked(value), type)
                          : part)
                  .toList());
      case Body.None _, Body.FromFile _, Body.Binary _ -> body;
    };
  }
}
