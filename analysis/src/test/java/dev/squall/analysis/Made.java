package dev.squall.analysis;

import dev.squall.sample.Category;
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

/** Results of runs that nobody ran, request by request. */
final class Made {
  private static final Outcome FAILED =
      new Outcome.Failed(Category.CHECK_FAILED, "check_failed", "status was 500");
  private static final Outcome TIMED_OUT =
      new Outcome.Failed(Category.TIMEOUT_ERROR, "response_timeout", "no answer within 5 s");

  private final Recorder recorder;
  private final List<String> steps;

  private Made(String load, List<String> steps) {
    this.steps = steps;
    this.recorder =
        new Recorder(
            new RunInfo("shopping", load, 42, 20, Instant.EPOCH, "", ConnectionSettings.DEFAULT),
            List.of("shopping"),
            steps.stream()
                .map(name -> new StepInfo("shopping", name, "GET /" + name, List.of()))
                .toList(),
            1);
  }

  static Made run(String... steps) {
    return new Made("20 users for 30s", List.of(steps));
  }

  static Made under(String load, String... steps) {
    return new Made(load, List.of(steps));
  }

  /** An answer that came at this second after so long. */
  Made ok(String step, double second, double ms) {
    return add(step, second, ms, true, Outcome.OK);
  }

  /** An answer that a check refused. */
  Made failed(String step, double second, double ms) {
    return add(step, second, ms, true, FAILED);
  }

  /** No answer for so long. */
  Made timedOut(String step, double second, double ms) {
    return add(step, second, ms, false, TIMED_OUT);
  }

  /** So many lognormal times around a median in each second, sigma 0.5. */
  Made noise(String step, int seconds, int perSecond, double medianMs, Random random) {
    for (int i = 0; i < seconds * perSecond; i++) {
      double ms = medianMs * Math.exp(0.5 * random.nextGaussian());
      ok(step, (i + 0.5) / perSecond, ms);
    }
    return this;
  }

  private Made add(String step, double second, double ms, boolean answered, Outcome outcome) {
    long ended = Math.round(second * 1e9);
    long began = ended - Math.round(ms * 1e6);
    recorder.record(
        new Sample(
            Sample.Kind.REQUEST,
            steps.indexOf(step),
            1,
            7,
            began,
            began,
            answered ? ended : -1,
            ended,
            answered ? 200 : 0,
            answered,
            true,
            100,
            1000,
            0,
            false,
            outcome));
    return this;
  }

  Results after(double seconds) {
    return after(seconds, Verdict.TRUSTED);
  }

  Results after(double seconds, Verdict verdict, String... reasons) {
    return recorder.finish(
        Math.round(seconds * 1e9),
        new Generator(
            1,
            100,
            GcPauses.NONE,
            Optional.empty(),
            Latencies.NONE,
            Latencies.NONE,
            Latencies.NONE,
            InFlight.NONE,
            0,
            verdict,
            List.of(reasons)));
  }
}
