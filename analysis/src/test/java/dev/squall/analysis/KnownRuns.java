package dev.squall.analysis;

import dev.squall.sample.Category;
import dev.squall.sample.Iteration;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.ConnectionSettings;
import dev.squall.stats.Generator;
import dev.squall.stats.Recorder;
import dev.squall.stats.Results;
import dev.squall.stats.RunInfo;
import java.time.Instant;
import java.util.List;

/** Results of known samples. */
final class KnownRuns {
  static final Instant STARTED = Instant.parse("2026-11-22T10:00:00Z");

  private static final Outcome TIMED_OUT =
      new Outcome.Failed(Category.TIMEOUT_ERROR, "response_timeout", "no answer within 5 s");

  private KnownRuns() {}

  private static Recorder recorder(String third) {
    return new Recorder(
        new RunInfo(
            "mix",
            "4 users for 2s",
            42,
            4,
            STARTED,
            "http://localhost",
            ConnectionSettings.DEFAULT),
        List.of("shopping", "browsing"),
        List.of(
            new StepInfo("shopping", "login", "POST /auth/login", List.of("status is 200")),
            new StepInfo("shopping", "list", "GET /products", List.of()),
            new StepInfo("browsing", third, "GET /products", List.of("status is 200"))),
        2);
  }

  private static Sample sample(int step, int user, int startMs, double tookMs, Outcome outcome) {
    long start = startMs * 1_000_000L;
    boolean answered = outcome instanceof Outcome.Ok;
    return new Sample(
        Sample.Kind.REQUEST,
        step,
        user,
        7,
        start,
        start + 1_000_000,
        answered ? start + 2_000_000 : -1,
        start + Math.round(tookMs * 1e6),
        answered ? 200 : 0,
        answered,
        true,
        100,
        answered ? 1000 : 0,
        0,
        answered && step != 1,
        outcome);
  }

  /** A run in which nothing ended. */
  static Results empty() {
    return recorder("list").finish(0, Generator.RUNNING);
  }

  /** Ten logins, ten lists of each scenario, the last of them timed out; all slower by a factor. */
  static Results of(double factor) {
    return of(factor, "list");
  }

  /** The same with another name for the last step. */
  static Results of(double factor, String third) {
    var recorder = recorder(third);
    recorder.iterationsScheduled(2);
    recorder.iterationsStarted(2);
    for (int i = 1; i <= 10; i++) {
      recorder.record(sample(0, 1, 100, 10 * i * factor, Outcome.OK));
      recorder.record(sample(1, 2, 900, 20 * i * factor, Outcome.OK));
      recorder.record(
          sample(2, 3, 1100, i == 10 ? 500 : 5 * i * factor, i == 10 ? TIMED_OUT : Outcome.OK));
    }
    recorder.record(new Iteration(0, 1, 3, 0, 50_000_000, 20_000_000, Iteration.End.COMPLETED, -1));
    recorder.record(new Iteration(1, 3, 3, 0, 50_000_000, 20_000_000, Iteration.End.FAILED, 2));
    return recorder.finish(2_000_000_000, Generator.RUNNING);
  }
}
