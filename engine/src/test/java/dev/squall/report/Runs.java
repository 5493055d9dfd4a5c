package dev.squall.report;

import dev.squall.sample.Category;
import dev.squall.sample.Connections;
import dev.squall.sample.Iteration;
import dev.squall.sample.Opened;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.ConnectionSettings;
import dev.squall.stats.Generator;
import dev.squall.stats.Generator.GcPauses;
import dev.squall.stats.Generator.InFlight;
import dev.squall.stats.Generator.Safepoints;
import dev.squall.stats.Latencies;
import dev.squall.stats.Recorder;
import dev.squall.stats.Results;
import dev.squall.stats.RunInfo;
import dev.squall.stats.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Results of known samples. */
public final class Runs {
  public static final String NASTY = "list \"all\"\u0000\u001b[31m\n\tñ😀";

  private static final Outcome TIMED_OUT =
      new Outcome.Failed(Category.TIMEOUT_ERROR, "response_timeout", "no answer within 5 s");
  static final Generator TRUSTED =
      new Generator(
          1.5,
          375,
          new GcPauses(3, 12.25, 8),
          Optional.of(new Safepoints(5, 14.5)),
          Latencies.NONE,
          Latencies.NONE,
          Latencies.NONE,
          new InFlight(1.25, 1.5, 200),
          1 << 20,
          Verdict.TRUSTED,
          List.of());

  private Runs() {}

  static Recorder recorder(String second) {
    return recorder(second, ConnectionSettings.DEFAULT);
  }

  static Recorder recorder(String second, ConnectionSettings settings) {
    return new Recorder(
        new RunInfo(
            "shopping",
            "20 users for 2s",
            42,
            20,
            Instant.parse("2026-11-22T10:00:00.123456Z"),
            "http://localhost:8089",
            settings),
        List.of("shopping"),
        List.of(
            new StepInfo("shopping", "login", "POST /auth/login", List.of("status is 200")),
            new StepInfo("shopping", second, "GET /products", List.of())),
        2);
  }

  static Sample sample(int step, int user, int startMs, int tookMs, int status, Outcome o) {
    return sample(Sample.Kind.REQUEST, step, user, startMs, tookMs, status, o);
  }

  static Sample sample(
      Sample.Kind kind, int step, int user, int startMs, int tookMs, int status, Outcome o) {
    long start = startMs * 1_000_000L;
    boolean answered = status != 0;
    return new Sample(
        kind,
        step,
        user,
        7,
        start,
        start + 1_000_000,
        answered ? start + 2_000_000 : -1,
        start + tookMs * 1_000_000L,
        status,
        answered,
        true,
        100,
        answered ? 1000 : 0,
        o instanceof Outcome.Ok ? 0 : 1,
        answered && step == 0,
        o);
  }

  private static Iteration iteration(Iteration.End end, int failedStep) {
    return new Iteration(0, 1, 3, 0, 50_000_000, 20_000_000, end, failedStep);
  }

  /** A run in which nothing ended. */
  public static Results empty() {
    return recorder("list").finish(0, TRUSTED);
  }

  /** One answered login, one list that the end cut off, and with it its iteration. */
  public static Results cutOff() {
    var recorder = recorder("list");
    recorder.iterationsScheduled(1);
    recorder.iterationsStarted(1);
    recorder.record(sample(0, 1, 100, 10, 200, Outcome.OK));
    recorder.record(sample(1, 1, 200, 300, 0, Outcome.INTERRUPTED));
    recorder.record(iteration(Iteration.End.INTERRUPTED, -1));
    return recorder.finish(500_000_000, TRUSTED);
  }

  /** All that may be beside the requests: redirects, stale connections, TLS, a proxy. */
  public static Results wholeWire() {
    var recorder =
        recorder(
            "list",
            new ConnectionSettings(
                true, 6, 90, 60, true, true, "shared", 5, "http://me:secret@proxy:3128"));
    recorder.iterationsStarted(1);
    recorder.record(sample(Sample.Kind.HOP, 0, 1, 10, 3, 302, Outcome.OK));
    recorder.record(sample(Sample.Kind.HOP, 0, 1, 20, 5, 302, Outcome.OK));
    recorder.record(sample(Sample.Kind.ATTEMPT, 0, 1, 30, 2, 0, TIMED_OUT));
    recorder.record(sample(0, 1, 10, 40, 200, Outcome.OK));
    for (int i = 1; i <= 10; i++) {
      long millis = i * 1_000_000L;
      recorder.record(new Opened(i, millis, i == 1 ? 20 * millis : 0, millis, 3 * millis, i > 8));
    }
    recorder.tick(1_000_000_000, 2, new Connections(8, 0, 1, 0, 0, 0, 2, 1, 2, 1, 0, 0, 0));
    recorder.tick(
        2_000_000_000, 2, new Connections(10, 1, 1200, 2, 7, 1, 1, 1, 3, 2, 55_000_000, 4, 2));
    return recorder.finish(2_000_000_000, TRUSTED);
  }

  /** Ten logins of 10 to 100 ms by one user, one of them refused, and a time-out by another. */
  public static Results small() {
    return withSecondStep("list");
  }

  /** The same with another name for the second step. */
  public static Results withSecondStep(String name) {
    var recorder = recorder(name);
    recorder.iterationsScheduled(2);
    recorder.iterationsStarted(1);
    recorder.iterationsStarted(1);
    for (int i = 1; i <= 9; i++) {
      recorder.record(sample(0, 1, 100, 10 * i, 200, Outcome.OK));
    }
    recorder.record(
        sample(
            0,
            1,
            100,
            100,
            401,
            new Outcome.Failed(Category.CHECK_FAILED, "check_failed", "status was 401\u001b[2J")));
    recorder.record(sample(1, 2, 0, 1500, 0, TIMED_OUT));
    recorder.record(iteration(Iteration.End.COMPLETED, -1));
    recorder.record(iteration(Iteration.End.FAILED, 1));
    recorder.tick(1_000_000_000, 2, new Connections(2, 0, 9, 1, 0, 0, 1, 1, 2, 1, 3_000_000, 0, 0));
    return recorder.finish(2_000_000_000, TRUSTED);
  }

  /** One request that was answered by a generator that fared like this. */
  static Results by(Latencies wakings, double longestPauseMs, Verdict verdict, String... reasons) {
    var recorder = recorder("list");
    recorder.record(sample(0, 1, 100, 10, 200, Outcome.OK));
    return recorder.finish(
        2_000_000_000,
        new Generator(
            1.5,
            0,
            new GcPauses(1, 60, longestPauseMs),
            Optional.empty(),
            Latencies.NONE,
            wakings,
            Latencies.NONE,
            InFlight.NONE,
            0,
            verdict,
            List.of(reasons)));
  }
}
