package dev.squall.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.sample.Outcome;
import dev.squall.stats.Judgement.AtLeast;
import dev.squall.stats.Judgement.Known;
import dev.squall.stats.Judgement.Nothing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

  private static Goal goal(Metric metric, Comparison comparison, double bound) {
    return new Goal(metric, Optional.empty(), comparison, bound);
  }

  private static Goal of(String step, Metric metric, Comparison comparison, double bound) {
    return new Goal(metric, Optional.of(step), comparison, bound);
  }

  private static Judgement judged(Results results, Goal goal) {
    return Judge.judge(results, List.of(goal)).all().getFirst();
  }

  /**
   * A hundred logins of 1 to 100 ms in the first second, then ten lists of 500 ms in the second, of
   * which four failed.
   */
  private static Results results() {
    var recorder = Facts.recorder();
    for (int i = 1; i <= 100; i++) {
      recorder.record(Facts.ok(0, i, 0, i));
    }
    for (int i = 0; i < 10; i++) {
      recorder.record(Facts.sample(1, i, 1000, 1, 500, 500, i < 4 ? Facts.UNWELCOME : Outcome.OK));
    }
    return recorder.finish(4_000_000_000L, Generator.RUNNING);
  }

  @ParameterizedTest
  @CsvSource({
    "P50, 55",
    "P75, 83",
    "P90, 99",
    "P95, 500",
    "P99, 500",
    "P999, 500",
    "MAX_TIME, 500"
  })
  void timesAreThoseOfAllRequests(Metric metric, double ms) {
    var judgement = judged(results(), goal(metric, Comparison.AT_MOST, ms + 1));
    assertThat(judgement.met()).isTrue();
    assertThat(((Known) judgement.actual()).value()).isBetween(ms, ms + 1);
    assertThat(judged(results(), goal(metric, Comparison.BELOW, ms - 1)).met()).isFalse();
    assertThat(judged(results(), goal(metric, Comparison.ABOVE, ms - 1)).met()).isTrue();
  }

  @Test
  void ratesAreOfAllRequestsAndOfTheWholeTime() {
    assertThat(judged(results(), goal(Metric.ERROR_RATE, Comparison.BELOW, .05)).actual())
        .isEqualTo(new Known(4 / 110.0));
    assertThat(judged(results(), goal(Metric.REQUEST_RATE, Comparison.AT_LEAST, 27.5)))
        .isEqualTo(
            new Judgement(
                goal(Metric.REQUEST_RATE, Comparison.AT_LEAST, 27.5), true, new Known(27.5)));
    assertThat(
            ((Known) judged(results(), goal(Metric.MEAN_TIME, Comparison.BELOW, 1)).actual())
                .value())
        .isBetween(91.0, 92.0);
  }

  @Test
  void aStepIsJudgedByItself() {
    assertThat(judged(results(), of("list", Metric.ERROR_RATE, Comparison.BELOW, .5)).actual())
        .isEqualTo(new Known(.4));
    assertThat(judged(results(), of("login", Metric.ERROR_RATE, Comparison.BELOW, .5)).actual())
        .isEqualTo(new Known(0));
    assertThat(judged(results(), of("list", Metric.REQUEST_RATE, Comparison.BELOW, 3)).actual())
        .isEqualTo(new Known(2.5));
    assertThat(judged(results(), of("login", Metric.MAX_TIME, Comparison.BELOW, 150)).met())
        .isTrue();
  }

  @Test
  void aStretchIsJudgedByWhatEndedInIt() {
    var slow = goal(Metric.P50, Comparison.ABOVE, 400);
    assertThat(Judge.judge(results(), 0, 1, List.of(slow)).met()).isFalse();
    assertThat(Judge.judge(results(), 1, 2, List.of(slow)).met()).isTrue();
    assertThat(Judge.judge(results(), 0, 2, List.of(slow)).met()).isFalse();
    var rate = goal(Metric.REQUEST_RATE, Comparison.AT_LEAST, 1);
    assertThat(Judge.judge(results(), 1, 3, List.of(rate)).all().getFirst().actual())
        .isEqualTo(new Known(5));
    assertThat(Judge.judge(results(), 2, 3, List.of(slow)).all().getFirst().actual())
        .isEqualTo(new Nothing());
  }

  @Test
  void aBoundIsJudgedForWhatIsKnownOfIt() {
    var recorder = Facts.recorder();
    recorder.record(Facts.silent(1, 0, 1, 5000, Facts.TIMED_OUT));
    var results = recorder.finish(6_000_000_000L, Generator.RUNNING);
    var below3 = judged(results, goal(Metric.P95, Comparison.BELOW, 3000));
    var below10 = judged(results, goal(Metric.P95, Comparison.BELOW, 10_000));
    var above3 = judged(results, goal(Metric.P95, Comparison.ABOVE, 3000));

    assertThat(below3.actual()).isEqualTo(new AtLeast(5000));
    assertThat(below3.met()).isFalse();
    assertThat(below10.met()).isFalse();
    assertThat(above3.met()).isTrue();
    assertThat(judged(results, goal(Metric.P95, Comparison.ABOVE, 10_000)).met()).isFalse();
    assertThat(below10).hasToString("missed  p95 below 10 s: at least 5 s");
    assertThat(above3).hasToString("met     p95 above 3 s: at least 5 s");
  }

  @Test
  void whatWasNotMeasuredIsMissed() {
    var empty = Facts.recorder().finish(0, Generator.RUNNING);
    for (var metric : Metric.values()) {
      var judgement = judged(empty, goal(metric, Comparison.AT_LEAST, 0));
      assertThat(judgement.met()).isFalse();
      assertThat(judgement.actual()).isEqualTo(new Nothing());
      assertThat(judgement.measured()).isEqualTo("not measured");
    }
    assertThat(judged(results(), of("chekout", Metric.REQUEST_RATE, Comparison.BELOW, 9)).met())
        .isFalse();
  }

  @Test
  void judgementsAreMetTogetherAndPrintALineEach() {
    var good = goal(Metric.ERROR_RATE, Comparison.BELOW, .05);
    var bad = of("list", Metric.REQUEST_RATE, Comparison.ABOVE, 3);
    var judgements = Judge.judge(results(), List.of(good, bad));

    assertThat(judgements.met()).isFalse();
    assertThat(Judge.judge(results(), List.of(good)).met()).isTrue();
    assertThat(Judge.judge(results(), List.of()).met()).isTrue();
    assertThat(judgements)
        .hasToString(
            """
            met     error rate below 5 %: 3.63636 %
            missed  request rate of list above 3/s: 2.5/s
            """);
  }
}
