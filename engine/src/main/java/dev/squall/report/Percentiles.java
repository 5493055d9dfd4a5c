package dev.squall.report;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts and percentiles of all requests, the scenarios and the steps. One table where it fits; in
 * less room the counts stand before the times.
 */
record Percentiles(Results results, int columns) {
  private static final List<String> COUNTS = List.of("Count", "OK", "Failed");
  private static final String CUT_OFF = "Cut off";
  private static final List<String> TIMES =
      List.of("Min", "Mean", "P50", "P90", "P95", "P99", "P99.9", "Max");

  /** Rows of one kind. */
  private record Section(String title, List<Row> rows) {}

  /**
   * One row.
   *
   * @param counted what its counts are of where they stand without the section's title
   * @param counts empty in a second row of the same requests or iterations
   */
  private record Row(String label, String counted, List<String> counts, Latencies times) {}

  @Override
  public String toString() {
    var sections = List.of(requests(), scenarios(), steps());
    var whole = whole(sections);
    return whole.fits() ? whole.toString() : counts(sections) + "\n" + times(sections);
  }

  private TextTable whole(List<Section> sections) {
    var table = new TextTable(columns);
    for (var section : sections) {
      table.gap().row(joined(section.title, joined(counts(), TIMES)));
      for (var row : section.rows) {
        var counts = row.counts.isEmpty() ? counts().stream().map(_ -> "").toList() : row.counts;
        table.row(joined(row.label, joined(counts, times(row.times))));
      }
    }
    return table;
  }

  private TextTable counts(List<Section> sections) {
    var table = new TextTable(columns).row(joined("Counts", counts()));
    for (var section : sections) {
      for (var row : section.rows) {
        if (!row.counts.isEmpty()) {
          table.row(joined(row.counted, row.counts));
        }
      }
    }
    return table;
  }

  private TextTable times(List<Section> sections) {
    var table = new TextTable(columns);
    for (var section : sections) {
      table.gap().row(joined(section.title, TIMES));
      section.rows.forEach(row -> table.row(joined(row.label, times(row.times))));
    }
    return table;
  }

  private Section requests() {
    var totals = results.totals();
    var counts = counts(totals.requests(), totals.ok(), totals.failed(), totals.interrupted());
    return new Section(
        "All requests (ms)",
        List.of(
            new Row("response time", "all requests", counts, results.response()),
            new Row("service time", "", List.of(), results.service())));
  }

  private Section scenarios() {
    var rows = new ArrayList<Row>();
    for (var scenario : results.scenarios()) {
      var name = Paragraph.printable(scenario.name());
      var counts =
          counts(
              scenario.iterations(),
              scenario.completed(),
              scenario.failed(),
              scenario.interrupted());
      rows.add(new Row(name + ", with pauses", name + ", iterations", counts, scenario.duration()));
      rows.add(new Row(name + ", without", "", List.of(), scenario.active()));
    }
    return new Section("Scenarios (ms)", rows);
  }

  private Section steps() {
    var rows = new ArrayList<Row>();
    for (var step : results.steps()) {
      var label = Paragraph.printable(label(step));
      var counts = counts(step.count(), step.ok(), step.failed(), step.interrupted());
      rows.add(new Row(label, label, counts, step.response()));
    }
    return new Section("Steps (response, ms)", rows);
  }

  /** The scenario's name stands before the step's where two scenarios share it. */
  private String label(StepStats step) {
    boolean shared =
        results.steps().stream()
            .anyMatch(other ->
                other.name().equals(step.name()) && !other.scenario().equals(step.scenario()));
    return shared ? step.scenario() + ":" + step.name() : step.name();
  }

  /** Whether anything had no end of its own; only then is there a column for it. */
  private boolean cutsOff() {
    return results.totals().interrupted() > 0 || results.totals().iterations().interrupted() > 0;
  }

  private List<String> counts() {
    return cutsOff() ? joined(COUNTS, List.of(CUT_OFF)) : COUNTS;
  }

  private List<String> counts(long count, long ok, long failed, long interrupted) {
    var counts = List.of(Numbers.count(count), Numbers.count(ok), Numbers.count(failed));
    return cutsOff() ? joined(counts, List.of(Numbers.count(interrupted))) : counts;
  }

  private static List<String> times(Latencies times) {
    var cells = new ArrayList<>(List.of(cell(times.min()), cell(times.mean())));
    for (double percentile : List.of(50.0, 90.0, 95.0, 99.0, 99.9)) {
      cells.add(cell(times.percentile(percentile)));
    }
    cells.add(cell(times.max()));
    return cells;
  }

  /** A bound without the space, for which a table has no room. */
  private static String cell(Estimate estimate) {
    return Numbers.millis(estimate).replace("≥ ", "≥");
  }

  private static List<String> joined(String first, List<String> rest) {
    return joined(List.of(first), rest);
  }

  private static List<String> joined(List<String> first, List<String> rest) {
    var all = new ArrayList<>(first);
    all.addAll(rest);
    return all;
  }
}
