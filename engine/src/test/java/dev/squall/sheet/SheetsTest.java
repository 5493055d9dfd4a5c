package dev.squall.sheet;

import static dev.squall.sheet.SheetRuns.cellsOf;
import static dev.squall.sheet.SheetRuns.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.report.Runs;
import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number of a sheet is that of the results. */
class SheetsTest {
  private static final Results RUN = Runs.small();
  private static final Sheets SHEETS = new Sheets(RUN);

  static Stream<Sheet> all(Results results) {
    var sheets = new Sheets(results);
    return Stream.of(
        sheets.table(),
        sheets.steps(),
        sheets.endpoints(),
        sheets.scenarios(),
        sheets.timeline(),
        sheets.errors(),
        sheets.connections(),
        sheets.utilisation(),
        sheets.users(),
        sheets.checks(),
        sheets.percentiles(),
        sheets.variables(),
        sheets.slowest(),
        sheets.generator());
  }

  private static Estimate rounded(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> new Estimate.Exact(rounded(ms));
      case Estimate.AtLeast(var ms) -> new Estimate.AtLeast(rounded(ms));
      case Estimate.None none -> none;
    };
  }

  private static double rounded(double ms) {
    return BigDecimal.valueOf(ms).setScale(3, RoundingMode.HALF_UP).doubleValue();
  }

  private static void hasTimes(Sheet sheet, String prefix, List<Latencies> rows) {
    assertThat(cellsOf(sheet, prefix + "min ms"))
        .isEqualTo(rows.stream().map(row -> rounded(row.min())).toList());
    assertThat(cellsOf(sheet, prefix + "mean ms"))
        .isEqualTo(rows.stream().map(row -> rounded(row.mean())).toList());
    assertThat(cellsOf(sheet, prefix + "max ms"))
        .isEqualTo(rows.stream().map(row -> rounded(row.max())).toList());
    for (var percentile : List.of("50", "75", "90", "95", "99", "99.9")) {
      assertThat(cellsOf(sheet, prefix + "p" + percentile + " ms"))
          .isEqualTo(
              rows.stream()
                  .map(row -> rounded(row.percentile(Double.parseDouble(percentile))))
                  .toList());
    }
  }

  private static List<OptionalLong> counts(Stream<Long> counts) {
    return counts.map(OptionalLong::of).toList();
  }

  @Test
  void theStepsAndTheirTotalAreThoseOfTheResults() {
    var times = new ArrayList<>(RUN.steps().stream().map(StepStats::response).toList());
    hasTimes(SHEETS.steps(), "", times);
    times.add(RUN.response());
    hasTimes(SHEETS.table(), "", times);
    assertThat(cellsOf(SHEETS.table(), "step")).isEqualTo(List.of("login", "list", "total"));
    assertThat(cellsOf(SHEETS.table(), "count")).isEqualTo(counts(Stream.of(10L, 1L, 11L)));
    assertThat(cellsOf(SHEETS.table(), "failed")).isEqualTo(counts(Stream.of(1L, 1L, 2L)));
    assertThat(cellsOf(SHEETS.table(), "error %"))
        .isEqualTo(
            List.of(OptionalDouble.of(10), OptionalDouble.of(100), OptionalDouble.of(18.181818)));
    assertThat(cellsOf(SHEETS.table(), "requests/s"))
        .isEqualTo(List.of(OptionalDouble.of(5), OptionalDouble.of(0.5), OptionalDouble.of(5.5)));
    assertThat(cellsOf(SHEETS.steps(), "service p99 ms"))
        .isEqualTo(
            RUN.steps().stream().map(step -> rounded(step.service().percentile(99))).toList());
  }

  @Test
  void rowsAddUp() {
    for (var column : List.of("count", "ok", "failed", "interrupted")) {
      long total =
          switch (column) {
            case "count" -> RUN.totals().requests();
            case "ok" -> RUN.totals().ok();
            case "failed" -> RUN.totals().failed();
            default -> RUN.totals().interrupted();
          };
      assertThat(sum(SHEETS.steps(), column)).as(column).isEqualTo(total);
      assertThat(sum(SHEETS.endpoints(), column)).as(column).isEqualTo(total);
      var requests = column.equals("count") ? "requests" : column;
      assertThat(sum(SHEETS.timeline(), requests)).as(column).isEqualTo(total);
      assertThat(sum(SHEETS.users(), requests)).as(column).isEqualTo(total);
    }
    assertThat(sum(SHEETS.errors(), "count")).isEqualTo(RUN.totals().failed());
    assertThat(sum(SHEETS.scenarios(), "requests")).isEqualTo(RUN.totals().requests());
    assertThat(sum(SHEETS.scenarios(), "iterations")).isEqualTo(RUN.totals().iterations().ended());
    assertThat(sum(SHEETS.checks(), "failed")).isEqualTo(1);
    assertThat(sum(SHEETS.timeline(), "received bytes")).isEqualTo(RUN.totals().bytesReceived());
  }

  @Test
  void endpointsScenariosAndSecondsHaveTheirOwnTimes() {
    hasTimes(SHEETS.endpoints(), "", RUN.endpoints().stream().map(row -> row.response()).toList());
    hasTimes(
        SHEETS.scenarios(),
        "duration ",
        RUN.scenarios().stream().map(row -> row.duration()).toList());
    hasTimes(
        SHEETS.scenarios(), "active ", RUN.scenarios().stream().map(row -> row.active()).toList());
    hasTimes(SHEETS.timeline(), "", RUN.timeline().stream().map(row -> row.response()).toList());
    assertThat(cellsOf(SHEETS.users(), "mean ms"))
        .isEqualTo(RUN.users().stream().map(row -> rounded(row.meanMs())).toList());
  }

  @Test
  void aPercentileCurveEndsWhereNothingMoreIsKnown() {
    var sheet = SHEETS.percentiles();
    int points = RUN.response().curve().size();
    assertThat(cellsOf(sheet, "within ms").subList(0, points))
        .isEqualTo(
            RUN.response().curve().stream().map(point -> new Estimate.Exact(point.ms())).toList());
    assertThat(cellsOf(sheet, "within ms").get(points)).isEqualTo(RUN.response().max());
    assertThat(cellsOf(sheet, "percentile %").get(points)).isEqualTo(OptionalDouble.of(100));
    assertThat(cellsOf(sheet, "answers").subList(points - 1, points + 1))
        .isEqualTo(counts(Stream.of(10L, 10L)));
  }

  @Test
  void aFactIsANumberWithItsUnitOrWords() {
    var sheet = new Sheets(Runs.wholeWire()).connections();
    var facts = cellsOf(sheet, "fact");
    assertThat(cellsOf(sheet, "value").get(facts.indexOf("opened")))
        .isEqualTo(OptionalDouble.of(10));
    assertThat(cellsOf(sheet, "value").get(facts.indexOf("reused share")))
        .isEqualTo(OptionalDouble.of(99.174));
    assertThat(cellsOf(sheet, "value").get(facts.indexOf("TLS p99")))
        .isEqualTo(OptionalDouble.of(30.015));
    assertThat(cellsOf(sheet, "unit").get(facts.indexOf("TLS p99"))).isEqualTo("ms");
    var generator = SHEETS.generator();
    assertThat(cellsOf(generator, "words").get(cellsOf(generator, "fact").indexOf("verdict")))
        .isEqualTo("trusted");
  }

  @Test
  void aRunWithoutRequestsHasNoNumberThatIsNone() {
    assertThat(all(Runs.empty()))
        .allSatisfy(sheet ->
            assertThat(
                    SheetText.of(sheet, 200, 100, false)
                        + SheetHtml.of(sheet, 100)
                        + SheetCsv.of(sheet)
                        + SheetMarkdown.of(sheet, 100))
                .doesNotContain("NaN")
                .doesNotContain("null"));
    assertThat(cellsOf(new Sheets(Runs.empty()).table(), "p99 ms"))
        .isEqualTo(List.of(Estimate.NONE, Estimate.NONE, Estimate.NONE));
    assertThat(cellsOf(new Sheets(Runs.empty()).table(), "error %"))
        .isEqualTo(List.of(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
  }

  @Test
  void columnsOfDifferentLengthsAreNoSheet() {
    var one = SheetRuns.named("a").columns().getFirst();
    var two = SheetRuns.named("a", "b").columns().getFirst();
    assertThatThrownBy(() -> new Sheet("crooked", List.of(one, two), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("crooked");
  }

  @Test
  void whatHappenedNowhereCanBeLeftOutButNoBadNewsThatDidNotCome() {
    var table = new Sheets(Runs.wholeWire()).table();
    var titles = table.withoutIdle().columns().stream().map(c -> c.heading().title()).toList();

    assertThat(titles)
        .contains("failed", "error %", "redirects", "sent again")
        .doesNotContain("interrupted");
    assertThat(table.withoutIdle().rows()).isEqualTo(table.rows());
  }

  @Test
  void ofEachStepAFewOfTheSlowestAreEnough() {
    var all = SHEETS.slowest();
    var one = SHEETS.slowest(1);

    assertThat(all.rows()).isEqualTo(11);
    assertThat(cellsOf(one, "step")).isEqualTo(List.of("list", "login"));
    assertThat(cellsOf(one, "response ms").getLast()).isEqualTo(cellsOf(all, "response ms").get(1));
  }
}
