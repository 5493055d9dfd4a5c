package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {

  @Test
  void aReportAnswersFiveQuestionsInTheirOrder() {
    assertThat(new TextReport(Runs.small(), 100).toString())
        .isEqualTo(
            """
             trusted: 0.75 processors used
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

              connections  2 opened, 9 reused (81.8 %: excellent); at most 2 active and 1 idle at once
                           1 closed by the server, 0 by us, 0 failed
                           1.0 new/s
            """);
  }

  @Test
  void allThatWasOnTheWireIsToldWithTheRequests() {
    assertThat(new TextReport(Runs.wholeWire(), 100).toString())
        .isEqualTo(
            """
             trusted: 0.75 processors used
              TLS certificates are NOT verified (insecure): these numbers may come from anybody
             1 requests in 2.0 s; none of them failed. Half of them took at most 40.0 ms, 99 of 100 at most 40.0
             ms.

              20 users for 2s at http://localhost:8089 through the proxy http://proxy:3128, 2.0 s, seed 42
              requests    1  (ok 1, 100 %; failed 0, 0 %)  0.50/s
              iterations  1  (completed 0; failed 0)  0.00/s
              bytes       400 B sent, 3.0 kB received
              redirects   2 followed, p50 2.0 ms, p99 4.0 ms
              sent again  1

              All requests (ms)      Count OK Failed  Min Mean  P50  P90  P95  P99 P99.9  Max
              response time              1  1      0 40.0 40.0 40.0 40.0 40.0 40.0  40.0 40.0
              service time                           39.0 39.0 39.0 39.0 39.0 39.0  39.0 39.0

              Scenarios (ms)         Count OK Failed  Min Mean  P50  P90  P95  P99 P99.9  Max
              shopping, with pauses      0  0      0    –    –    –    –    –    –     –    –
              shopping, without                         –    –    –    –    –    –     –    –

              Steps (response, ms)   Count OK Failed  Min Mean  P50  P90  P95  P99 P99.9  Max
              login                      1  1      0 40.0 40.0 40.0 40.0 40.0 40.0  40.0 40.0
              list                       0  0      0    –    –    –    –    –    –     –    –

              connections  10 opened, 1 200 reused (99.2 %: excellent); at most 3 active and 2 idle at once
                           2 closed by the server, 7 by us (4 idle for 90 s, 2 beyond the 6 that a user keeps),
                           1 failed, 1 stale when used and sent again
                           5.0 new/s, 8 in the busiest second
                           DNS p50 20.0 ms, p99 20.0 ms; connect p50 5.0 ms, p99 10.0 ms
                           TLS p50 15.0 ms, p99 30.0 ms (8 full, 2 resumed)
            """);
  }

  @Test
  void onlyAnInsecureRunIsWarnedOf() {
    assertThat(new TextReport(Runs.small()).toString()).doesNotContain("insecure");
    assertThat(new TextReport(Runs.wholeWire()).toString().lines().skip(1).findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains("NOT verified (insecure)"));
  }

  @Test
  void whatTheEndCutOffHasAColumnOfItsOwn() {
    assertThat(new TextReport(Runs.cutOff(), 100).toString())
        .contains(
            """
              requests    2  (ok 1, 50 %; failed 0, 0 %; interrupted 1)  4.0/s
              iterations  1  (completed 0; failed 0; interrupted 1)  0.00/s
            """)
        .contains(
            """
              All requests (ms)      Count OK Failed Cut off   Min  Mean   P50   P90   P95   P99 P99.9   Max
              response time              2  1      0       1  10.0  ≥155  10.0  ≥300  ≥300  ≥300  ≥300  ≥300
              service time                                     9.0  ≥154   9.0  ≥299  ≥299  ≥299  ≥299  ≥299
            """)
        .contains("shopping, with pauses      1  0      0       1 ")
        .contains("login                      1  1      0       0 ")
        .contains("list                       1  0      0       1 ");
    assertThat(new TextReport(Runs.small()).toString()).doesNotContain("Cut off");
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

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120})
  void everyLineFitsAndNoneEndsInSpace(int columns) {
    var named = Runs.withSecondStep("a very long name ".repeat(12));
    var text = new TextReport(named).within(columns).toString();
    assertThat(
            Stream.of(Runs.wholeWire(), Runs.cutOff(), Runs.small())
                .map(results -> new TextReport(results, columns).toString())
                .collect(Collectors.joining(text))
                .lines())
        .allSatisfy(line -> {
          assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(columns);
          assertThat(line).doesNotEndWith(" ");
        });
    assertThat(text).contains("a very long").contains("…");
  }

  @Test
  void onAnEightyColumnScreenCountsStandBeforeTimes() {
    assertThat(new TextReport(Runs.small()).toString())
        .isEqualTo(
            """
             trusted: 0.75 processors used
             11 requests in 2.0 s; 18.2 % of them failed. Half of them took at most 60.0 ms,
             99 of 100 at least 1 500 ms (how much more is not known).

              20 users for 2s at http://localhost:8089, 2.0 s, seed 42
              requests    11  (ok 9, 81.8 %; failed 2, 18.2 %)  5.5/s
              iterations  2  (completed 1; failed 1)  1.0/s
              bytes       1.1 kB sent, 10.0 kB received

              Counts                Count OK Failed
              all requests             11  9      2
              shopping, iterations      2  1      1
              login                    10  9      1
              list                      1  0      1

              All requests (ms)         Min   Mean    P50    P90    P95    P99  P99.9    Max
              response time            10.0   ≥186   60.0    100 ≥1 500 ≥1 500 ≥1 500 ≥1 500
              service time              9.0   ≥185   59.0   99.0 ≥1 499 ≥1 499 ≥1 499 ≥1 499

              Scenarios (ms)            Min   Mean    P50    P90    P95    P99  P99.9    Max
              shopping, with pauses    50.0   50.0   50.0   50.0   50.0   50.0   50.0   50.0
              shopping, without        30.0   30.0   30.0   30.0   30.0   30.0   30.0   30.0

              Steps (response, ms)      Min   Mean    P50    P90    P95    P99  P99.9    Max
              login                    10.0   55.0   50.0   90.0    100    100    100    100
              list                   ≥1 499 ≥1 500 ≥1 500 ≥1 500 ≥1 500 ≥1 500 ≥1 500 ≥1 500

              What failed
              1 × check_failed, check_failed in login: status was 401 [2J
              1 × timeout_error, response_timeout in list: no answer within 5 s

              connections  2 opened, 9 reused (81.8 %: excellent); at most 2 active and 1
                           idle at once
                           1 closed by the server, 0 by us, 0 failed
                           1.0 new/s
            """);
  }

  @Test
  void longTextBreaksAtSpacesAndOtherwiseAnywhere() {
    assertThat(Paragraph.wrap("  " + "word ".repeat(30), "    ", 100).lines())
        .allMatch(line -> line.length() <= 100 && line.endsWith("word"))
        .hasSize(2);
    assertThat(Paragraph.wrap("x".repeat(150), "    ", 100))
        .isEqualTo("x".repeat(100) + "\n    " + "x".repeat(50) + "\n");
    assertThat(Paragraph.wrap("x".repeat(100), "", 100)).isEqualTo("x".repeat(100) + "\n");
  }

  @Test
  void whatDoesNotFitIsLeftOutInTheMiddle() {
    assertThat(Paragraph.fit("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(Paragraph.fit("abcdefghij", 5)).isEqualTo("ab…ij");
    assertThat(Paragraph.fit("😀😀😀😀", 3)).isEqualTo("😀…😀");
  }
}
