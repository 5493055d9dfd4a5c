package dev.squall.stats;

import dev.squall.sample.StepInfo;
import dev.squall.stats.Cell.Counter;
import dev.squall.stats.Cell.Measure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The rows of the results: steps, endpoints, scenarios and errors. */
final class Rows {
  private final Sums sums;
  private final Layout layout;
  private final double elapsedSeconds;

  Rows(Cells cells, double elapsedSeconds) {
    this.sums = new Sums(cells);
    this.layout = cells.layout();
    this.elapsedSeconds = elapsedSeconds;
  }

  /** So many in the time that passed, a second; 0 when none passed. */
  static double rate(long count, double elapsedSeconds) {
    return elapsedSeconds > 0 ? count / elapsedSeconds : 0;
  }

  Totals totals(long scheduled, long started, long dropped) {
    var all = sums.requests();
    var iterations =
        new IterationCounts(
            scheduled,
            started,
            dropped,
            sums.iterations(Counter.COMPLETED),
            sums.iterations(Counter.FAILED),
            sums.iterations(Counter.ABANDONED),
            sums.iterations(Counter.INTERRUPTED));
    return new Totals(
        all.value(Counter.REQUESTS),
        sums.requests(OutcomeClass.OK),
        sums.requests(OutcomeClass.FAILED),
        sums.requests(OutcomeClass.INTERRUPTED),
        all.value(Counter.HOPS),
        all.value(Counter.ATTEMPTS),
        all.value(Counter.OUTSIDE),
        all.value(Counter.SENT),
        all.value(Counter.BYTES_SENT),
        all.value(Counter.BYTES_RECEIVED),
        iterations,
        elapsedSeconds,
        rate(all.value(Counter.REQUESTS), elapsedSeconds),
        rate(iterations.ended() - iterations.interrupted(), elapsedSeconds),
        all.value(Counter.IN_FLIGHT_NANOS) / 1e9);
  }

  Cell requests() {
    return sums.requests();
  }

  /** With the slowest requests of each, slowest first. */
  List<StepStats> steps(Function<StepInfo, List<Exemplar>> slowest) {
    var rows = new ArrayList<StepStats>();
    for (var steps : grouped(step -> List.of(step.scenario(), step.name()))) {
      var first = layout.steps().get(steps.nextSetBit(0));
      var cell = sums.requests(steps::get);
      rows.add(
          new StepStats(
              first.scenario(),
              first.name(),
              first.endpoint(),
              cell.value(Counter.REQUESTS),
              sums.count(steps::get, OutcomeClass.OK),
              sums.count(steps::get, OutcomeClass.FAILED),
              sums.count(steps::get, OutcomeClass.INTERRUPTED),
              cell.value(Counter.HOPS),
              cell.value(Counter.ATTEMPTS),
              cell.latencies(Measure.RESPONSE, Measure.RESPONSE_CENSORED),
              cell.latencies(Measure.SERVICE, Measure.SERVICE_CENSORED),
              cell.latencies(Measure.WAIT, Measure.WAIT_CENSORED),
              cell.hopService(),
              status(cell.tally(Measure.STATUS).counts()),
              checks(steps),
              slowest.apply(first)));
    }
    return List.copyOf(rows);
  }

  List<EndpointStats> endpoints() {
    var rows = new ArrayList<EndpointStats>();
    for (var steps : grouped(StepInfo::endpoint)) {
      var cell = sums.requests(steps::get);
      rows.add(
          new EndpointStats(
              layout.steps().get(steps.nextSetBit(0)).endpoint(),
              cell.value(Counter.REQUESTS),
              sums.count(steps::get, OutcomeClass.OK),
              sums.count(steps::get, OutcomeClass.FAILED),
              sums.count(steps::get, OutcomeClass.INTERRUPTED),
              cell.latencies(Measure.RESPONSE, Measure.RESPONSE_CENSORED),
              cell.latencies(Measure.SERVICE, Measure.SERVICE_CENSORED),
              cell.latencies(Measure.WAIT, Measure.WAIT_CENSORED)));
    }
    return List.copyOf(rows);
  }

  List<ScenarioStats> scenarios() {
    var rows = new ArrayList<ScenarioStats>();
    for (int scenario = 0; scenario < layout.scenarios().size(); scenario++) {
      var name = layout.scenarios().get(scenario);
      var steps = new BitSet();
      for (int step = 0; step < layout.steps().size(); step++) {
        steps.set(step, layout.steps().get(step).scenario().equals(name));
      }
      var requests = sums.requests(steps::get);
      var iterations = sums.iterations(scenario);
      rows.add(
          new ScenarioStats(
              name,
              iterations.value(Counter.COMPLETED),
              iterations.value(Counter.FAILED),
              iterations.value(Counter.ABANDONED),
              iterations.value(Counter.INTERRUPTED),
              failedAt(iterations.tally(Measure.FAILED_AT).counts()),
              requests.value(Counter.REQUESTS),
              sums.count(steps::get, OutcomeClass.OK),
              sums.count(steps::get, OutcomeClass.FAILED),
              sums.count(steps::get, OutcomeClass.INTERRUPTED),
              rate(requests.value(Counter.REQUESTS), elapsedSeconds),
              rate(iterations.iterations() - iterations.value(Counter.INTERRUPTED), elapsedSeconds),
              iterations.latencies(Measure.DURATION, Measure.DURATION_CENSORED),
              iterations.latencies(Measure.ACTIVE, Measure.ACTIVE_CENSORED)));
    }
    return List.copyOf(rows);
  }

  private Iterable<BitSet> grouped(Function<StepInfo, Object> key) {
    var groups = new LinkedHashMap<Object, BitSet>();
    for (int step = 0; step < layout.steps().size(); step++) {
      var info = layout.steps().get(step);
      if (info.role() == StepInfo.Role.REQUEST) {
        groups.computeIfAbsent(key.apply(info), _ -> new BitSet()).set(step);
      }
    }
    return groups.values();
  }

  private List<CheckStats> checks(BitSet steps) {
    var rows = new LinkedHashMap<String, CheckStats>();
    for (int step : steps.stream().toArray()) {
      var cell = sums.requests(candidate -> candidate == step);
      var failed = new long[Long.SIZE];
      var counts = cell.tally(Measure.FAILED_CHECKS).counts();
      for (int i = 0; i < counts.size(); i++) {
        failed[counts.key(i)] = counts.count(i);
      }
      var checks = layout.steps().get(step).checks();
      for (int i = 0; i < checks.size(); i++) {
        long ok = cell.value(Counter.CHECKED) - failed[i];
        rows.merge(
            checks.get(i),
            new CheckStats(checks.get(i), ok, failed[i]),
            (a, b) -> new CheckStats(a.check(), a.ok() + b.ok(), a.failed() + b.failed()));
      }
    }
    return List.copyOf(rows.values());
  }

  private SequencedMap<String, Long> failedAt(Counts counts) {
    var failedAt = new LinkedHashMap<String, Long>();
    for (int i = 0; i < counts.size(); i++) {
      failedAt.merge(layout.steps().get(counts.key(i)).name(), counts.count(i), Long::sum);
    }
    return Collections.unmodifiableSequencedMap(failedAt);
  }

  private static SortedMap<Integer, Long> status(Counts counts) {
    var status = new TreeMap<Integer, Long>();
    for (int i = 0; i < counts.size(); i++) {
      status.put(counts.key(i), counts.count(i));
    }
    return Collections.unmodifiableSortedMap(status);
  }
}
