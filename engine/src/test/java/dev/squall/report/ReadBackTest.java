package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.sheet.Sheet;
import dev.squall.sheet.SheetCsv;
import dev.squall.sheet.SheetHtml;
import dev.squall.sheet.Sheets;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Every number in the page, the JSON and the CSV is the table's. */
class ReadBackTest {
  private static final List<String> TIMES =
      List.of("min", "mean", "p50", "p75", "p90", "p95", "p99", "p99.9", "max");

  static Stream<Results> runs() {
    return Stream.of(BusyMinute.of(2), BusyMinute.of(1, BusyMinute.HOSTILE), Runs.wholeWire());
  }

  private static List<String> cells(Element table) {
    return Written.elements(table, "td").stream()
        .map(cell -> cell.getAttribute("data-value") + " " + cell.getTextContent())
        .toList();
  }

  /** The page's table is the sheet's, cell by cell. */
  @ParameterizedTest
  @MethodSource("runs")
  void everyTableOfThePageIsASheet(Results results) throws Exception {
    var sheets = new Sheets(results);
    var all =
        new ArrayList<>(
            List.of(
                sheets.table(),
                sheets.scenarios(),
                sheets.endpoints(),
                sheets.percentiles(),
                sheets.timeline(),
                sheets.users(),
                sheets.slowest(3),
                sheets.connections(),
                sheets.utilisation(),
                sheets.generator()));
    Stream.of(sheets.checks(), sheets.errors(), sheets.variables())
        .filter(sheet -> sheet.rows() > 0)
        .forEach(all::add);
    var page = Written.xml(Written.text(ReportFile.HTML, ReportGallery.judged(results)));

    var tables = Written.elements(page, "table");
    assertThat(tables.stream().map(ReadBackTest::cells))
        .containsExactlyInAnyOrderElementsOf(all.stream().map(ReadBackTest::cells).toList());
  }

  private static List<String> cells(Sheet sheet) {
    try {
      return cells(Written.xml(SheetHtml.of(sheet.withoutIdle(), 1000)).getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theFiguresOnTopAreThoseOfTheTotal(Results results) throws Exception {
    var total = Written.csv(SheetCsv.of(new Sheets(results).table())).getLast();
    var page = Written.xml(Written.text(ReportFile.HTML, ReportGallery.judged(results)));

    var figures = Written.elements(Written.elements(page, "dl").getFirst(), "dd");
    assertThat(figures.stream().map(figure -> figure.getAttribute("data-value")))
        .containsExactly(
            total.get("count"),
            total.get("failed"),
            total.get("error_percent"),
            total.get("requests_per_s"),
            known(total, "p50"),
            known(total, "p95"),
            known(total, "p99"),
            known(total, "max"));
  }

  private static String known(CSVRecord row, String time) {
    return row.get(time + "_ms") + row.get(time + "_at_least_ms");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theStepsInJsonAreThoseInCsv(Results results) throws Exception {
    var saved = ReportGallery.judged(results);
    var rows = Written.csv(Written.text(ReportFile.CSV, saved));
    var json = new ObjectMapper().readTree(Written.text(ReportFile.JSON, saved));

    var steps = json.get("steps");
    assertThat(rows).hasSize(steps.size() + 1);
    for (int i = 0; i < steps.size(); i++) {
      same(rows.get(i), steps.get(i), "count");
    }
    same(rows.getLast(), json.get("totals"), "requests");
    number(rows.getLast().get("requests_per_s"), json.at("/totals/requests_per_s"));
  }

  private static void same(CSVRecord row, JsonNode node, String count) {
    number(row.get("count"), node.get(count));
    for (var name : List.of("ok", "failed", "interrupted")) {
      number(row.get(name), node.get(name));
    }
    for (var time : TIMES) {
      number(row.get(time + "_ms"), node.get("response_ms").path(time));
      number(row.get(time + "_at_least_ms"), node.get("response_ms").path(time + "_at_least"));
    }
    for (var time : List.of("p50", "p95", "p99", "max")) {
      number(row.get("service_" + time + "_ms"), node.get("service_ms").path(time));
    }
  }

  private static void number(String cell, JsonNode node) {
    if (cell.isEmpty()) {
      assertThat(node.isNull() || node.isMissingNode()).isTrue();
    } else {
      assertThat(node.decimalValue()).isEqualByComparingTo(new BigDecimal(cell));
    }
  }

  /** The rest of the JSON is read back by the engine: see that it makes the same page. */
  @ParameterizedTest
  @MethodSource("runs")
  void theSamePageComesFromTheFile(Results results) throws Exception {
    var saved = ReportGallery.judged(results);
    var loaded = SavedResults.parse(Written.text(ReportFile.JSON, saved));

    assertThat(Written.text(ReportFile.HTML, loaded))
        .isEqualTo(Written.text(ReportFile.HTML, saved));
  }
}
