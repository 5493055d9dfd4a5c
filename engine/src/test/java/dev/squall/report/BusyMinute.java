package dev.squall.report;

import dev.squall.sample.Category;
import dev.squall.sample.Connections;
import dev.squall.sample.Delays;
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
import dev.squall.stats.Stall;
import dev.squall.stats.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A run with something of everything: two scenarios that share the name of a step, checks,
 * variables, set-up, failures, time-outs, what the end cut off, and a doubt.
 */
public final class BusyMinute {
  /** All that could harm a page, a file or a screen. */
  static final String HOSTILE =
      "=1+1</script><script>alert(1)</script>\"'&<!--]]>,\u0000\u001b[31m\r\n\u202e\u2028 ñ😀";

  private static final Outcome TIMED_OUT =
      new Outcome.Failed(Category.TIMEOUT_ERROR, "response_timeout", "no answer within 2 s");
  private static final double[] MEDIANS = {4, 12, 9, 45, 7};

  private final Random random = new Random(7);
  private final Recorder recorder;

  private BusyMinute(String hostile) {
    recorder =
        new Recorder(
            new RunInfo(
                "day",
                "20 users for 60s",
                42,
                20,
                Instant.parse("2026-11-22T10:00:00.123Z"),
                "http://localhost:8089",
                ConnectionSettings.DEFAULT),
            List.of("shopping", "browsing"),
            List.of(
                new StepInfo(
                    StepInfo.Role.REQUEST,
                    "shopping",
                    "login",
                    "POST /auth/login",
                    List.of("status is 200", "token is there"),
                    List.of(
                        new StepInfo.Captured("id", "jsonPath $.id", false),
                        new StepInfo.Captured("token", "jsonPath $.token", true))),
                new StepInfo("shopping", "list", "GET /products", List.of()),
                new StepInfo("shopping", hostile, "POST /cart?" + hostile, List.of(hostile)),
                new StepInfo("shopping", "checkout", "POST /orders", List.of("status is 201")),
                new StepInfo("browsing", "list", "GET /products", List.of())),
            2);
  }

  /** So many seconds of it. */
  public static Results of(int seconds) {
    return of(seconds, "add to cart");
  }

  /** The same with a name of the reader's choice. */
  public static Results of(int seconds, String name) {
    return new BusyMinute(name).results(seconds);
  }

  private Results results(int seconds) {
    for (int second = 0; second < seconds; second++) {
      for (int i = 0; i < 40; i++) {
        recorder.record(sample(second * 1000.0 + random.nextInt(900)));
      }
      iterations(second * 1000.0);
      recorder.tick(
          nanos(1000.0 * (second + 1)),
          18 + random.nextInt(3),
          new Connections(
              20 + second, 0, 39L * second, second, 0, 0, 0, 0, 20, 5, 9_000_000, 0, 0));
    }
    for (int i = 0; i < 20; i++) {
      recorder.record(new Opened(i, nanos(0.2), nanos(0.3 + i / 20.0), -1, nanos(1), false));
      recorder.captured(i, 0, 0, String.valueOf(1000 + i));
      recorder.captured(i, 0, 1, i == 3 ? null : "token-" + i);
    }
    recorder.record(sample(1, 2, seconds * 1000.0 - 800, 800, 0, Delays.NONE, Outcome.INTERRUPTED));
    recorder.mark(nanos(300.0 * seconds), "database stopped");
    recorder.mark(nanos(400.0 * seconds), "database started <again>");
    return recorder.finish(nanos(1000.0 * seconds + 4), generator());
  }

  private Sample sample(double at) {
    int step = random.nextInt(5);
    int user = 1 + random.nextInt(20);
    double took = MEDIANS[step] * Math.exp(random.nextGaussian() * 0.5);
    return switch (random.nextInt(60)) {
      case 0 -> sample(step, user, at, 2000, 0, Delays.NONE, TIMED_OUT);
      case 1 ->
          sample(
              step,
              user,
              at,
              took,
              503,
              Delays.NONE,
              new Outcome.Failed(Category.SERVER_ERROR, "status_503", "503 " + HOSTILE));
      case 2 ->
          sample(
              step,
              user,
              at,
              took + 300,
              200,
              new Delays(nanos(200), nanos(20), 0, nanos(3), nanos(30), nanos(40)),
              Outcome.OK);
      default -> sample(step, user, at, took, 200, Delays.NONE, Outcome.OK);
    };
  }

  private static Sample sample(
      int step, int user, double at, double took, int status, Delays delays, Outcome outcome) {
    boolean answered = status != 0;
    long started =
        nanos(at + 0.1)
            + delays.queueNanos()
            + delays.retryNanos()
            + delays.dnsNanos()
            + delays.connectNanos()
            + delays.tlsNanos();
    return new Sample(
        Sample.Kind.REQUEST,
        step,
        user,
        user + 20L * Math.round(at / 1000),
        nanos(at),
        started,
        answered ? nanos(at + took) - nanos(0.2) : -1,
        nanos(at + took),
        status,
        answered,
        true,
        120,
        answered ? 900 : 0,
        status == 503 && step != 1 && step != 4 ? 1 : 0,
        answered,
        delays,
        outcome);
  }

  private void iterations(double at) {
    recorder.iterationsScheduled(5);
    recorder.iterationsStarted(4);
    recorder.iterationsDropped(1);
    for (int i = 0; i < 4; i++) {
      boolean failed = i == 3 && random.nextInt(5) == 0;
      recorder.record(
          new Iteration(
              i % 2,
              i + 1,
              i,
              nanos(at),
              nanos(at + 500 + random.nextInt(100)),
              nanos(300),
              failed ? Iteration.End.FAILED : Iteration.End.COMPLETED,
              failed ? 4 : -1));
    }
  }

  private static Generator generator() {
    return new Generator(
        7.25,
        310.5,
        new GcPauses(12, 84.5, 21.5),
        Optional.of(new Safepoints(30, 99.5)),
        Latencies.NONE,
        Latencies.NONE,
        Latencies.NONE,
        new InFlight(2.5, 2.75, 600),
        180 << 20,
        Verdict.SUSPECT,
        List.of("the machine paused for 120 ms at 31.2 s", "less than half a core was free"),
        List.of(new Stall(31.2, 120, true), new Stall(44.75, 35, false)));
  }

  private static long nanos(double ms) {
    return Math.round(ms * 1e6);
  }
}
