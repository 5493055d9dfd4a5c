package dev.squall.stats;

import dev.squall.sample.Category;
import dev.squall.sample.Iteration;
import dev.squall.sample.Opened;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Samples and recorders for the tests, times in milliseconds. */
final class Facts {
  static final RunInfo INFO =
      new RunInfo(
          "shopping",
          "20 users for 30s",
          42,
          20,
          Instant.EPOCH,
          "http://localhost",
          ConnectionSettings.DEFAULT);
  static final List<String> SCENARIOS = List.of("shopping", "browsing");
  static final List<StepInfo> STEPS =
      List.of(
          new StepInfo(
              StepInfo.Role.REQUEST,
              "shopping",
              "login",
              "POST /auth/login",
              List.of("status is 200", "token"),
              List.of(
                  new StepInfo.Captured("id", "jsonPath $.id", false),
                  new StepInfo.Captured("token", "jsonPath $.token", true))),
          new StepInfo("shopping", "list", "GET /products", List.of()),
          new StepInfo("browsing", "list", "GET /products", List.of("status is 200")),
          new StepInfo("shopping", "login", "POST /auth/again", List.of("token", "fresh")));
  static final Outcome TIMED_OUT =
      new Outcome.Failed(Category.TIMEOUT_ERROR, "response_timeout", "no answer within 5 s");
  static final Outcome REFUSED =
      new Outcome.Failed(Category.NETWORK_ERROR, "connection_refused", "refused");
  static final Outcome UNWELCOME =
      new Outcome.Failed(Category.CHECK_FAILED, "check_failed", "status was 500");

  static final Outcome BROKEN =
      new Outcome.Failed(Category.NETWORK_ERROR, "stale_connection", "closed while it was idle");

  private static final List<Iteration.End> ENDS = List.of(Iteration.End.values());

  private Facts() {}

  /** Requests of every kind of outcome, over two seconds, and iterations with them. */
  static void record(Recorder recorder, Random random, int count) {
    for (int i = 0; i < count; i++) {
      double took = Math.exp(random.nextGaussian() + 2);
      double start = random.nextInt(2000) - took / 2;
      int user = 1 + random.nextInt(30);
      recorder.record(
          switch (random.nextInt(12)) {
            case 0 -> silent(user, start, 1, took, REFUSED);
            case 1 -> silent(user, start, 1, took, TIMED_OUT);
            case 2 -> silent(user, start, -1, took, Outcome.INTERRUPTED);
            case 3 ->
                checked(sample(2, user, start, 0.5, took, 503, UNWELCOME), random.nextLong(2));
            case 4 -> exchange(Sample.Kind.HOP, random.nextInt(4), user, start, took);
            case 5 -> exchange(Sample.Kind.ATTEMPT, random.nextInt(4), user, start, took);
            default -> ok(random.nextInt(4), user, start, took);
          });
      if (i % 10 == 0) {
        recorder.record(iteration(i / 10 % 2, user, start, took, end(random)));
      }
    }
  }

  static Recorder recorder() {
    return new Recorder(INFO, SCENARIOS, STEPS, 4);
  }

  /** Answered and ok: intended at {@code start}, written 1 ms later, ended after {@code took}. */
  static Sample ok(int step, int user, double start, double took) {
    return sample(step, user, start, 1, took, 200, Outcome.OK);
  }

  /** Not answered; {@code written} after the start, or never where it is negative. */
  static Sample silent(int user, double start, double written, double took, Outcome outcome) {
    return sample(0, user, start, written, took, 0, outcome);
  }

  static Sample sample(
      int step, int user, double start, double written, double took, int status, Outcome outcome) {
    return new Sample(
        Sample.Kind.REQUEST,
        step,
        user,
        7,
        nanos(start),
        written < 0 ? -1 : nanos(start + written),
        -1,
        nanos(start + took),
        status,
        status != 0,
        written >= 0,
        100,
        status == 0 ? 0 : 1000,
        0,
        false,
        outcome);
  }

  static Sample checked(Sample sample, long failedChecks) {
    return new Sample(
        sample.kind(),
        sample.step(),
        sample.user(),
        sample.iteration(),
        sample.intendedNanos(),
        sample.startedNanos(),
        sample.firstByteNanos(),
        sample.endedNanos(),
        sample.status(),
        sample.answered(),
        sample.sent(),
        sample.bytesSent(),
        sample.bytesReceived(),
        failedChecks,
        true,
        sample.outcome());
  }

  /** An exchange of 10 bytes out and 20 in on a request's way: no request of its own. */
  static Sample exchange(Sample.Kind kind, int step, int user, double start, double took) {
    boolean answered = kind == Sample.Kind.HOP;
    return new Sample(
        kind,
        step,
        user,
        7,
        nanos(start),
        nanos(start),
        answered ? nanos(start + took) : -1,
        nanos(start + took),
        answered ? 302 : 0,
        answered,
        true,
        10,
        answered ? 20 : 0,
        0,
        false,
        answered ? Outcome.OK : BROKEN);
  }

  static Opened opened(int user, double dns, double connect, double tls, boolean resumed) {
    return new Opened(
        user, nanos(1), nanos(dns), nanos(connect), tls < 0 ? -1 : nanos(tls), resumed);
  }

  static Iteration iteration(int scenario, int user, double start, double took, Iteration.End end) {
    return new Iteration(
        scenario,
        user,
        3,
        nanos(start),
        nanos(start + took),
        nanos(2),
        end,
        end == Iteration.End.FAILED ? 0 : -1);
  }

  static Iteration.End end(Random random) {
    return ENDS.get(random.nextInt(ENDS.size()));
  }

  static long nanos(double ms) {
    return Math.round(ms * 1e6);
  }

  static Latencies latencies(List<Double> answered, List<Double> censored) {
    var events = new Tally();
    answered.forEach(ms -> events.time(Math.round(ms * 1000)));
    var bounds = new Tally();
    censored.forEach(ms -> bounds.time(Math.round(ms * 1000)));
    return new Latencies(events.counts(), bounds.counts(), 0);
  }

  /** The value where it is exact; fails where it is not. */
  static double exact(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> ms;
      case Estimate.AtLeast _, Estimate.None _ -> throw new AssertionError(estimate);
    };
  }
}
