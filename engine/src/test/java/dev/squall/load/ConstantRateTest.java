package dev.squall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arrival i is intended at i / rate seconds, rounded to the nanosecond, as long as that is before
 * the end.
 */
class ConstantRateTest {
  private static final long SECOND = 1_000_000_000;

  private static Pacer pacer(double rate, Duration during) {
    return new ArrivalRate(rate).during(during).pacer(42);
  }

  private static long arrivals(Pacer pacer) {
    return pacer.dueBy(Long.MAX_VALUE);
  }

  private static long exact(String rate, long arrival) {
    return BigDecimal.valueOf(arrival)
        .multiply(BigDecimal.valueOf(SECOND))
        .divide(new BigDecimal(rate), MathContext.DECIMAL128)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "7.7", "20000", "0.1", "1", "0.3", "333.333", "1000000000"})
  void everyArrivalIsIntendedToTheNanosecond(String rate) {
    var pacer = pacer(Double.parseDouble(rate), Duration.ofDays(365));
    for (long arrival = 0; arrival < 100_000; arrival++) {
      assertThat(pacer.intendedNanos(arrival)).isEqualTo(exact(rate, arrival));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "7.7", "20000", "333.333"})
  void nothingAddsUpOverAYear(String rate) {
    var pacer = pacer(Double.parseDouble(rate), Duration.ofDays(365));
    long arrival = (long) (Double.parseDouble(rate) * 365 * 86_400) - 1;
    assertThat(pacer.intendedNanos(arrival)).isCloseTo(exact(rate, arrival), within(8L));
  }

  @Test
  void threeASecondFireAtThirds() {
    var pacer = pacer(3, Duration.ofSeconds(1));
    assertThat(pacer.intendedNanos(0)).isZero();
    assertThat(pacer.intendedNanos(1)).isEqualTo(333_333_333);
    assertThat(pacer.intendedNanos(2)).isEqualTo(666_666_667);
    assertThat(pacer.intendedNanos(3)).isEqualTo(Pacer.NEVER);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1000, 3",
    "3, 999, 3",
    "3, 1001, 4",
    "7.7, 10000, 77",
    "7.7, 1000, 8",
    "7.7, 1, 1",
    "20000, 10000, 200000",
    "20000, 30000, 600000",
    "0.1, 10000, 1",
    "0.1, 10001, 2",
    "0.1, 25000, 3",
    "0.1, 1, 1",
    "0.0000001, 1000, 1",
    "50, 30000, 1500",
    "100, 10000, 1000",
    "0.7, 10000, 7",
    "1.1, 10000, 11"
  })
  void theArrivalsAreThoseBeforeTheEnd(double rate, long millis, long arrivals) {
    var pacer = pacer(rate, Duration.ofMillis(millis));
    assertThat(arrivals(pacer)).isEqualTo(arrivals);
    assertThat(pacer.intendedNanos(arrivals - 1)).isLessThan(millis * 1_000_000);
    assertThat(pacer.intendedNanos(arrivals)).isEqualTo(Pacer.NEVER);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 7.7, 20_000, 0.1, 0.9, 1e9, 333.333, 48_611.7})
  void whatIsDueIsWhatIsIntendedAtOrBefore(double rate) {
    var pacer = pacer(rate, Duration.ofHours(20));
    for (long arrival = 0; arrival < 5_000 && arrival < arrivals(pacer); arrival += 1) {
      long intended = pacer.intendedNanos(arrival);
      assertThat(pacer.dueBy(intended)).isEqualTo(arrival + 1);
      assertThat(pacer.dueBy(intended - 1)).isEqualTo(arrival);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 7.7, 20_000, 0.1, 48_611.7})
  void whatIsDueIsConsistentFarFromTheStart(double rate) {
    var pacer = pacer(rate, Duration.ofDays(300));
    for (long arrival = arrivals(pacer) - 100; arrival < arrivals(pacer); arrival++) {
      long intended = pacer.intendedNanos(arrival);
      assertThat(pacer.dueBy(intended)).isEqualTo(arrival + 1);
      assertThat(pacer.dueBy(intended - 1)).isEqualTo(arrival);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 7.7, 20_000, 0.1})
  void arrivalsComeInTheirOrder(double rate) {
    var pacer = pacer(rate, Duration.ofHours(1));
    long before = -1;
    for (long arrival = 0; arrival < Math.min(50_000, arrivals(pacer)); arrival++) {
      assertThat(pacer.intendedNanos(arrival)).isGreaterThan(before);
      before = pacer.intendedNanos(arrival);
    }
  }

  @Test
  void nothingIsDueBeforeTheStartAndNoMoreAfterTheEnd() {
    var pacer = pacer(10, Duration.ofSeconds(2));
    assertThat(pacer.dueBy(-1)).isZero();
    assertThat(pacer.dueBy(0)).isEqualTo(1);
    assertThat(pacer.dueBy(2 * SECOND - 1)).isEqualTo(20);
    assertThat(pacer.dueBy(2 * SECOND)).isEqualTo(20);
    assertThat(pacer.dueBy(Long.MAX_VALUE)).isEqualTo(20);
  }
}
