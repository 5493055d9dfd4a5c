package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void aReportAnswersFiveQuestionsInTheirOrder() {
    assertThat(new TextReport(Runs.small()).toString())
        .isEqualTo(
            """
             trusted: this process used 0.75 processors
             11 requests in 2.0 s; 18.2 % of them failed. Half of them took at most 60.0 ms, 99 of 100 at least
             1 500 ms (how much more is not known).

              20 users for 2s at http://localhost:8089, 2.0 s, seed 42
              requests    11  (ok 9, 81.8 %; failed 2, 18.2 %)  5.5/s
              iterations  2  (completed 1; failed 1)  1.0/s
              bytes       1.1 kB sent, 10.0 kB received

              All requests (ms)      Count OK Failed    Min   Mean    P50    P90    P95    P99  P99.9    Max
              response time             11  9      2   10.0   ≥186   60.0    100 ≥1 500 ≥1 500 ≥1 500 ≥1 500
              service time                              9.0   ≥185   59.0   99.0 ≥1 499 ≥1 499 ≥1 499 ≥1 499

              Scenarios (ms)         Count OK Failed    Min   Mean    P50    P90    P95    P99  P99.9    Max
              shopping, with pauses      2  1      1   50.0   50.0   50.0   50.0   50.0   50.0   50.0   50.0
              shopping, without                        30.0   30.0   30.0   30.0   30.0   30.0   30.0   30.0

              Steps (response, ms)   Count OK Failed    Min   Mean    P50    P90    P95    P99  P99.9    Max
              login                     10  9      1   10.0   55.0   50.0   90.0    100    100    100    100
              list                       1  0      1 ≥1 499 ≥1 500 ≥1 500 ≥1 500 ≥1 500 ≥1 500 ≥1 500 ≥1 500

              What failed
              1 × check_failed, check_failed in login: status was 401 [2J
              1 × timeout_error, response_timeout in list: no answer within 5 s

              connections  2 opened, 9 reused (81.8 %: excellent), 1 closed by the server, 0 failed; at most 2
                           active at once
            """);
  }

  @Test
  void aRunWithoutRequestsSaysSo() {
    var text = new TextReport(Runs.empty()).toString();
    assertThat(text)
        .contains("No request was sent to its end: there is nothing to measure.")
        .doesNotContain("NaN")
        .doesNotContain("P50");
    assertThat(new TextReport(Runs.empty()).chart(80, 12)).isEmpty();
  }

  @Test
  void whatAServerOrAUserWroteCannotMoveTheCursor() {
    var text = new TextReport(Runs.withSecondStep(Runs.NASTY)).toString();
    assertThat(text.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}").contains("ñ😀");
  }

  @Test
  void everyLineFitsAndNoneEndsInSpace() {
    var text = new TextReport(Runs.withSecondStep("a very long name ".repeat(12))).toString();
    assertThat(text.lines())
        .allSatisfy(line -> {
          assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100);
          assertThat(line).doesNotEndWith(" ");
        });
    assertThat(text).contains("a very long name").contains("…");
  }

  @Test
  void longTextBreaksAtSpacesAndOtherwiseAnywhere() {
    assertThat(Paragraph.wrap("  " + "word ".repeat(30), "    ").lines())
        .allMatch(line -> line.length() <= 100 && line.endsWith("word"))
        .hasSize(2);
    assertThat(Paragraph.wrap("x".repeat(150), "    "))
        .isEqualTo("x".repeat(100) + "\n    " + "x".repeat(50) + "\n");
    assertThat(Paragraph.wrap("x".repeat(100), "")).isEqualTo("x".repeat(100) + "\n");
  }

  @Test
  void whatDoesNotFitIsLeftOutInTheMiddle() {
    assertThat(Paragraph.fit("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(Paragraph.fit("abcdefghij", 5)).isEqualTo("ab…ij");
    assertThat(Paragraph.fit("😀😀😀😀", 3)).isEqualTo("😀…😀");
  }
}
