package dev.squall.report;

import dev.squall.chart.PercentileCurve;
import dev.squall.chart.TerminalChart;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Results on one screen, as the answers to five questions in this order: can it be trusted and what
 * does it say; how many and how fast; which percentiles; what failed and why; what did the
 * connections do.
 *
 * @param results what was measured
 */
public record TextReport(Results results) {
  private static final List<String> COUNTS = List.of("Count", "OK", "Failed");
  private static final String CUT_OFF = "Cut off";
  private static final List<String> TIMES =
      List.of("Min", "Mean", "P50", "P90", "P95", "P99", "P99.9", "Max");
  private static final int MOST_ERRORS = 10;
  private static final int LONGEST_MESSAGE = 300;
  private static final String INDENT = "    ";

  @Override
  public String toString() {
    var summary = new Summary(results);
    return summary.verdict()
        + summary.warning()
        + summary.sentence()
        + "\n"
        + volume()
        + (results.totals().requests() == 0 ? "" : "\n" + percentiles())
        + errors()
        + "\n"
        + new ConnectionParagraph(results);
  }

  /** The percentile curve for a terminal; empty when nothing was answered. */
  public String chart(int columns, int rows) {
    return PercentileCurve.of(results)
        .map(chart -> TerminalChart.render(chart, columns, rows))
        .orElse("");
  }

  private String volume() {
    var totals = results.totals();
    var iterations = totals.iterations();
    var proxy = results.info().connections().proxy();
    return Paragraph.wrap(
            String.format(
                Locale.ROOT,
                "  %s%s%s, %.1f s, seed %d",
                results.info().load(),
                results.info().base().isEmpty() ? "" : " at " + results.info().base(),
                proxy.isEmpty() ? "" : " through the proxy " + proxy,
                totals.elapsedSeconds(),
                results.info().seed()),
            INDENT)
        + String.format(
            "  requests    %s  (ok %s, %s; failed %s, %s%s)  %s/s\n",
            Numbers.count(totals.requests()),
            Numbers.count(totals.ok()),
            Numbers.percent(totals.ok(), totals.requests()),
            Numbers.count(totals.failed()),
            Numbers.percent(totals.failed(), totals.requests()),
            totals.interrupted() == 0 ? "" : "; interrupted " + Numbers.count(totals.interrupted()),
            Numbers.decimal(totals.requestsPerSecond()))
        + String.format(
            "  iterations  %s  (completed %s; failed %s%s%s)  %s/s\n",
            Numbers.count(iterations.started()),
            Numbers.count(iterations.completed()),
            Numbers.count(iterations.failed()),
            iterations.interrupted() == 0
                ? ""
                : "; interrupted " + Numbers.count(iterations.interrupted()),
            iterations.dropped() == 0 ? "" : "; dropped " + Numbers.count(iterations.dropped()),
            Numbers.decimal(totals.iterationsPerSecond()))
        + String.format(
            "  bytes       %s sent, %s received\n",
            Numbers.bytes(totals.bytesSent()), Numbers.bytes(totals.bytesReceived()))
        + onTheWay()
        + new Course(results);
  }

  /** Exchanges that were on the wire and no requests of their own. */
  private String onTheWay() {
    var totals = results.totals();
    return (totals.hops() == 0
            ? ""
            : String.format(
                "  redirects   %s followed, %s\n",
                Numbers.count(totals.hops()), ConnectionParagraph.quantiles(results.hopService())))
        + (totals.attempts() == 0
            ? ""
            : String.format("  sent again  %s\n", Numbers.count(totals.attempts())));
  }

  private String percentiles() {
    var totals = results.totals();
    var table = new TextTable().row(head("All requests (ms)"));
    table.row(
        row(
            "response time",
            totals.requests(),
            totals.ok(),
            totals.failed(),
            totals.interrupted(),
            results.response()));
    table.row(row("service time", results.service()));
    table.row(List.of("")).row(head("Scenarios (ms)"));
    for (var scenario : results.scenarios()) {
      table.row(
          row(
              scenario.name() + ", with pauses",
              scenario.iterations(),
              scenario.completed(),
              scenario.failed(),
              scenario.interrupted(),
              scenario.duration()));
      table.row(row(scenario.name() + ", without", scenario.active()));
    }
    table.row(List.of("")).row(head("Steps (response, ms)"));
    for (var step : results.steps()) {
      table.row(
          row(
              label(step),
              step.count(),
              step.ok(),
              step.failed(),
              step.interrupted(),
              step.response()));
    }
    return table.toString();
  }

  /** The scenario's name stands before the step's where two scenarios share it. */
  private String label(StepStats step) {
    boolean shared =
        results.steps().stream()
            .anyMatch(other ->
                other.name().equals(step.name()) && !other.scenario().equals(step.scenario()));
    return shared ? step.scenario() + ":" + step.name() : step.name();
  }

  private List<String> head(String title) {
    var cells = new ArrayList<>(List.of(title));
    cells.addAll(COUNTS);
    if (cutsOff()) {
      cells.add(CUT_OFF);
    }
    cells.addAll(TIMES);
    return cells;
  }

  /** Whether anything had no end of its own; only then is there a column for it. */
  private boolean cutsOff() {
    return results.totals().interrupted() > 0 || results.totals().iterations().interrupted() > 0;
  }

  private List<String> row(
      String label, long count, long ok, long failed, long interrupted, Latencies times) {
    var cells =
        new ArrayList<>(
            List.of(
                Paragraph.printable(label),
                Numbers.count(count),
                Numbers.count(ok),
                Numbers.count(failed)));
    if (cutsOff()) {
      cells.add(Numbers.count(interrupted));
    }
    cells.addAll(times(times));
    return cells;
  }

  /** A second row of the same requests or iterations: no counts again. */
  private List<String> row(String label, Latencies times) {
    var cells = new ArrayList<>(List.of(Paragraph.printable(label), "", "", ""));
    if (cutsOff()) {
      cells.add("");
    }
    cells.addAll(times(times));
    return cells;
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

  private String errors() {
    if (results.errors().isEmpty()) {
      return "";
    }
    var lines =
        results.errors().stream()
            .limit(MOST_ERRORS)
            .map(TextReport::errorLine)
            .collect(Collectors.joining("", "\n  What failed\n", ""));
    int further = results.errors().size() - MOST_ERRORS;
    return further > 0 ? lines + "  and " + further + " other kinds\n" : lines;
  }

  private static String errorLine(ErrorStats error) {
    return Paragraph.wrap(
        String.format(
            "  %s × %s, %s in %s: %s",
            Numbers.count(error.count()),
            error.category().label(),
            error.kind(),
            error.step(),
            Paragraph.fit(error.message(), LONGEST_MESSAGE)),
        INDENT);
  }
}
