package dev.squall.chart;

import dev.squall.sample.Category;
import dev.squall.sample.Connections;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.ConnectionSettings;
import dev.squall.stats.Generator;
import dev.squall.stats.Generator.GcPauses;
import dev.squall.stats.Generator.InFlight;
import dev.squall.stats.Latencies;
import dev.squall.stats.Recorder;
import dev.squall.stats.Results;
import dev.squall.stats.RunInfo;
import dev.squall.stats.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Results of runs that had something happen to them. */
final class Stories {
  static final String NASTY = "</script>\"&<\u0007 ' ]]> ñ😀";
  static final Outcome TIMED_OUT =
      new Outcome.Failed(Category.TIMEOUT_ERROR, "response_timeout", "no answer within 5 s");
  private static final Outcome REFUSED =
      new Outcome.Failed(Category.SERVER_ERROR, "status_503", "503");
  private static final double[] MEDIANS = {4, 12, 9, 45};

  private Stories() {}

  static Recorder recorder(String... steps) {
    return new Recorder(
        new RunInfo(
            "shopping",
            "20 users for 60s",
            42,
            20,
            Instant.parse("2026-11-22T10:00:00Z"),
            "http://localhost:8089",
            ConnectionSettings.DEFAULT),
        List.of("shopping"),
        List.of(steps).stream()
            .map(step -> new StepInfo("shopping", step, "GET /" + step.length(), List.of()))
            .toList(),
        2);
  }

  static Results finish(Recorder recorder, double seconds) {
    return recorder.finish(
        nanos(1000 * seconds),
        new Generator(
            1.5,
            375,
            new GcPauses(0, 0, 0),
            Optional.empty(),
            Latencies.NONE,
            Latencies.NONE,
            Latencies.NONE,
            InFlight.NONE,
            1 << 20,
            Verdict.TRUSTED,
            List.of()));
  }

  private static long nanos(double ms) {
    return Math.round(ms * 1e6);
  }

  /** Of the step with this number, begun and ended at these milliseconds of the run. */
  static Sample sample(int step, double startMs, double tookMs, int status, Outcome outcome) {
    return new Sample(
        Sample.Kind.REQUEST,
        step,
        1 + step,
        7,
        nanos(startMs),
        nanos(startMs + 0.1),
        status == 0 ? -1 : nanos(startMs + tookMs * 0.9),
        nanos(startMs + tookMs),
        status,
        status != 0,
        true,
        100,
        status == 0 ? 0 : 1000,
        0,
        false,
        outcome);
  }

  /**
   * A minute with four steps and about eighty requests a second. From 20 s to 26 s nothing answers:
   * the requests time out five seconds later. At 40 s the load grows, and everything slows down.
   */
  static Results outage() {
    return outage(7, 1);
  }

  /** The same with other luck, and slower or faster. */
  static Results outage(long seed, double slower) {
    var random = new Random(seed);
    var recorder = recorder("login", "list products", "add to cart", "checkout");
    for (double at = 0; at < 59_900; at += 1000.0 / (at < 40_000 ? 80 : 120)) {
      int step = random.nextInt(4);
      double load = at < 40_000 ? 1 : 1 + (at - 40_000) / 10_000;
      double took =
          slower * load * MEDIANS[step] * Math.exp(random.nextGaussian() * 0.5)
              + (random.nextInt(200) == 0 ? 400 : 0);
      if (at > 20_000 && at < 26_000) {
        recorder.record(sample(step, at, 5000, 0, TIMED_OUT));
      } else if (random.nextInt(60) == 0) {
        recorder.record(sample(step, at, took, 503, REFUSED));
      } else if (at + took < 60_000) {
        recorder.record(sample(step, at, took, 200, Outcome.OK));
      }
    }
    recorder.mark(nanos(20_000), "database stopped");
    recorder.mark(nanos(26_000), "database started");
    recorder.mark(nanos(40_000), "load raised to 120 per second");
    return finish(recorder, 60.004);
  }

  /** So many seconds with ten requests each, of 10 ms but for one second with one of 900 ms. */
  static Results steady(int seconds, int slowSecond) {
    var recorder = recorder("ping");
    for (int second = 0; second < seconds; second++) {
      for (int i = 0; i < 10; i++) {
        double took = second == slowSecond && i == 0 ? 900 : 10;
        recorder.record(sample(0, second * 1000.0 + i * 9, took, 200, Outcome.OK));
      }
      if (second % 600 == 0) {
        recorder.tick(nanos(second * 1000.0), 1, Connections.NONE);
      }
    }
    return finish(recorder, seconds);
  }
}
