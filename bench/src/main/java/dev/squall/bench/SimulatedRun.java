package dev.squall.bench;

import dev.squall.sample.Category;
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
import java.util.Random;

/**
 * A run whose truth is known: lognormal times, a share of failures and a number of requests a
 * second, each of them moved from second to second by a first-order autoregression of its own.
 *
 * @param seconds how long it lasts
 * @param perSecond requests a second, on average
 * @param medianMs median time in milliseconds
 * @param failures the share that fails
 * @param correlation of each second with the one before
 * @param restless standard deviation of the seconds' logarithms
 */
record SimulatedRun(
    int seconds,
    double perSecond,
    double medianMs,
    double failures,
    double correlation,
    double restless) {
  private static final double SIGMA = 0.6;
  private static final double SECOND = 1e9;
  private static final Outcome FAILED =
      new Outcome.Failed(Category.CHECK_FAILED, "check_failed", "status was 500");
  private static final RunInfo INFO =
      new RunInfo("simulated", "simulated", 42, 0, Instant.EPOCH, "", ConnectionSettings.DEFAULT);

  SimulatedRun slower(double factor) {
    return new SimulatedRun(seconds, perSecond, medianMs * factor, failures, correlation, restless);
  }

  SimulatedRun busier(double factor) {
    return new SimulatedRun(seconds, perSecond * factor, medianMs, failures, correlation, restless);
  }

  SimulatedRun failing(double more) {
    return new SimulatedRun(seconds, perSecond, medianMs, failures + more, correlation, restless);
  }

  /** What it looks like this time. */
  Results results(Random random) {
    var recorder =
        new Recorder(
            INFO,
            List.of("simulated"),
            List.of(new StepInfo("simulated", "step", "GET /", List.of())),
            1);
    double[] times = wave(random);
    double[] rates = wave(random);
    double[] troubles = wave(random);
    for (int second = 0; second < seconds; second++) {
      long count = poisson(perSecond * Math.exp(restless * rates[second]), random);
      double failing = failures * Math.exp(restless * troubles[second]);
      for (long i = 0; i < count; i++) {
        double ms = medianMs * Math.exp(restless * times[second] + SIGMA * random.nextGaussian());
        long ended = (long) ((second + (i + 0.5) / count) * SECOND);
        boolean failed = random.nextDouble() < failing;
        recorder.record(sample(ended, (long) (ms * 1e6), failed));
      }
    }
    return recorder.finish((long) (seconds * SECOND), Generator.RUNNING);
  }

  private double[] wave(Random random) {
    double[] wave = new double[seconds];
    double value = random.nextGaussian();
    for (int i = 0; i < seconds; i++) {
      wave[i] = value;
      value =
          correlation * value + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
    }
    return wave;
  }

  /** By counting exponential gaps; means here are a few hundred at most. */
  private static long poisson(double mean, Random random) {
    long count = -1;
    for (double at = 0; at < mean; at += random.nextExponential()) {
      count++;
    }
    return Math.max(0, count);
  }

  private static Sample sample(long ended, long nanos, boolean failed) {
    return new Sample(
        Sample.Kind.REQUEST,
        0,
        1,
        0,
        ended - nanos,
        ended - nanos,
        ended,
        ended,
        failed ? 500 : 200,
        true,
        true,
        100,
        1000,
        0,
        false,
        failed ? FAILED : Outcome.OK);
  }
}
