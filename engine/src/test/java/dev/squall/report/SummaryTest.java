package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.stats.Latencies;
import dev.squall.stats.LatencyCounter;
import dev.squall.stats.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {

  private static String verdict(
      Latencies wakings, double longestPauseMs, Verdict verdict, String... reasons) {
    return new Summary(Runs.by(wakings, longestPauseMs, verdict, reasons), 80).verdict();
  }

  private static Latencies wakings() {
    var counter = new LatencyCounter();
    counter.record(310_000);
    return counter.latencies();
  }

  @Test
  void aTrustedRunSaysWhatItWasMeasuredWith() {
    assertThat(verdict(wakings(), 3, Verdict.TRUSTED))
        .isEqualTo(" trusted: 99 of 100 wakings within 0.31 ms, 0.75 processors used\n");
    assertThat(verdict(Latencies.NONE, 3, Verdict.TRUSTED))
        .isEqualTo(" trusted: 0.75 processors used\n");
  }

  @ParameterizedTest
  @CsvSource({
    "9.9, ' trusted: 0.75 processors used'",
    "10, ' trusted: 0.75 processors used, stopped for 10.0 ms once'",
    "50, ' trusted: 0.75 processors used, stopped for 50.0 ms once'"
  })
  void aPauseThatShowsInALatencyIsTold(double longestMs, String line) {
    assertThat(verdict(Latencies.NONE, longestMs, Verdict.TRUSTED)).isEqualTo(line + "\n");
  }

  @Test
  void aDoubtfulRunSaysWhy() {
    assertThat(verdict(wakings(), 60, Verdict.SUSPECT, "one thing", "and another"))
        .isEqualTo(" suspect: one thing; and another\n");
    assertThat(verdict(wakings(), 60, Verdict.INVALID, "no request ended"))
        .isEqualTo(" invalid: no request ended\n");
  }
}
