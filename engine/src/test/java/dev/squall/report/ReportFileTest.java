package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.stats.Judgements;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
  private static SavedResults saved(Results results) {
    return new SavedResults(results, new Judgements(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "results.json, JSON",
    "out/day.csv, CSV",
    "day.samples.csv, SAMPLES",
    "samples.csv, CSV",
    "Report.HTML, HTML",
    "a.hlog, HDR_LOG",
    "junit.xml, JUNIT",
    "pull.md, MARKDOWN",
    "x.prom, PROMETHEUS"
  })
  void theLongestEndingThatFitsDecides(Path file, ReportFile kind) {
    assertThat(ReportFile.of(file)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"results", "results.txt", "json", "results.json.part", "/"})
  void whatHasNoKnownEndingIsNoFile(Path file) {
    assertThat(ReportFile.of(file)).isEmpty();
  }

  @Test
  void theEndingsAreToldInOneLine() {
    assertThat(ReportFile.endings())
        .isEqualTo(".json, .samples.csv, .csv, .html, .hlog, .xml, .md, .prom");
  }

  @ParameterizedTest
  @EnumSource(ReportFile.class)
  void nothingMeasuredIsAFileToo(ReportFile kind) throws Exception {
    assertThat(Written.text(kind, saved(Runs.empty()))).isNotEmpty().doesNotContain("NaN");
  }

  @ParameterizedTest
  @EnumSource(ReportFile.class)
  void noFileHoldsWhatMovesACursorOrTurnsText(ReportFile kind) throws Exception {
    assertThat(Written.text(kind, saved(BusyMinute.of(2, BusyMinute.HOSTILE))))
        .satisfies(text -> {
          if (kind != ReportFile.CSV && kind != ReportFile.SAMPLES) {
            // A CSV file holds names as they are, for who joins it with others.
            assertThat(text).doesNotContain("\u001b", "\u0000");
          }
          if (kind != ReportFile.JSON && kind != ReportFile.CSV && kind != ReportFile.SAMPLES) {
            assertThat(text).doesNotContain("\u202e").doesNotContain("</script><script>alert");
          }
        });
  }

  @Test
  void eachSampleHasALineWithItsTimes() throws Exception {
    var rows = Written.csv(Written.text(ReportFile.SAMPLES, saved(Runs.small())));

    assertThat(rows).hasSize(11);
    assertThat(rows.getFirst().toMap())
        .containsEntry("scenario", "shopping")
        .containsEntry("step", "login")
        .containsEntry("intended_s", "0.1")
        .containsEntry("ended_s", "0.11")
        .containsEntry("response_ms", "10")
        .containsEntry("service_ms", "9")
        .containsEntry("status", "200")
        .containsEntry("outcome", "ok")
        .containsEntry("response_at_least_ms", "");
    assertThat(rows.getLast().toMap())
        .containsEntry("step", "list")
        .containsEntry("response_ms", "")
        .containsEntry("response_at_least_ms", "1500")
        .containsEntry("outcome", "timeout_error");
  }

  @Test
  void aPullRequestIsToldTheGoalsAndTheTables() throws Exception {
    var text = Written.text(ReportFile.MARKDOWN, ReportGallery.judged(BusyMinute.of(5)));

    assertThat(text)
        .startsWith("# day: 20 users for 60s\n\nsuspect: the machine paused")
        .contains("- ❌ missed: p95 of checkout below 50 ms: ")
        .contains("| step |", "| **total** |", "**What failed**", "**How it was measured**")
        .doesNotContain("<script>");
  }
}
