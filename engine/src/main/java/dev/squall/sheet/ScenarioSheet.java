package dev.squall.sheet;

import dev.squall.stats.Results;
import dev.squall.stats.ScenarioStats;
import java.util.stream.Collectors;

/** Scenarios: their iterations, and what the requests of these came to. */
final class ScenarioSheet {
  private ScenarioSheet() {}

  static Sheet sheet(Results results) {
    return new Columns<>(results.scenarios())
        .words(Heading.of("scenario").rank(0), ScenarioStats::name)
        .counts(Heading.of("iterations").rank(1), ScenarioStats::iterations)
        .counts(Heading.of("completed").rank(4), ScenarioStats::completed)
        .counts(Heading.of("failed").rank(1).alarm(), ScenarioStats::failed)
        .counts(Heading.of("abandoned").rank(6), ScenarioStats::abandoned)
        .counts(Heading.of("interrupted").rank(6), ScenarioStats::interrupted)
        .figures(Heading.of("iterations", Unit.PER_SECOND), ScenarioStats::iterationsPerSecond)
        .words(Heading.of("failed at").rank(7), ScenarioSheet::failedAt)
        .counts(Heading.of("requests").rank(4), ScenarioStats::requests)
        .counts(Heading.of("requests ok").rank(8), ScenarioStats::ok)
        .counts(Heading.of("requests failed").rank(8).alarm(), ScenarioStats::failedRequests)
        .counts(Heading.of("requests interrupted").rank(8), ScenarioStats::interruptedRequests)
        .figures(Heading.of("requests", Unit.PER_SECOND).rank(8), ScenarioStats::requestsPerSecond)
        .distribution("duration ", 2, ScenarioStats::duration)
        .distribution("active ", 4, ScenarioStats::active)
        .sheet("Scenarios");
  }

  private static String failedAt(ScenarioStats scenario) {
    return scenario.failedAt().entrySet().stream()
        .map(step -> step.getKey() + " " + Numbers.count(step.getValue()))
        .collect(Collectors.joining("; "));
  }
}
