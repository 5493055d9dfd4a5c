package dev.squall.live;

import dev.squall.live.Families.Series;
import dev.squall.live.Families.Times;
import dev.squall.stats.CheckStats;
import dev.squall.stats.Results;
import dev.squall.stats.ScenarioStats;
import dev.squall.stats.StepStats;
import java.util.stream.Stream;

/** Scenarios, their iterations, their steps and the checks of these. */
final class ScenarioMetrics {
  private ScenarioMetrics() {}

  static void add(Families to, Results results) {
    scenarios(to, results);
    iterations(to, results);
    steps(to, results);
  }

  private static void scenarios(Families to, Results results) {
    to.counter(
        "scenario_executions",
        "Iterations that ended, by how.",
        results.scenarios().stream()
            .flatMap(row ->
                Stream.of(
                    ended(row, row.completed(), "success"),
                    ended(row, row.failed(), "failed"),
                    ended(row, row.abandoned(), "abandoned"),
                    ended(row, row.interrupted(), "interrupted"))));
    to.histogram(
        "scenario_duration_seconds",
        "Times of completed iterations, pauses included.",
        results.scenarios().stream().map(row -> Times.of(row.duration(), "scenario", row.name())));
    to.counter(
        "scenario_requests",
        "Requests of a scenario.",
        results.scenarios().stream().map(row -> Series.of(row.requests(), "scenario", row.name())));
    to.gauge(
        "scenario_throughput_rps",
        "Requests of a scenario by the time since the beginning, per second.",
        results.scenarios().stream()
            .map(row -> Series.of(row.requestsPerSecond(), "scenario", row.name())));
  }

  private static Series ended(ScenarioStats row, long count, String status) {
    return Series.of(count, "scenario", row.name(), "status", status);
  }

  private static void iterations(Families to, Results results) {
    var iterations = results.totals().iterations();
    to.gauge(
        "concurrent_scenarios",
        "Users inside an iteration at the last whole second.",
        busyUsers(results));
    to.counter(
        "iterations_scheduled", "Iterations that should have begun.", iterations.scheduled());
    to.counter("iterations_started", "Iterations that began.", iterations.started());
    to.counter(
        "iterations_dropped",
        "Iterations that never began, because no user was free.",
        iterations.dropped());
  }

  private static long busyUsers(Results results) {
    var moments = results.connections().utilisation();
    return moments.isEmpty() ? 0 : moments.getLast().busyUsers();
  }

  private static void steps(Families to, Results results) {
    to.counter(
        "scenario_steps",
        "Requests of a step, by outcome.",
        results.steps().stream()
            .flatMap(step ->
                Stream.of(
                    of(step, step.ok(), "status", "success"),
                    of(step, step.failed(), "status", "failed"),
                    of(step, step.interrupted(), "status", "interrupted"))));
    to.histogram(
        "scenario_step_duration_seconds",
        "Response times of a step's complete answers, from the intended start.",
        results.steps().stream()
            .map(step ->
                Times.of(step.response(), "scenario", step.scenario(), "step", step.name())));
    to.percentiles(
        "scenario_step_duration_percentile_seconds",
        "Percentiles of a step's response time since the beginning, time-outs counted as at least"
            + " so long.",
        results.steps().stream()
            .map(step ->
                Times.of(step.response(), "scenario", step.scenario(), "step", step.name())));
    to.counter(
        "scenario_step_status_codes",
        "Requests of a step by status; error where no answer came.",
        results.steps().stream()
            .flatMap(step ->
                Statuses.of(step).entrySet().stream()
                    .map(status -> of(step, status.getValue(), "status_code", status.getKey()))));
    to.counter(
        "scenario_assertions",
        "Checks of a step, by whether they accepted the answer.",
        results.steps().stream()
            .flatMap(step ->
                Stream.of(
                    of(step, sum(step, true), "result", "passed"),
                    of(step, sum(step, false), "result", "failed"))));
  }

  private static long sum(StepStats step, boolean passed) {
    return step.checks().stream().mapToLong(passed ? CheckStats::ok : CheckStats::failed).sum();
  }

  private static Series of(StepStats step, long count, String label, String value) {
    return Series.of(count, "scenario", step.scenario(), "step", step.name(), label, value);
  }
}
