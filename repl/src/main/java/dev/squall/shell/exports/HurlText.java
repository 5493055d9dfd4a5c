package dev.squall.shell.exports;

import dev.squall.scenario.Feed;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.ThinkTime;
import java.time.Duration;
import java.util.List;

/** A scenario as a file for hurl: one user, once, from the first step to the last. */
final class HurlText {
  private static final int MOST_REPEATS = 20;

  private final Material of;
  private final Scenario scenario;
  private final HurlContext context;
  private final HurlEntries entries;
  private final Lines lines = new Lines(0);

  /** What the next request waits for. */
  private Duration delay = Duration.ZERO;

  private HurlText(Material of, Notes notes) {
    this.of = of;
    scenario = of.scenario();
    context = new HurlContext(scenario, notes);
    entries = new HurlEntries(context);
  }

  static String print(Material of, Notes notes) {
    return new HurlText(of, notes).print();
  }

  private String print() {
    if (of.load().isPresent() || !of.goals().isEmpty()) {
      note(
          "hurl performs a scenario once, without load and goals",
          "hurl --test --repeat 10 --jobs 5");
    }
    data();
    steps(scenario.setup());
    steps(scenario.steps());
    steps(scenario.teardown());
    return head() + lines;
  }

  private String head() {
    var head = new Lines(0);
    head.add("# " + Notes.oneLine(scenario.name()) + ", written by Squall for hurl. Run it:");
    var command = new StringBuilder("#   hurl --test --location");
    for (var secret : of.secrets()) {
      command
          .append(" --secret ")
          .append(HurlContext.environment(secret.variable()))
          .append("=\"$")
          .append(secret.variable())
          .append('"');
    }
    context.outside.forEach(
        (name, value) -> command.append(" --variable ").append(name).append('=').append(value));
    head.add(command + " FILE.hurl");
    for (var note : context.notes.all()) {
      head.add("# " + Notes.oneLine(note.position() + ": " + note.what()));
    }
    return head.add("").toString();
  }

  private void note(String what, String hint) {
    context.notes.add("scenario " + scenario.name(), what, hint);
  }

  private void comment(String what, String hint) {
    lines.add("# " + context.notes.add("scenario " + scenario.name(), what, hint)).add("");
  }

  private void data() {
    for (var feed : scenario.feeds()) {
      var source =
          switch (feed.source()) {
            case Feed.Source.Csv(var path) -> path;
            case Feed.Source.Json(var path, _) -> path;
            case Feed.Source.JsonLines(var path, _) -> path;
            case Feed.Source.Values(var column, _) -> "the values of " + column;
            case Feed.Source.Rows _ -> "rows";
          };
      note(
          "hurl reads no rows of " + Notes.oneLine(source),
          "give those of one: --variable name=value");
    }
    if (scenario.pacing().isPresent()) {
      note("hurl has no pacing", "");
    }
  }

  private void steps(List<Step> steps) {
    steps.forEach(this::step);
  }

  private void step(Step step) {
    switch (step) {
      case Request request -> {
        entries.add(request, delay, 1, lines);
        delay = Duration.ZERO;
      }
      case Step.Pause(var time) -> delay = delay.plus(pause(time));
      case Step.Group(var name, var inner) -> {
        lines.add("# " + Notes.oneLine(name)).add("");
        steps(inner);
      }
      case Step.Repeat(var times, var inner) -> repeat(times, inner);
      case Step.ForEach(var item, var list, _) ->
          comment("hurl has no loop over a list", "steps for each " + item + " in " + list);
      case Step.When(var condition, var inner, var otherwise) -> {
        var always = "the steps of when " + condition + " are always sent";
        comment(
            "hurl asks for no condition",
            otherwise.isEmpty() ? always : always + ", those of otherwise never");
        steps(inner);
      }
      case Step.Choose(var ways) -> {
        comment("hurl draws none of several ways", "the likeliest is always taken");
        ways.stream()
            .max(java.util.Comparator.comparingDouble(Step.Way::weight))
            .ifPresent(way -> steps(way.steps()));
      }
      case Step.Parallel(var branches) -> {
        comment("hurl sends nothing at the same time", "these are sent one after the other");
        steps(branches);
      }
      case Step.Optionally(var inner) -> {
        comment("hurl lets no step fail", "--continue-on-error for all of them");
        steps(inner);
      }
      case Step.Leave _ -> comment("hurl leaves no iteration", "");
      case Step.Code(var name, _, _) ->
          lines
              .add("# " + context.notes.add("step " + name, "Java in a step has no text", ""))
              .add("");
    }
  }

  private void repeat(int times, List<Step> inner) {
    if (inner.size() == 1 && inner.getFirst() instanceof Request request) {
      entries.add(request, delay, times, lines);
      delay = Duration.ZERO;
      return;
    }
    if (times > MOST_REPEATS) {
      comment(
          "hurl repeats only single requests",
          "of " + times + " times, " + MOST_REPEATS + " are here");
    }
    for (int i = 0; i < Math.min(times, MOST_REPEATS); i++) {
      steps(inner);
    }
  }

  private Duration pause(ThinkTime time) {
    return switch (time) {
      case ThinkTime.Fixed(var always) -> always;
      case ThinkTime.Uniform(var least, var most) -> drawn(least.plus(most).dividedBy(2));
      case ThinkTime.Normal(var mean, _) -> drawn(mean);
      case ThinkTime.Exponential(var mean) -> drawn(mean);
    };
  }

  private Duration drawn(Duration mean) {
    note("hurl draws no pauses", "each is as long as it is on average");
    return mean;
  }
}
