package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.load.StepUp;
import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.ConnectionSettings;
import dev.squall.stats.Recorder;
import dev.squall.stats.RunInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Goals are held against the whole seconds of the stage, from the fifth on or at its end. */
class UntilGoalsTest {
  private static final long SECOND = 1_000_000_000;
  private static final Goal FAILING =
      new Goal(Metric.ERROR_RATE, Optional.empty(), Comparison.ABOVE, .5);

  private final AtomicLong now = new AtomicLong();
  private final LoadClock clock = new LoadClock(now::get);
  private final Recorder recorder =
      new Recorder(
          new RunInfo("s", "load", 1, 0, Instant.EPOCH, "", ConnectionSettings.DEFAULT),
          List.of("s"),
          List.of(new StepInfo("s", "get", "GET /", List.of())),
          1);

  private void requestAt(double second, boolean ok) {
    long end = Math.round(second * SECOND);
    recorder.record(
        new Sample(
            Sample.Kind.REQUEST,
            0,
            1,
            0,
            end - 1000,
            end - 1000,
            end - 500,
            end,
            ok ? 200 : 500,
            true,
            true,
            10,
            10,
            0,
            true,
            ok ? Outcome.OK : new Outcome.Failed(Category.SERVER_ERROR, "status_500", "")));
  }

  private UntilGoals goals(long everySeconds, Goal... goals) {
    var curve = new StepUp(100, 50, Duration.ofSeconds(everySeconds)).upTo(1000).curve();
    return new UntilGoals(
        List.of(goals),
        recorder,
        at ->
            new StageNow(
                curve.stageStart(at), curve.stageEnd(at), Math.round(curve.level(at)) + "/s"),
        clock);
  }

  @Test
  void aStageIsJudgedFromItsFifthSecondOn() {
    var until = goals(30, FAILING);
    requestAt(.5, false);

    for (long second = 0; second < 5; second++) {
      assertThat(until.reason(second)).isEmpty();
    }
    assertThat(until.reason(5)).contains("stopped at 100/s: error rate was 100 %, above 50 %");
  }

  @Test
  void whatEndedInAnEarlierStageEndsNothing() {
    var until = goals(10, FAILING);
    for (int i = 0; i < 10; i++) {
      requestAt(i + .5, true);
    }
    requestAt(9.9, false);
    requestAt(10.5, false);
    requestAt(15.5, false);

    for (long second = 1; second <= 14; second++) {
      assertThat(until.reason(second)).as("at " + second).isEmpty();
    }
    assertThat(until.reason(15)).contains("stopped at 150/s: error rate was 100 %, above 50 %");
  }

  @Test
  void whatIsRecordedAMomentLateIsSeenTheNextSecond() {
    var until = goals(30, FAILING);
    requestAt(.5, true);
    assertThat(until.reason(5)).isEmpty();
    requestAt(4.999, false);
    requestAt(4.999, false);
    requestAt(5.5, true);
    assertThat(until.reason(6)).isEmpty();
    requestAt(5.9, false);
    assertThat(until.reason(7)).contains("stopped at 100/s: error rate was 60 %, above 50 %");
  }

  @Test
  void aShortStageIsJudgedAtItsEnd() {
    var until = goals(2, FAILING);
    requestAt(.5, false);
    assertThat(until.reason(1)).isEmpty();
    assertThat(until.reason(2)).contains("stopped at 100/s: error rate was 100 %, above 50 %");
  }

  @Test
  void aShortStageThatEndsBetweenTwoSecondsIsJudgedAtTheNext() {
    var curveOf25 = new StepUp(100, 50, Duration.ofMillis(2500)).upTo(1000).curve();
    var until =
        new UntilGoals(
            List.of(FAILING),
            recorder,
            at -> new StageNow(curveOf25.stageStart(at), curveOf25.stageEnd(at), "there"),
            clock);
    requestAt(1.5, false);
    requestAt(2.2, true);
    requestAt(2.7, true);
    assertThat(until.reason(1)).isEmpty();
    assertThat(until.reason(2)).isEmpty();
    assertThat(until.reason(3)).contains("stopped at there: error rate was 100 %, above 50 %");
  }

  @Test
  void ofAStageOnlyItsWholeSecondsAreJudged() {
    var curve = new StepUp(100, 50, Duration.ofMillis(1900)).upTo(1000).curve();
    var until =
        new UntilGoals(
            List.of(FAILING),
            recorder,
            at -> new StageNow(curve.stageStart(at), curve.stageEnd(at), "there"),
            clock);
    // From 1.9 s to 3.8 s there is the whole second from 2 to 3 alone.
    requestAt(1.95, false);
    requestAt(2.5, true);
    requestAt(3.5, false);
    requestAt(3.6, false);
    for (long second = 0; second <= 4; second++) {
      assertThat(until.reason(second)).as("at " + second).isEmpty();
    }
  }

  @Test
  void whatWasJudgedAtItsEndIsNotJudgedAgain() {
    var until = goals(5, FAILING);
    requestAt(.5, true);
    for (long second = 1; second <= 5; second++) {
      assertThat(until.reason(second)).isEmpty();
    }
    requestAt(4.9, false);
    requestAt(4.9, false);
    assertThat(until.reason(6)).isEmpty();
  }

  @Test
  void pausesMoveTheStages() {
    var until = goals(10, FAILING);
    requestAt(8.5, false);
    now.set(4 * SECOND);
    clock.pause();
    assertThat(until.reason(5)).isEmpty();
    now.set(24 * SECOND);
    clock.resume();
    requestAt(31.5, false);
    assertThat(until.reason(31)).isEmpty();
    assertThat(until.reason(35)).contains("stopped at 150/s: error rate was 100 %, above 50 %");
  }

  @Test
  void anyGoalEndsTheLoadAndNoneNever() {
    var rate = new Goal(Metric.REQUEST_RATE, Optional.of("get"), Comparison.AT_LEAST, .2);
    requestAt(.5, true);
    assertThat(goals(30, FAILING, rate).reason(5))
        .contains("stopped at 100/s: request rate of get was 0.2/s, at least 0.2/s");
    assertThat(goals(30).reason(5)).isEmpty();
  }
}
