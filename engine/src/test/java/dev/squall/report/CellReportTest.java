package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a cell of a notebook shows of a run. */
class CellReportTest {
  @Test
  void theAnswersStandInTheOrderOfTheQuestions() {
    assertThat(new CellReport(Runs.small()).toString())
        .containsSubsequence(
            "<b>trusted</b>: 0.75 processors used",
            "11 requests in 2.0 s; 18.2 % of them failed.",
            "20 users for 2s at http://localhost:8089, 2.0 s, seed 42: 5.5/s",
            "<table>",
            "login",
            "≥1",
            "response_timeout",
            "<details>")
        .doesNotContain("<script", "http-equiv", "src=");
  }

  @Test
  void whatNobodyShouldOverlookIsNotFolded() {
    var html = new CellReport(Runs.wholeWire()).toString();
    assertThat(html.substring(0, html.indexOf("<table>"))).contains("are NOT verified");
  }

  @Test
  void textOfOthersIsText() {
    assertThat(new CellReport(Runs.withSecondStep("<img src=x>")).toString())
        .contains("&lt;img")
        .doesNotContain("<img", "<script");
  }
}
