package dev.squall.stats;

import static dev.squall.stats.Facts.nanos;
import static dev.squall.stats.Facts.ok;
import static dev.squall.stats.Facts.recorder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.sample.Connections;
import dev.squall.stats.Judgement.Known;
import dev.squall.stats.Judgement.Nothing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was done to a run while it ran, and what was judged of it meanwhile. */
class MarksTest {
  private static final Goal RATE =
      new Goal(Metric.REQUEST_RATE, Optional.empty(), Comparison.ABOVE, 1);

  private static Judgement.Actual rate(Recorder recorder, long from, long to) {
    return recorder.judge(List.of(RATE), from, to).all().getFirst().actual();
  }

  @Test
  void marksStandInTheResultsAndInTheirSeconds() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 2500, 10));
    recorder.mark(nanos(1999.9), "paused");
    recorder.mark(nanos(2000), "resumed");
    recorder.mark(nanos(2500), "rate 5/s");
    var results = recorder.finish(nanos(3000), Generator.RUNNING);

    assertThat(results.marks())
        .containsExactly(
            new Mark(1.999, "paused"), new Mark(2, "resumed"), new Mark(2.5, "rate 5/s"));
    assertThat(results.timeline())
        .extracting(TimelinePoint::marks)
        .containsExactly(List.of(), List.of("paused"), List.of("resumed", "rate 5/s"));
    assertThat(recorder().finish(0, Generator.RUNNING).marks()).isEmpty();
  }

  @Test
  void theFirstReasonToStopCounts() {
    var recorder = recorder();
    assertThat(recorder.finish(0, Generator.RUNNING).stopped()).isEmpty();
    recorder.stopped("too slow");
    recorder.stopped("too many errors");
    assertThat(recorder.finish(0, Generator.RUNNING).stopped()).contains("too slow");
  }

  @Test
  void thePoolIsNoneUntilItIsTold() {
    var recorder = recorder();
    assertThat(recorder.finish(0, Generator.RUNNING).pool()).isEqualTo(new UserPool(0, 0, 0));
    recorder.pool(new UserPool(7, 3, 2));
    assertThat(recorder.finish(0, Generator.RUNNING).pool()).isEqualTo(new UserPool(7, 3, 2));
  }

  @Test
  void aStretchHoldsItsOwnSecondsAlsoThoseThatWerePacked() {
    var recorder = recorder();
    for (int second = 0; second < 40; second++) {
      for (int i = 0; i <= second; i++) {
        recorder.record(ok(0, 1, second * 1000, 10));
      }
      recorder.tick(nanos((second + 1) * 1000), 1, Connections.NONE);
    }

    assertThat(rate(recorder, 0, 1)).isEqualTo(new Known(1));
    assertThat(rate(recorder, 3, 5)).isEqualTo(new Known(4.5));
    assertThat(rate(recorder, 3, 6)).isEqualTo(new Known(5));
    assertThat(rate(recorder, 3, 40)).isEqualTo(new Known(22));
    assertThat(rate(recorder, 38, 40)).isEqualTo(new Known(39.5));
    assertThat(rate(recorder, 40, 41)).isEqualTo(new Known(0));
    assertThat(rate(recorder, 40, 40)).isEqualTo(new Nothing());
  }

  @Test
  void theLastSecondIsLookedAtAgain() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 1000, 10));
    assertThat(rate(recorder, 1, 2)).isEqualTo(new Known(1));
    recorder.record(ok(0, 1, 1500, 10));
    recorder.record(ok(0, 1, 2500, 10));
    assertThat(rate(recorder, 1, 3)).isEqualTo(new Known(1.5));
    assertThat(rate(recorder, 1, 3)).isEqualTo(new Known(1.5));
    recorder.record(ok(0, 1, 2600, 10));
    assertThat(rate(recorder, 1, 3)).isEqualTo(new Known(2));
  }

  @Test
  void judgingTakesNothingFromTheResults() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 0, 10));
    recorder.judge(List.of(RATE), 0, 1);
    recorder.judge(List.of(RATE), 0, 2);
    var results = recorder.finish(nanos(2000), Generator.RUNNING);
    assertThat(results.totals().requests()).isEqualTo(1);
    assertThat(results.timeline()).extracting(TimelinePoint::requests).containsExactly(1L, 0L);
  }
}
