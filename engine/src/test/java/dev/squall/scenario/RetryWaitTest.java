package dev.squall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryWaitTest {
  private static final Duration WAIT = Duration.ofNanos(100);

  @Test
  void withoutAWordAnAttemptFollowsAtOnce() {
    assertThat(new Retry(3).waitNanos(1, 0.5)).isZero();
    assertThat(new Retry(3).waitNanos(2, 0.5)).isZero();
    assertThat(new Retry(3).attempts()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    // attempt, fixed, linear, exponential
    "1, 100, 100, 100",
    "2, 100, 200, 200",
    "3, 100, 300, 400",
    "4, 100, 400, 800",
    "11, 100, 1100, 102400",
  })
  void waitsGrow(int attempt, long fixed, long linear, long exponential) {
    assertThat(new Retry(20).fixed(WAIT).waitNanos(attempt, 0.9)).isEqualTo(fixed);
    assertThat(new Retry(20).linear(WAIT).waitNanos(attempt, 0.9)).isEqualTo(linear);
    assertThat(new Retry(20).exponential(WAIT).waitNanos(attempt, 0.9)).isEqualTo(exponential);
  }

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 250", "4, 250", "2000, 250", "2000000000, 250"})
  void noWaitIsLongerThanTheLongest(int attempt, long expected) {
    assertThat(new Retry(20).exponential(WAIT).atMost(Duration.ofNanos(250)).waitNanos(attempt, 0))
        .isEqualTo(expected);
  }

  @Test
  void withoutALongestNoWaitIsLongerThanAYear() {
    assertThat(new Retry(2_000).exponential(WAIT).waitNanos(1_500, 0))
        .isEqualTo(Duration.ofDays(365).toNanos());
  }

  @ParameterizedTest
  @CsvSource({
    // jitter, draw, wait of 200
    "0, 0.9, 200",
    "0.5, 0, 200",
    "0.5, 0.5, 150",
    "0.5, 1, 100",
    "1, 0.25, 150",
    "1, 0.999, 0",
  })
  void jitterTakesADrawnShareAway(double jitter, double draw, long expected) {
    var retry = new Retry(3).jitter(jitter).linear(WAIT).atMost(Duration.ofNanos(200));

    assertThat(retry.waitNanos(7, draw)).isEqualTo(expected);
  }

  @Test
  void eachWordKeepsWhatTheOthersSaid() {
    assertThat(new Retry(4).jitter(0.2).atMost(Duration.ofSeconds(5)).exponential(WAIT))
        .isEqualTo(new Retry(4, Retry.Backoff.EXPONENTIAL, WAIT, Duration.ofSeconds(5), 0.2));
    assertThat(new Retry(4).linear(WAIT).fixed(WAIT).jitter(1))
        .isEqualTo(new Retry(4, Retry.Backoff.FIXED, WAIT, Duration.ofDays(365), 1));
  }
}
