package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.report.ReportFile;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.SavedResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run writes, and what {@code report} and {@code compare} make of it. */
class ReportAndCompareTest {
  @TempDir static Path folder;

  private static CommandLineRun run;

  @BeforeAll
  static void runOnceAndWriteAll() throws IOException {
    var file = folder.resolve("a.httpx");
    Files.writeString(
        file,
        """
        request health { curl ${base}/health }
        request missing { curl ${base}/nowhere }
        scenario s { run health -> missing }
        scenario other { run health }
        """);
    var line = new ArrayList<>(List.of("run", file.toString(), "--scenario", "s"));
    line.addAll(List.of("--iterations", "40", "--users", "2", "--expect", "errors < 1%"));
    for (var kind : ReportFile.values()) {
      line.addAll(List.of("--out", folder.resolve("all" + kind.ending()).toString()));
    }
    try (var shop = PracticeShop.start()) {
      line.addAll(List.of("--var", "base=" + shop.url()));
      run = CommandLineRun.of(line.toArray(String[]::new));
      CommandLineRun.of(
          "run",
          file.toString(),
          "--scenario",
          "other",
          "--iterations",
          "2",
          "--var",
          "base=" + shop.url(),
          "--out",
          in("other.json"));
    }
  }

  private static String in(String name) {
    return folder.resolve(name).toString();
  }

  private static String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void oneRunWritesAFileOfEachKind() throws IOException {
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(text("all.json")).contains("\"matrix\"");
    assertThat(text("all.html")).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(text("all.csv").lines()).hasSize(4);
    assertThat(text("all.samples.csv").lines()).hasSize(81);
    assertThat(text("all.xml")).contains("<failure message=\"missed: error rate below 1 %");
    assertThat(text("all.md")).contains("| health |", "❌ missed: error rate below 1 %");
    assertThat(text("all.hlog")).contains("Tag=health,");
    assertThat(run.err()).doesNotContain("samples");
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  private static Map<String, String> total() throws IOException {
    var lines = text("all.csv").lines().toList();
    var keys = lines.getFirst().split(",", -1);
    var cells = lines.getLast().split(",", -1);
    return Arrays.stream(keys)
        .collect(Collectors.toMap(key -> key, key -> cells[Arrays.asList(keys).indexOf(key)]));
  }

  private static double metric(String name, String label) throws IOException {
    return text("all.prom")
        .lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "squall_requests_total, '', count, 1",
    "squall_request_outcomes_total, 'outcome=\"ok\"', ok, 1",
    "squall_request_outcomes_total, 'outcome=\"failed\"', failed, 1",
    "squall_request_duration_percentile_seconds, 'percentile=\"p50\"', p50_ms, 1000",
    "squall_request_duration_percentile_seconds, 'percentile=\"p95\"', p95_ms, 1000",
    "squall_request_duration_percentile_seconds, 'percentile=\"p99\"', p99_ms, 1000"
  })
  void theMetricsAreTheTotalsOfTheTable(String metric, String label, String key, double factor)
      throws IOException {
    assertThat(Math.round(metric(metric, label) * factor * 1000) / 1000.0)
        .isEqualTo(Double.parseDouble(total().get(key)));
  }

  @Test
  void aReportOfAFileIsThatOfTheRun() {
    var report = CommandLineRun.of("report", in("all.json"));

    assertThat(report.code()).as(report.err()).isZero();
    assertThat(run.out()).endsWith(report.out());
    assertThat(report.out()).contains("All requests (ms)", "missed  error rate below 1 %");
  }

  @Test
  void whatAFileHoldsGoesToOtherFiles() throws IOException {
    var report =
        CommandLineRun.of(
            "report", in("all.json"), "--out", in("again.html"), "--out", in("again.samples.csv"));

    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out()).isEmpty();
    assertThat(text("again.html")).isEqualTo(text("all.html"));
    assertThat(report.err()).contains("again.samples.csv: no raw samples are kept here");
    assertThat(text("again.samples.csv").lines()).hasSize(1);
  }

  @Test
  void severalFilesAreOneRunAndTheirGoalsAreJudgedAnew() throws IOException {
    var report =
        CommandLineRun.of("report", in("all.json"), in("all.json"), "--out", in("sum.json"));

    assertThat(report.code()).as(report.err()).isZero();
    var sum = new ObjectMapper().readTree(text("sum.json"));
    assertThat(sum.at("/totals/requests").asInt()).isEqualTo(160);
    var goals = SavedResults.load(folder.resolve("sum.json")).judgements().all();
    assertThat(goals).singleElement().satisfies(goal -> assertThat(goal.met()).isFalse());
  }

  @Test
  void filesOfOtherScenariosAreNoParts() {
    var report = CommandLineRun.of("report", in("all.json"), in("other.json"));

    assertThat(report.code()).isEqualTo(2);
    assertThat(report.err())
        .contains("all.json (s) and ", "other.json (other) are no parts of one run: only runs of");
  }

  @Test
  void aComparisonSaysWhichIsWhich() {
    var compared = CommandLineRun.of("compare", in("all.json"), in("all.json"));

    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.out())
        .startsWith("First " + in("all.json") + ", second " + in("all.json") + ".")
        .contains("95 % interval", "p95");
  }

  @ParameterizedTest
  @CsvSource({
    "report nowhere.json, there is no such file",
    "compare nowhere.json nowhere.json, there is no such file",
    "report, RESULTS.json",
    "compare one.json, SECOND.json",
    "report x.json --out x.txt, '.json, .samples.csv, .csv, .html, .hlog, .xml, .md, .prom'",
    "report x.json --out nowhere/x.md, there is no folder",
    "report x.json --out x.md --out ./x.md, --out names ./x.md twice"
  })
  void whatCannotBeDoneIsSaid(String line, String said) {
    var refused = CommandLineRun.of(line.split(" ", -1));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains(said);
  }
}
