package dev.squall.report;

import dev.squall.chart.PercentileCurve;
import dev.squall.chart.TerminalChart;
import dev.squall.sheet.Numbers;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Results on one screen, as the answers to five questions in this order: can it be trusted and what
 * does it say; how many and how fast; which percentiles; what failed and why; what did the
 * connections do.
 *
 * @param results what was measured
 * @param columns what its lines stay within, as far as the numbers let them; where all fits, counts
 *     and times stand in one table
 */
public record TextReport(Results results, int columns) {
  /** What a terminal has where nobody says otherwise. */
  private static final int USUAL_COLUMNS = 80;

  private static final int MOST_ERRORS = 10;
  private static final int LONGEST_MESSAGE = 300;
  private static final String INDENT = "    ";
  private static final String COUNTED = " ".repeat("  iterations  ".length());

  /** For a terminal of the usual width. */
  public TextReport(Results results) {
    this(results, USUAL_COLUMNS);
  }

  /** The same for a terminal of so many columns. */
  public TextReport within(int columns) {
    return new TextReport(results, columns);
  }

  @Override
  public String toString() {
    return new Summary(results, columns).all()
        + "\n"
        + volume()
        + (results.totals().requests() == 0 ? "" : "\n" + new Percentiles(results, columns))
        + errors()
        + "\n"
        + new ConnectionParagraph(results, columns);
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
            INDENT,
            columns)
        + counted(
            String.format(
                "  requests    %s  (ok %s, %s; failed %s, %s%s)  %s/s",
                Numbers.count(totals.requests()),
                Numbers.count(totals.ok()),
                Numbers.percent(totals.ok(), totals.requests()),
                Numbers.count(totals.failed()),
                Numbers.percent(totals.failed(), totals.requests()),
                totals.interrupted() == 0
                    ? ""
                    : "; interrupted " + Numbers.count(totals.interrupted()),
                Numbers.decimal(totals.requestsPerSecond())))
        + counted(
            String.format(
                "  iterations  %s  (completed %s; failed %s%s%s%s)  %s/s",
                Numbers.count(iterations.started()),
                Numbers.count(iterations.completed()),
                Numbers.count(iterations.failed()),
                iterations.abandoned() == 0
                    ? ""
                    : "; abandoned " + Numbers.count(iterations.abandoned()),
                iterations.interrupted() == 0
                    ? ""
                    : "; interrupted " + Numbers.count(iterations.interrupted()),
                iterations.dropped() == 0 ? "" : "; dropped " + Numbers.count(iterations.dropped()),
                Numbers.decimal(totals.iterationsPerSecond())))
        + String.format(
            "  bytes       %s sent, %s received\n",
            Numbers.bytes(totals.bytesSent()), Numbers.bytes(totals.bytesReceived()))
        + onTheWay()
        + new Course(results, columns);
  }

  private String counted(String line) {
    return Paragraph.wrap(line, COUNTED, columns);
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
            : String.format("  sent again  %s\n", Numbers.count(totals.attempts())))
        + (totals.outside() == 0
            ? ""
            : String.format(
                "  around it   %s of setup and teardown, in no count and no time above\n",
                totals.outside() == 1
                    ? "1 request"
                    : Numbers.count(totals.outside()) + " requests"));
  }

  private String errors() {
    if (results.errors().isEmpty()) {
      return "";
    }
    var lines =
        results.errors().stream()
            .limit(MOST_ERRORS)
            .map(this::errorLine)
            .collect(Collectors.joining("", "\n  What failed\n", ""));
    int further = results.errors().size() - MOST_ERRORS;
    return further > 0 ? lines + "  and " + further + " other kinds\n" : lines;
  }

  private String errorLine(ErrorStats error) {
    return Paragraph.wrap(
        String.format(
            "  %s × %s, %s in %s: %s",
            Numbers.count(error.count()),
            error.category().label(),
            error.kind(),
            error.step(),
            Paragraph.fit(error.message(), LONGEST_MESSAGE)),
        INDENT,
        columns);
  }
}
