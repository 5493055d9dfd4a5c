package dev.squall.analysis;

import static dev.squall.Squall.maxTime;
import static dev.squall.Squall.meanTime;
import static dev.squall.Squall.p50;
import static dev.squall.Squall.p99;
import static dev.squall.analysis.Analysis.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.analysis.Why.Share;
import dev.squall.problem.ProblemException;
import dev.squall.sample.Category;
import dev.squall.sample.Delays;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.Breakdown.Part;
import dev.squall.stats.ConnectionSettings;
import dev.squall.stats.Generator;
import dev.squall.stats.Latencies;
import dev.squall.stats.Recorder;
import dev.squall.stats.Results;
import dev.squall.stats.RunInfo;
import dev.squall.stats.Stall;
import dev.squall.stats.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhyTest {
  private static final int MILLI = 1_000_000;
  private static final Outcome TIMED_OUT =
      new Outcome.Failed(Category.TIMEOUT_ERROR, "response_timeout", "no answer within 900 ms");

  private final Recorder recorder =
      new Recorder(
          new RunInfo(
              "shopping",
              "20 users for 2s",
              42,
              20,
              Instant.EPOCH,
              "http://localhost",
              ConnectionSettings.DEFAULT),
          List.of("shopping"),
          List.of(
              new StepInfo("shopping", "login", "POST /login", List.of()),
              new StepInfo("shopping", "checkout\u001b[2J", "POST /checkout", List.of()),
              new StepInfo("shopping", "never", "GET /never", List.of())),
          2);

  /** Intended at a time; then queue, connecting, 1 ms of our own, the server, and 2 ms of body. */
  private void sample(int step, long at, long queue, long connect, long server, Outcome outcome) {
    long started = at + queue + connect + 1;
    boolean answered = outcome instanceof Outcome.Ok;
    recorder.record(
        new Sample(
            Sample.Kind.REQUEST,
            step,
            1,
            at,
            at * MILLI,
            started * MILLI,
            answered ? (started + server) * MILLI : -1,
            (started + server + (answered ? 2 : 0)) * MILLI,
            answered ? 200 : 0,
            answered,
            true,
            1,
            1,
            0,
            false,
            new Delays(queue * MILLI, 0, 0, 0, connect * MILLI, 0),
            outcome));
  }

  private Results results(Stall... stalls) {
    return recorder.finish(
        2000L * MILLI,
        new Generator(
            1,
            1,
            Generator.GcPauses.NONE,
            Optional.empty(),
            Latencies.NONE,
            Latencies.NONE,
            Latencies.NONE,
            Generator.InFlight.NONE,
            0,
            Verdict.TRUSTED,
            List.of(),
            List.of(stalls)));
  }

  @Test
  void theSlowOnesAreThoseBeyondThePercentileAndTheirPartsAddUp() {
    for (int i = 0; i < 99; i++) {
      sample(0, i, 0, 0, 5, Outcome.OK);
    }
    sample(0, 1000, 40, 0, 300, Outcome.OK);
    var why = why(results(), p99(), "login");
    // 99 of 100 stay within 8 ms: those beside it are as slow as the percentile says.
    assertThat(why.slow()).hasSize(20);
    var one = why(results(), maxTime(), "login");
    assertThat(one.slow()).hasSize(1);
    assertThat(one.beyond()).isEqualTo(1);
    assertThat(one.mostly()).isEqualTo(Part.SERVER);
    assertThat(one.parts())
        .extracting(Share::part)
        .startsWith(Part.SERVER, Part.QUEUE, Part.BODY, Part.SCHEDULER);
    assertThat(one.parts().stream().mapToLong(Share::micros).sum()).isEqualTo(343_000);
    assertThat(one.totalMicros()).isEqualTo(343_000);
    assertThat(one.parts().get(1)).isEqualTo(new Share(Part.QUEUE, 40_000, 40, 40.0 / 343));
  }

  @Test
  void ofAllStepsTheSlowestAreTakenWhicheverTheyBelongTo() {
    sample(0, 0, 0, 0, 100, Outcome.OK);
    sample(1, 0, 0, 200, 1, Outcome.OK);
    var why = why(results(), p50());
    assertThat(why.slow()).extracting(Why.Slow::step).containsExactly("checkout\u001b[2J", "login");
    assertThat(why.mostly()).isEqualTo(Part.CONNECT);
  }

  @Test
  void whatHappenedMeanwhileStandsBesideIt() {
    recorder.mark(100L * MILLI, "before");
    recorder.mark(600L * MILLI, "deployed\u001b[2J v2");
    recorder.mark(900L * MILLI, "after");
    sample(0, 500, 0, 0, 200, Outcome.OK);
    var during = new Stall(0.69, 40, true);
    var scheduler = new Stall(0.45, 60, false);
    var why = why(results(during, scheduler, new Stall(0.1, 20, true)), maxTime(), "login");
    assertThat(why.slow().getFirst().stalls()).containsExactly(during, scheduler);
    assertThat(why.slow().getFirst().marks())
        .extracting(mark -> mark.seconds())
        .containsExactly(0.6);
    assertThat(why.toString())
        .contains("this process stood still for 40 ms at 0.690 s")
        .contains("our scheduler was 60 ms late at 0.450 s")
        .contains("mark at 0.6 s: deployed [2J v2")
        .doesNotContain("\u001b");
  }

  @Test
  void aTimeOutIsExplainedAsFarAsItLasted() {
    sample(0, 0, 100, 0, 799, TIMED_OUT);
    var why = why(results(), p99(), "login");
    assertThat(why)
        .asString()
        .contains(
            "p99 of login is ≥ 900 ms: of the 1 request at or beyond it, all are explained here")
        .contains("response_timeout");
    assertThat(why.totalMicros()).isEqualTo(900_000);
  }

  @Test
  void whatWasNotMeasuredIsNotExplained() {
    assertThat(why(results(), p99(), "never"))
        .hasToString("  never: no request was measured, so there is nothing to explain\n");
    assertThat(why(results(), p99()).slow()).isEmpty();
  }

  @Test
  void aStepThatIsNotThereIsAProblemThatNamesThoseThatAre() {
    sample(0, 0, 0, 0, 1, Outcome.OK);
    var results = results();
    assertThatThrownBy(() -> why(results, p99(), "logn"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("there is no step logn")
        .hasMessageContaining("login");
  }

  @Test
  void aMeanHasNoRequestsBeyondIt() {
    var results = results();
    assertThatThrownBy(() -> why(results, meanTime()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no requests lie beyond the mean time");
  }
}
