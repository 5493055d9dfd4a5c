package dev.squall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Metric;
import dev.squall.stats.Latencies;
import dev.squall.stats.TimelinePoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short and repeatable part of bench/compare-simulation: seconds that resemble each other. */
class FalseAlarmTest {

  private static boolean alarms(Metric metric, Seconds first, Seconds second) {
    var contrast = TwoRuns.weigh(metric, first, second, 1).contrast().orElseThrow();
    boolean alarm = contrast.chance() < 0.05;
    assertThat(contrast.low() > 0 || contrast.high() < 0).isEqualTo(alarm);
    return alarm;
  }

  private static double[] wave(int seconds, double correlation, Random random) {
    double[] wave = new double[seconds];
    double value = random.nextGaussian();
    for (int i = 0; i < seconds; i++) {
      wave[i] = value;
      value =
          correlation * value + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
    }
    return wave;
  }

  /** Counts alone: a thousand requests a second, some of them failed. */
  private static Seconds counted(double correlation, double perSecond, Random random) {
    double[] rates = wave(60, correlation, random);
    double[] troubles = wave(60, correlation, random);
    var points = new ArrayList<TimelinePoint>();
    for (int s = 0; s < 60; s++) {
      long requests = Math.round(perSecond * Math.exp(0.1 * rates[s]));
      long failed = Math.round(requests * 0.05 * Math.exp(0.3 * troubles[s]));
      points.add(
          new TimelinePoint(
              s, 1, requests, requests - failed, failed, 0, 1, 0, Latencies.NONE, 0, 0, List.of()));
    }
    return Seconds.of(points, 60, Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"REQUEST_RATE, 0", "REQUEST_RATE, 0.5", "ERROR_RATE, 0", "ERROR_RATE, 0.5"})
  void oneOfTwentyPairsThatAreAlikeIsAFalseAlarm(Metric metric, double correlation) {
    var random = new Random(11);
    int alarms = 0;
    for (int pair = 0; pair < 200; pair++) {
      var first = counted(correlation, 1000, random);
      alarms += alarms(metric, first, counted(correlation, 1000, random)) ? 1 : 0;
    }
    assertThat(alarms / 200.0).isBetween(0.02, 0.085);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.5"})
  void whatWouldShowFourTimesInFiveDoes(double correlation) {
    var random = new Random(12);
    var smallest = new Moments();
    for (int pair = 0; pair < 50; pair++) {
      var first = counted(correlation, 1000, random);
      var second = counted(correlation, 1000, random);
      var weighed = TwoRuns.weigh(Metric.REQUEST_RATE, first, second, 1);
      smallest.add(weighed.contrast().orElseThrow().smallest());
    }
    int shown = 0;
    for (int pair = 0; pair < 200; pair++) {
      var first = counted(correlation, 1000, random);
      var second = counted(correlation, 1000 * Math.exp(smallest.mean()), random);
      shown += alarms(Metric.REQUEST_RATE, first, second) ? 1 : 0;
    }
    assertThat(shown / 200.0).isBetween(0.7, 0.9);
  }

  private static Seconds timed(double medianMs, Random random) {
    var made = Made.run("list");
    double[] moods = wave(20, 0.3, random);
    for (int i = 0; i < 20 * 15; i++) {
      double ms = medianMs * Math.exp(0.15 * moods[i / 15] + 0.5 * random.nextGaussian());
      made.ok("list", (i + 0.5) / 15, ms);
    }
    return Seconds.of(made.after(20).timeline(), 20, Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0.15", "1.6, 0.7, 1"})
  void aPercentileIsHeldAgainstTheSecondsItComesFrom(double factor, double least, double most) {
    var random = new Random(13);
    int alarms = 0;
    for (int pair = 0; pair < 40; pair++) {
      alarms += alarms(Metric.P95, timed(20, random), timed(20 * factor, random)) ? 1 : 0;
    }
    assertThat(alarms / 40.0).isBetween(least, most);
  }
}
