package dev.squall.report;

import dev.squall.sheet.Numbers;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Estimate;
import dev.squall.stats.Judgement;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import dev.squall.stats.StepStats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Results as tests. Only a goal can fail, and {@code trusted}, which fails where the run is invalid
 * and is skipped where it is suspect: whether failed requests are too many, a goal says. A suite of
 * the run has the goals of all requests, one of each scenario its steps and their goals; they are
 * one where they have one name. The time of a step is its median response time, and its output what
 * failed there.
 */
record TestSuites(SavedResults saved) {

  /** Tests that belong together. */
  record Suite(String name, List<Case> cases) {
    long failures() {
      return cases.stream().filter(test -> test.end() instanceof Failed).count();
    }

    long skipped() {
      return cases.stream().filter(test -> test.end() instanceof Skipped).count();
    }
  }

  /**
   * One test.
   *
   * @param type what a failure of it is
   * @param seconds decimal, never empty
   * @param output lines
   */
  record Case(String name, String type, String seconds, End end, List<String> output) {}

  /** How a test ended. */
  sealed interface End {}

  /** Well. */
  record Passed() implements End {}

  /** Nobody can say. */
  record Skipped(String why) implements End {}

  /** Not well. */
  record Failed(String why) implements End {}

  List<Suite> all() {
    SequencedMap<String, List<Case>> suites = new LinkedHashMap<>();
    var run = suites.computeIfAbsent(results().info().scenario(), _ -> new ArrayList<>());
    run.add(trusted());
    for (var judgement : saved.judgements().all()) {
      if (scenario(judgement).isEmpty()) {
        run.add(goal(judgement));
      }
    }
    for (var step : results().steps()) {
      var cases = suites.computeIfAbsent(step.scenario(), _ -> new ArrayList<>());
      cases.add(step(step));
      saved.judgements().all().stream()
          .filter(judgement -> judgement.goal().step().equals(Optional.of(step.name())))
          .filter(judgement -> scenario(judgement).equals(Optional.of(step.scenario())))
          .map(this::goal)
          .forEach(cases::add);
    }
    return suites.entrySet().stream()
        .map(suite -> new Suite(suite.getKey(), suite.getValue()))
        .toList();
  }

  private Results results() {
    return saved.results();
  }

  /** The one scenario that has the goal's step; empty where there is none or several. */
  private Optional<String> scenario(Judgement judgement) {
    var scenarios =
        results().steps().stream()
            .filter(step -> judgement.goal().step().equals(Optional.of(step.name())))
            .map(StepStats::scenario)
            .toList();
    return scenarios.size() == 1 ? Optional.of(scenarios.getFirst()) : Optional.empty();
  }

  private Case trusted() {
    var generator = results().generator();
    var why = generator.verdict().label() + ": " + String.join("; ", generator.reasons());
    return new Case(
        "trusted",
        "verdict",
        "0",
        switch (generator.verdict()) {
          case TRUSTED -> new Passed();
          case SUSPECT -> new Skipped(why);
          case INVALID -> new Failed(why);
        },
        new Summary(results(), Integer.MAX_VALUE).all().lines().map(String::strip).toList());
  }

  private Case goal(Judgement judgement) {
    var measured = judgement.goal() + ": " + judgement.measured();
    return new Case(
        judgement.goal().toString(),
        "goal",
        "0",
        judgement.met() ? new Passed() : new Failed("missed: " + measured),
        List.of(measured));
  }

  private Case step(StepStats step) {
    var output = new ArrayList<String>();
    output.add(
        "%s requests: %s ok, %s failed, %s interrupted"
            .formatted(
                Numbers.count(step.count()),
                Numbers.count(step.ok()),
                Numbers.count(step.failed()),
                Numbers.count(step.interrupted())));
    results().errors().stream()
        .filter(error -> error.scenario().equals(step.scenario()))
        .filter(error -> error.step().equals(step.name()))
        .map(TestSuites::line)
        .forEach(output::add);
    return new Case(step.name(), "step", median(step.response()), new Passed(), output);
  }

  private static String line(ErrorStats error) {
    return "%s × %s, %s: %s"
        .formatted(
            Numbers.count(error.count()), error.category().label(), error.kind(), error.message());
  }

  /** In seconds; a bound where it is no more. */
  private static String median(Latencies response) {
    return switch (response.percentile(50)) {
      case Estimate.Exact(var ms) -> seconds(ms / 1000);
      case Estimate.AtLeast(var ms) -> seconds(ms / 1000);
      case Estimate.None() -> "0";
    };
  }

  private static String seconds(double value) {
    return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
  }

  /** How long the run lasted. */
  String seconds() {
    return seconds(results().totals().elapsedSeconds());
  }

  /** When it began, as the format has it: without a zone, in UTC. */
  String timestamp() {
    return results().info().started().toString().replaceAll("(\\.\\d+)?Z$", "");
  }

  /** What it was. */
  Map<String, String> properties() {
    var info = results().info();
    var properties = new LinkedHashMap<String, String>();
    properties.put("load", info.load());
    properties.put("base", info.base());
    properties.put("seed", Long.toString(info.seed()));
    properties.put("verdict", results().generator().verdict().label());
    return properties;
  }
}
