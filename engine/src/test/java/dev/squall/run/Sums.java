package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.stats.EndpointStats;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;
import dev.squall.stats.ScenarioStats;
import dev.squall.stats.StepStats;
import dev.squall.stats.TimelinePoint;
import dev.squall.stats.UserStats;

/** What must add up at the end of every run, whatever happened in it. */
final class Sums {
  private Sums() {}

  static Results holdIn(Results results) {
    var all = results.totals();
    assertThat(all.ok() + all.failed() + all.interrupted()).isEqualTo(all.requests());
    assertThat(results.steps().stream().mapToLong(StepStats::count).sum())
        .isEqualTo(all.requests());
    assertThat(results.endpoints().stream().mapToLong(EndpointStats::count).sum())
        .isEqualTo(all.requests());
    assertThat(results.scenarios().stream().mapToLong(ScenarioStats::requests).sum())
        .isEqualTo(all.requests());
    assertThat(results.timeline().stream().mapToLong(TimelinePoint::requests).sum())
        .isEqualTo(all.requests());
    assertThat(
            results.users().stream().mapToLong(UserStats::requests).sum()
                + results.otherUsers().requests())
        .isEqualTo(all.requests());
    assertThat(requestErrors(results) + results.furtherErrors()).isEqualTo(all.failed());

    var iterations = all.iterations();
    assertThat(iterations.scheduled()).isEqualTo(iterations.started() + iterations.dropped());
    assertThat(iterations.started()).isEqualTo(iterations.ended());
    assertThat(iterations.running()).isZero();
    assertThat(results.scenarios().stream().mapToLong(ScenarioStats::iterations).sum())
        .isEqualTo(iterations.ended());
    assertThat(results.timeline().stream().mapToLong(TimelinePoint::iterations).sum())
        .isEqualTo(iterations.ended());
    assertThat(
            results.users().stream().mapToLong(UserStats::iterations).sum()
                + results.otherUsers().iterations())
        .isEqualTo(iterations.ended());

    var connections = results.connections().totals();
    assertThat(
            connections.closedByPeer()
                + connections.closedByUs()
                + connections.active()
                + connections.idle())
        .isEqualTo(connections.opened());
    assertThat(connections.active()).isZero();
    return results;
  }

  /** Without those of the setup, the teardown and steps that send nothing: these have no row. */
  private static long requestErrors(Results results) {
    return results.errors().stream()
        .filter(error ->
            results.steps().stream()
                .anyMatch(row ->
                    row.scenario().equals(error.scenario()) && row.name().equals(error.step())))
        .mapToLong(ErrorStats::count)
        .sum();
  }
}
