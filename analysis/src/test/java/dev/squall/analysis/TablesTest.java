package dev.squall.analysis;

import static dev.squall.analysis.TableWords.table;
import static dev.squall.analysis.TableWords.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static tech.tablesaw.aggregate.AggregateFunctions.max;
import static tech.tablesaw.aggregate.AggregateFunctions.sum;

import dev.squall.stats.Estimate;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** What Tablesaw's own verbs make of the tables. */
class TablesTest {
  private static final Results RUN = KnownRuns.of(1);

  static Stream<Table> all(Results results) {
    var tables = tables(results);
    return Stream.of(
        table(results),
        tables.steps(),
        tables.scenarios(),
        tables.endpoints(),
        tables.timeline(),
        tables.errors(),
        tables.connections(),
        tables.utilisation(),
        tables.users(),
        tables.checks(),
        tables.percentiles(),
        tables.generator());
  }

  private static ColumnType type(Table table, String column) {
    return table.column(column).type();
  }

  private static double exact(Estimate estimate) {
    assertThat(estimate).isInstanceOf(Estimate.Exact.class);
    return ((Estimate.Exact) estimate).ms();
  }

  @Test
  void columnsHaveTheirTypes() {
    var steps = tables(RUN).steps();
    assertThat(type(steps, "step")).isEqualTo(ColumnType.STRING);
    assertThat(type(steps, "count")).isEqualTo(ColumnType.LONG);
    assertThat(type(steps, "p99 ms")).isEqualTo(ColumnType.DOUBLE);
    assertThat(type(steps, "error %")).isEqualTo(ColumnType.DOUBLE);
    assertThat(type(tables(RUN).timeline(), "at")).isEqualTo(ColumnType.INSTANT);
    assertThat(tables(RUN).timeline().instantColumn("at").get(1))
        .isEqualTo(KnownRuns.STARTED.plusSeconds(1));
  }

  @Test
  void cellsAreTheResultsAndABoundIsMissingWithItsBoundBeside() {
    var table = table(RUN);
    assertThat(table.stringColumn("step").asList())
        .isEqualTo(List.of("login", "list", "list", "total"));
    assertThat(table.doubleColumn("p50 ms").asList())
        .isEqualTo(
            Stream.concat(RUN.steps().stream().map(StepStats::response), Stream.of(RUN.response()))
                .map(times -> exact(times.percentile(50)))
                .toList());
    var last = RUN.steps().getLast().response();
    assertThat(last.percentile(99)).isEqualTo(new Estimate.AtLeast(500));
    assertThat(table.column("p99 ms").isMissing(2)).isTrue();
    assertThat(table.doubleColumn("p99 at least ms").get(2)).isEqualTo(500);
    assertThat(table.column("p99 at least ms").isMissing(0)).isTrue();
    assertThat(table.longColumn("count").asList()).isEqualTo(List.of(10L, 10L, 10L, 30L));
  }

  @Test
  void onlyTheTableToLookAtHasATotal() {
    assertThat(tables(RUN).steps().rowCount()).isEqualTo(3);
    assertThat(tables(RUN).steps().longColumn("count").sum()).isEqualTo(30);
    assertThat(tables(RUN).timeline().longColumn("requests").sum()).isEqualTo(30);
    assertThat(tables(RUN).users().longColumn("failed").sum()).isEqualTo(1);
  }

  @Test
  void rowsAreFiltered() {
    var steps = tables(RUN).steps();
    var slow = steps.where(steps.doubleColumn("p95 ms").isGreaterThan(150));
    assertThat(slow.stringColumn("step").asList()).isEqualTo(List.of("list"));
    var failing = steps.where(steps.longColumn("failed").isGreaterThan(0L));
    assertThat(failing.stringColumn("scenario").asList()).isEqualTo(List.of("browsing"));
  }

  private static Table joined(Table one, Table other) {
    return one.joinOn("scenario", "step").with(other).allowDuplicateColumnNames(true).join();
  }

  @Test
  void twoRunsAreJoinedOnScenarioAndStep() {
    var before = tables(RUN).steps();
    var after = tables(KnownRuns.of(2)).steps();
    var both = joined(before, after);
    assertThat(both.rowCount()).isEqualTo(3);
    var ratio =
        both.doubleColumn("T2.p50 ms").divide(both.doubleColumn("p50 ms")).setName("slower by");
    assertThat(ratio.asList()).allSatisfy(times -> assertThat(times).isBetween(1.99, 2.01));
    assertThat(joined(table(RUN), table(KnownRuns.of(2))).rowCount()).isEqualTo(4);
    assertThat(before.append(after).rowCount()).isEqualTo(6);
  }

  @Test
  void rowsAreSummedUpAndPivoted() {
    var steps = tables(RUN).steps();
    var byScenario = steps.summarize("count", sum).by("scenario");
    assertThat(
            byScenario.where(byScenario.stringColumn("scenario").isEqualTo("shopping")).get(0, 1))
        .isEqualTo(20.0);
    var curves = tables(RUN).percentiles();
    var pivot = curves.pivot("step", "time", "within ms", max);
    assertThat(pivot.columnNames()).containsExactly("step", "response", "service");
    assertThat(pivot.rowCount()).isEqualTo(3);
  }

  @Test
  void errorsCarryTheirExample() {
    var errors = tables(RUN).errors();
    assertThat(errors.stringColumn("message").get(0)).isEqualTo("no answer within 5 s");
    assertThat(errors.column("status").isMissing(0)).isTrue();
    assertThat(errors.longColumn("example user").get(0)).isEqualTo(3);
    assertThat(errors.doubleColumn("example response at least ms").get(0)).isEqualTo(500);
  }

  @Test
  void aTableOfNothingHasMissingValues() {
    var table = table(KnownRuns.empty());
    assertThat(table.rowCount()).isEqualTo(4);
    assertThat(table.column("p99 ms").countMissing()).isEqualTo(4);
    assertThat(table.column("error %").countMissing()).isEqualTo(4);
    assertThat(all(KnownRuns.empty()))
        .allSatisfy(each -> assertThat(TableText.render(each, 200, false)).doesNotContain("NaN"));
  }
}
