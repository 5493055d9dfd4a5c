package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sheet.StepLabels;
import dev.squall.stats.Results;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

class HdrLogTest {
  /** What HdrHistogram's own reader finds: a sum for each tag, and for what has none. */
  private static Map<String, Histogram> read(Results results) {
    var text = HdrLog.of(results).getBytes(StandardCharsets.US_ASCII);
    var sums = new LinkedHashMap<String, Histogram>();
    try (var reader = new HistogramLogReader(new ByteArrayInputStream(text))) {
      while (reader.hasNext()) {
        if (reader.nextIntervalHistogram() instanceof Histogram interval) {
          var tag = interval.getTag() == null ? "" : interval.getTag();
          sums.computeIfAbsent(tag, _ -> new Histogram(3)).add(interval);
        }
      }
      assertThat(reader.getStartTimeSec())
          .isEqualTo(results.info().started().toEpochMilli() / 1000.0);
    }
    return sums;
  }

  @Test
  void theReaderFindsTheTimesOfTheTable() {
    for (var results : new Results[] {BusyMinute.of(5), BusyMinute.of(2, BusyMinute.HOSTILE)}) {
      var read = read(results);

      assertThat(read.get("")).isEqualTo(results.response().histogram());
      var labels = new StepLabels(results);
      for (var step : results.steps()) {
        assertThat(read.get(HdrLog.tag(step, labels))).isEqualTo(step.response().histogram());
      }
      assertThat(read).hasSize(1 + results.steps().size());
    }
  }

  @Test
  void aTagIsANameThatNoCommaSpaceOrLineEnds() {
    assertThat(read(BusyMinute.of(2)).keySet())
        .containsExactlyInAnyOrder(
            "", "login", "shopping:list", "add%20to%20cart", "checkout", "browsing:list");
    assertThat(read(BusyMinute.of(2, "a,b\nñ:%")).keySet()).contains("a%2Cb%0A%C3%B1%3A%25");
  }

  @Test
  void whatIsNotInItIsSaid() {
    assertThat(HdrLog.of(Runs.small()))
        .contains("#[Not in here: 1 requests without an end of their own", "#[StartTime: ");
  }

  @Test
  void anIntervalBeginsWhenItsSecondDid() {
    var text = HdrLog.of(Runs.small()).getBytes(StandardCharsets.US_ASCII);
    try (var reader = new HistogramLogReader(new ByteArrayInputStream(text))) {
      var first = (Histogram) reader.nextIntervalHistogram();
      assertThat(first.getStartTimeStamp()).isEqualTo(Runs.small().info().started().toEpochMilli());
      assertThat(first.getEndTimeStamp() - first.getStartTimeStamp()).isEqualTo(1000);
    }
  }
}
