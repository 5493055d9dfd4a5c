package dev.squall.report;

import static dev.squall.sheet.SheetHtml.escaped;

import dev.squall.sheet.Numbers;
import dev.squall.sheet.Sheet;
import dev.squall.sheet.SheetHtml;
import dev.squall.sheet.Sheets;
import dev.squall.stats.Results;

/**
 * Results as a fragment of a page, for a cell of a notebook: the same five answers in the same
 * order as {@link TextReport}, the last of them folded. It has no script, loads nothing, and takes
 * its colours from the page.
 *
 * @param results what was measured
 */
public record CellReport(Results results) {
  private static final int MOST_ROWS = 50;
  private static final int MOST_RANK = 3;
  private static final int MOST_ERRORS = 10;
  private static final int ALL = Integer.MAX_VALUE;

  @Override
  public String toString() {
    var sheets = new Sheets(results);
    var summary = new Summary(results, ALL);
    var warning = summary.warning();
    boolean nothing = results.totals().requests() == 0;
    return "<style>\n"
        + SheetHtml.STYLE
        + "</style>\n<p><b>"
        + escaped(results.generator().verdict().label())
        + "</b>: "
        + escaped(summary.reasons())
        + (warning.isBlank() ? "" : "<br><b>" + escaped(warning.strip()) + "</b>")
        + "<br>"
        + escaped(summary.sentence().strip())
        + "<br>"
        + escaped(volume())
        + "</p>\n"
        + (nothing ? "" : SheetHtml.of(sheets.table().narrow(MOST_RANK), MOST_ROWS))
        + (results.errors().isEmpty()
            ? ""
            : SheetHtml.of(sheets.errors().narrow(MOST_RANK), MOST_ERRORS))
        + (nothing ? "" : folded(sheets.connections()));
  }

  private String volume() {
    var totals = results.totals();
    return "%s, %.1f s, seed %d: %s/s, %s iterations, %s sent, %s received"
        .formatted(
            results.info().load()
                + (results.info().base().isEmpty() ? "" : " at " + results.info().base()),
            totals.elapsedSeconds(),
            results.info().seed(),
            Numbers.decimal(totals.requestsPerSecond()),
            Numbers.count(totals.iterations().started()),
            Numbers.bytes(totals.bytesSent()),
            Numbers.bytes(totals.bytesReceived()));
  }

  private static String folded(Sheet sheet) {
    return "<details><summary>"
        + escaped(sheet.title())
        + "</summary>\n"
        + SheetHtml.of(sheet, MOST_ROWS)
        + "</details>\n";
  }
}
