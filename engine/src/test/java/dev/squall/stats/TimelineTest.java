package dev.squall.stats;

import static dev.squall.stats.Facts.exact;
import static dev.squall.stats.Facts.iteration;
import static dev.squall.stats.Facts.nanos;
import static dev.squall.stats.Facts.ok;
import static dev.squall.stats.Facts.recorder;
import static dev.squall.stats.Facts.silent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.sample.Connections;
import dev.squall.sample.Iteration.End;
import dev.squall.sample.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  @Test
  void aRequestBelongsToTheSecondInWhichItEnded() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 0, 999.999));
    recorder.record(ok(0, 1, 0, 1000));
    recorder.record(ok(0, 1, 900, 100));
    recorder.record(ok(0, 1, 2500, 10));
    assertThat(recorder.finish(nanos(3000), Generator.RUNNING).timeline())
        .extracting(TimelinePoint::requests)
        .containsExactly(1L, 2L, 1L);
  }

  @Test
  void aLateSampleGoesIntoItsOwnSecondEvenAfterATick() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 0, 500));
    recorder.record(ok(0, 1, 3000, 500));
    recorder.record(ok(0, 1, 0, 600));
    recorder.tick(nanos(4000), 1, Connections.NONE);
    recorder.record(ok(0, 1, 0, 700));
    recorder.record(ok(0, 2, 1000, 700));
    assertThat(recorder.finish(nanos(4000), Generator.RUNNING).timeline())
        .extracting(TimelinePoint::requests)
        .containsExactly(3L, 1L, 0L, 1L);
  }

  @Test
  void secondsInWhichNothingEndedStay() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 2000, 500));
    var timeline = recorder.finish(nanos(4200), Generator.RUNNING).timeline();
    assertThat(timeline)
        .extracting(TimelinePoint::startSeconds)
        .containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(timeline.getFirst().p50()).isEqualTo(Estimate.NONE);
  }

  @Test
  void oneStepHasTheSecondsOfTheRunAndItsOwnRequestsOnly() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 0, 500));
    recorder.record(ok(1, 1, 500, 250));
    recorder.record(ok(1, 1, 1500, 100));
    var results = recorder.finish(nanos(2000), Generator.RUNNING);
    var second = results.timeline(results.steps().get(1));
    assertThat(second).extracting(TimelinePoint::requests).containsExactly(1L, 1L);
    assertThat(exact(second.getFirst().p99())).isCloseTo(250, within(0.3));
    assertThat(results.timeline()).extracting(TimelinePoint::requests).containsExactly(2L, 1L);
  }

  @Test
  void whatEndsAfterTheGivenEndIsNotCutOff() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 2000, 500));
    assertThat(recorder.finish(nanos(1000), Generator.RUNNING).timeline()).hasSize(3);
  }

  @Test
  void aPointSumsEverythingOfItsSecond() {
    var recorder = recorder();
    for (int i = 1; i <= 100; i++) {
      recorder.record(ok(i % 3, i, 0, i));
    }
    recorder.record(silent(1, 0, 1, 5, Facts.REFUSED));
    recorder.record(silent(1, 0, 1, 5, Outcome.INTERRUPTED));
    recorder.record(iteration(0, 1, 0, 10, End.COMPLETED));
    recorder.record(iteration(1, 1, 0, 10, End.INTERRUPTED));
    recorder.tick(nanos(500), 3, Connections.NONE);
    recorder.tick(nanos(1000), 7, Connections.NONE);
    recorder.tick(nanos(1001), 5, Connections.NONE);
    var timeline = recorder.finish(nanos(2000), Generator.RUNNING).timeline();
    var point = timeline.getFirst();
    assertThat(point.requests()).isEqualTo(102);
    assertThat(point.ok()).isEqualTo(100);
    assertThat(point.failed()).isEqualTo(1);
    assertThat(point.interrupted()).isEqualTo(1);
    assertThat(point.iterations()).isEqualTo(2);
    assertThat(point.busyUsers()).isEqualTo(7);
    assertThat(point.bytesSent()).isEqualTo(10_200);
    assertThat(point.bytesReceived()).isEqualTo(100_000);
    assertThat(point.widthSeconds()).isEqualTo(1);
    assertThat(exact(point.p50())).isCloseTo(50, within(1.1));
    assertThat(exact(point.p95())).isCloseTo(95, within(1.1));
    assertThat(exact(point.p99())).isCloseTo(99, within(1.1));
    assertThat(timeline.get(1).busyUsers()).isEqualTo(5);
  }

  @Test
  void aWideTimelineHasItsMarksAndItsBusiestMomentsInTheirTenSeconds() {
    // Too little for forty seconds, so that ten are put together.
    var recorder = new Recorder(Facts.INFO, Facts.SCENARIOS, Facts.STEPS, 1, 2_000);
    for (int second = 0; second < 40; second++) {
      recorder.record(ok(0, 1, second * 1000, 10));
      recorder.tick(nanos((second + 1) * 1000), second == 17 ? 9 : 2, Connections.NONE);
    }
    recorder.mark(nanos(19_999), "paused");
    recorder.mark(nanos(20_000), "resumed");
    var timeline = recorder.finish(nanos(40_000), Generator.RUNNING).timeline();

    assertThat(timeline).extracting(TimelinePoint::widthSeconds).containsOnly(10);
    assertThat(timeline).extracting(TimelinePoint::startSeconds).containsExactly(0L, 10L, 20L, 30L);
    assertThat(timeline).extracting(TimelinePoint::requests).containsOnly(10L);
    assertThat(timeline).extracting(TimelinePoint::busyUsers).containsExactly(2, 9, 2, 2);
    assertThat(timeline)
        .extracting(TimelinePoint::marks)
        .containsExactly(List.of(), List.of("paused"), List.of("resumed"), List.of());
  }
}
