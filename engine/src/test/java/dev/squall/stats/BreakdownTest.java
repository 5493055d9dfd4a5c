package dev.squall.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Delays;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakdownTest {

  private static Sample sample(
      long intended, long started, long firstByte, long ended, Delays delays) {
    return new Sample(
        Sample.Kind.REQUEST,
        0,
        1,
        0,
        intended,
        started,
        firstByte,
        ended,
        200,
        true,
        true,
        1,
        1,
        0,
        false,
        delays,
        Outcome.OK);
  }

  @Test
  void eachPartIsWhereItsTimeWasSpent() {
    var delays = new Delays(100_000, 20_000, 3_000, 400_000, 50_000, 6_000);
    var parts = Breakdown.of(sample(1_000_000, 1_600_000, 1_900_000, 2_000_000, delays));
    assertThat(parts).isEqualTo(new Breakdown(100, 21, 20, 3, 400, 50, 6, 300, 100));
    assertThat(parts.total()).isEqualTo(1000);
  }

  @Test
  void whatWasNeverWrittenSpentNothingOnTheServer() {
    var delays = new Delays(0, 0, 0, 0, 5_000_000, 0);
    var parts = Breakdown.of(sample(0, -1, -1, 5_002_000, delays));
    assertThat(parts).isEqualTo(new Breakdown(0, 2, 0, 0, 0, 5000, 0, 0, 0));
  }

  @Test
  void whatWasNeverAnsweredSpentTheRestWaitingForTheServer() {
    var parts = Breakdown.of(sample(0, 1_000_000, -1, 9_000_000, Delays.NONE));
    assertThat(parts).isEqualTo(new Breakdown(0, 1000, 0, 0, 0, 0, 0, 8000, 0));
  }

  /** Whatever the nanoseconds are, the microseconds add up to those of the response time. */
  @Test
  void thePartsAddUpToTheMicrosecond() {
    var random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      long[] part = random.longs(8, 0, i % 3 == 0 ? 2_000 : 40_000_000).toArray();
      var delays = new Delays(part[0], part[1], part[2], part[3], part[4], part[5]);
      long intended = random.nextLong(1_000_000_000);
      long started = intended + part[0] + part[1] + part[2] + part[3] + part[4] + part[5] + i % 777;
      var sample =
          sample(intended, started, started + part[6], started + part[6] + part[7], delays);
      var breakdown = Breakdown.of(sample);
      assertThat(breakdown.total()).isEqualTo(Micros.measured(sample.responseNanos()));
      for (var each : Breakdown.Part.values()) {
        assertThat(each.of(breakdown)).isNotNegative();
      }
    }
  }
}
