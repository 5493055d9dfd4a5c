package dev.squall.analysis;

import static dev.squall.analysis.Analysis.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.stats.Breakdown.Part;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;

class VariableAndSampleTablesTest {
  private static final Results RUN = KnownRuns.of(1);

  @Test
  void aRowARequestWhoseTimesAreThoseOfTheResults() {
    var samples = tables(RUN).samples();
    assertThat(samples.rowCount()).isEqualTo((int) RUN.totals().requests());
    assertThat(samples.column("response ms").type()).isEqualTo(ColumnType.DOUBLE);
    assertThat(samples.column("iteration").type()).isEqualTo(ColumnType.LONG);
    assertThat(samples.where(samples.stringColumn("outcome").isEqualTo("ok")).rowCount())
        .isEqualTo((int) RUN.totals().ok());
    long censored = RUN.response().censored();
    assertThat(samples.doubleColumn("response at least ms").isNotMissing().size())
        .isEqualTo((int) censored);
    assertThat(samples.name()).isEqualTo("Requests");
  }

  @Test
  void resultsFromAFileHaveNoRowsAndSaySo() {
    var loaded = SavedResults.parse(RUN.toJson()).results();
    var samples = tables(loaded).samples();
    assertThat(samples.rowCount()).isZero();
    assertThat(samples.name()).isEqualTo("Requests: no raw samples are kept here");
    assertThat(samples.columnNames()).isEqualTo(tables(RUN).samples().columnNames());
  }

  @Test
  void theSlowestHaveTheirTimesInPartsThatAddUp() {
    var slowest = tables(RUN).slowest();
    assertThat(slowest.rowCount()).isPositive();
    for (var row : slowest) {
      double sum = 0;
      for (var part : Part.values()) {
        sum += row.getDouble(part.words() + " ms");
      }
      double response =
          slowest.doubleColumn("response ms").isMissing(row.getRowNumber())
              ? row.getDouble("response at least ms")
              : row.getDouble("response ms");
      assertThat(sum).isCloseTo(response, within(1e-6));
    }
  }

  @Test
  void whatWasExtractedHasItsColumnsAlsoWhereThereIsNothing() {
    var variables = tables(RUN).variables();
    assertThat(variables.columnNames())
        .containsExactly(
            "scenario",
            "step",
            "variable",
            "extractor",
            "type",
            "example",
            "found",
            "missed",
            "distinct",
            "distinct is at least");
    assertThat(variables.column("found").type()).isEqualTo(ColumnType.LONG);
  }
}
