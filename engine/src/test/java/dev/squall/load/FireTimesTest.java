package dev.squall.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.draw.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Arrival i is intended when the integral of the rate comes to i: half a nanosecond before its time
 * the exact integral is not beyond i, half a nanosecond after it not below.
 */
class FireTimesTest {
  /** Half a nanosecond, and the rounding of a double. */
  private static final BigDecimal HALF = new BigDecimal("0.51");

  private static Duration s(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private static ArrivalRate rate(double perSecond) {
    return new ArrivalRate(perSecond);
  }

  static List<Arguments> loads() {
    return List.of(
        Arguments.of(rate(50).during(s(30)), new ExactCount().hold("50", "30")),
        Arguments.of(rate(7.7).during(s(3600)), new ExactCount().hold("7.7", "3600")),
        Arguments.of(rate(0).rampTo(1000, s(600)), new ExactCount().ramp("0", "1000", "600")),
        Arguments.of(rate(1000).rampTo(0, s(600)), new ExactCount().ramp("1000", "0", "600")),
        Arguments.of(rate(10).rampTo(33.3, s(12.5)), new ExactCount().ramp("10", "33.3", "12.5")),
        Arguments.of(rate(33.3).rampTo(10, s(12.5)), new ExactCount().ramp("33.3", "10", "12.5")),
        Arguments.of(rate(5).rampTo(5, s(7)), new ExactCount().hold("5", "7")),
        Arguments.of(
            rate(100).wave(1000, s(600), s(3600)),
            new ExactCount().wave("100", "1000", "600", "3600")),
        Arguments.of(
            rate(0).wave(100, s(10), s(34)), new ExactCount().wave("0", "100", "10", "34")),
        Arguments.of(
            rate(100).wave(0, s(10), s(34)), new ExactCount().wave("100", "0", "10", "34")),
        Arguments.of(
            rate(0).wave(0.5, s(60), s(600)), new ExactCount().wave("0", "0.5", "60", "600")),
        Arguments.of(
            rate(90).wave(20, s(0.7), s(1.3)), new ExactCount().wave("90", "20", "0.7", "1.3")),
        Arguments.of(
            rate(100)
                .during(s(10))
                .jumpTo(300, s(10))
                .rampTo(0, s(5))
                .hold(s(3))
                .rampTo(0.3, s(1))
                .hold(s(100)),
            new ExactCount()
                .hold("100", "10")
                .hold("300", "10")
                .ramp("300", "0", "5")
                .hold("0", "3")
                .ramp("0", "0.3", "1")
                .hold("0.3", "100")),
        Arguments.of(
            rate(20_000).during(s(86_400)).jumpTo(0.1, s(1000)),
            new ExactCount().hold("20000", "86400").hold("0.1", "1000")),
        Arguments.of(
            rate(10).during(s(20)).spike(500, s(7.5), s(2)),
            new ExactCount().hold("10", "7.5").hold("500", "2").hold("10", "10.5")),
        Arguments.of(
            rate(0).rampTo(100, s(10)).spike(500, s(2.5), s(5)),
            new ExactCount().ramp("0", "25", "2.5").hold("500", "5").ramp("75", "100", "2.5")),
        Arguments.of(
            rate(10).during(s(5)).rampUp(s(2)).rampDown(s(4)),
            new ExactCount().ramp("0", "10", "2").hold("10", "5").ramp("10", "0", "4")),
        Arguments.of(
            DailyTraffic.of(10, 50, 150).cycle(s(100)).during(s(130)),
            new ExactCount()
                .ramp("10", "150", "12.5")
                .hold("150", "16.7")
                .ramp("150", "50", "12.5")
                .hold("50", "16.7")
                .ramp("50", "10", "16.7")
                .hold("10", "24.9")
                .ramp("10", "150", "12.5")
                .hold("150", "16.7")
                .ramp("150", "143.6", "0.8")),
        Arguments.of(
            DailyTraffic.of(10, 50, 150).longSlopes().cycle(s(100)).during(s(100)),
            new ExactCount()
                .ramp("10", "150", "20")
                .hold("150", "10")
                .ramp("150", "50", "20")
                .hold("50", "10")
                .ramp("50", "10", "20")
                .hold("10", "20")),
        Arguments.of(
            new StepUp(100, 50, s(3)).upTo(220),
            new ExactCount().hold("100", "3").hold("150", "3").hold("200", "3")));
  }

  @ParameterizedTest
  @MethodSource("loads")
  void everyArrivalIsIntendedWhenTheIntegralComesToIt(OpenLoad load, ExactCount exact) {
    var pacer = load.pacer(42);
    long arrivals = exact.total().setScale(0, RoundingMode.CEILING).longValueExact();

    assertThat(pacer.dueBy(Long.MAX_VALUE)).isEqualTo(arrivals);
    assertThat(pacer.intendedNanos(arrivals)).isEqualTo(Pacer.NEVER);
    assertThat(pacer.intendedNanos(arrivals - 1)).isLessThan(load.curve().endNanos());
    LongStream.iterate(0, i -> i < arrivals, i -> i + 1 + arrivals / 300)
        .forEach(i -> isReached(pacer.intendedNanos(i), BigDecimal.valueOf(i), exact));
    isReached(pacer.intendedNanos(arrivals - 1), BigDecimal.valueOf(arrivals - 1), exact);
  }

  private static void isReached(long nanos, BigDecimal number, ExactCount exact) {
    var time = BigDecimal.valueOf(nanos);
    assertThat(exact.upTo(time.subtract(HALF))).isLessThanOrEqualTo(number);
    assertThat(exact.upTo(time.add(HALF))).isGreaterThanOrEqualTo(number);
  }

  @ParameterizedTest
  @MethodSource("loads")
  void aPoissonArrivalIsIntendedWhenTheIntegralComesToTheSumOfItsGaps(
      OpenLoad load, ExactCount exact) {
    var pacer = load.poisson().pacer(7);
    var total = exact.total();
    var sum = BigDecimal.ZERO;
    for (long i = 0; i < 1500; i++) {
      sum = sum.add(new BigDecimal(Draws.exponential(Draws.bits(7, i, Draws.GAP, 0))));
      if (sum.compareTo(total) >= 0) {
        assertThat(pacer.intendedNanos(i)).isEqualTo(Pacer.NEVER);
        assertThat(pacer.dueBy(Long.MAX_VALUE)).isEqualTo(i);
        break;
      }
      isReached(pacer.intendedNanos(i), sum, exact);
    }
  }

  @Test
  void twentyThousandASecondAreTwentyThousandInEverySecond() {
    var pacer = rate(20_000).during(Duration.ofHours(3)).pacer(42);
    for (long second = 0; second < 10_800; second++) {
      assertThat(pacer.dueBy((second + 1) * 1_000_000_000 - 1)).isEqualTo((second + 1) * 20_000);
    }
    assertThat(pacer.intendedNanos(215_999_999)).isEqualTo(10_799_999_950_000L);
  }

  @Test
  void nothingIsIntendedWhereTheRateIsNothing() {
    var pacer = rate(2).during(s(1)).jumpTo(0, s(5)).jumpTo(2, s(1)).pacer(42);

    assertThat(LongStream.range(0, 5).map(pacer::intendedNanos))
        .containsExactly(0L, 500_000_000L, 6_000_000_000L, 6_500_000_000L, Pacer.NEVER);
    assertThat(pacer.dueBy(5_999_999_999L)).isEqualTo(2);
    assertThat(pacer.dueBy(6_000_000_000L)).isEqualTo(3);
  }

  @Test
  void theFirstArrivalWaitsForARateThatBeginsWithNothing() {
    var pacer = rate(0).during(s(3)).jumpTo(1, s(2)).pacer(42);

    assertThat(LongStream.range(0, 3).map(pacer::intendedNanos))
        .containsExactly(3_000_000_000L, 4_000_000_000L, Pacer.NEVER);
    assertThat(pacer.dueBy(2_999_999_999L)).isZero();
  }

  @Test
  void aRampFromNothingBeginsAtOnceAndFollowsTheRoot() {
    var up = rate(0).rampTo(10, s(2)).pacer(42);
    var down = rate(10).rampTo(0, s(2)).pacer(42);

    // N(t) = 5t²/2 = i, and the same backwards from the end.
    assertThat(LongStream.range(0, 11).map(up::intendedNanos))
        .containsExactly(
            0L,
            632_455_532L,
            894_427_191L,
            1_095_445_115L,
            1_264_911_064L,
            1_414_213_562L,
            1_549_193_338L,
            1_673_320_053L,
            1_788_854_382L,
            1_897_366_596L,
            Pacer.NEVER);
    assertThat(LongStream.range(0, 3).map(down::intendedNanos))
        .containsExactly(0L, 102_633_404L, 211_145_618L);
    assertThat(down.intendedNanos(9)).isEqualTo(1_367_544_468L);
    assertThat(down.intendedNanos(10)).isEqualTo(Pacer.NEVER);
  }

  @Test
  void aWaveRunsAtItsMeanOverAPeriodAndIsSlowAtItsTrough() {
    var pacer = rate(0).wave(100, s(10), s(20)).pacer(42);

    assertThat(pacer.dueBy(Long.MAX_VALUE)).isEqualTo(1000);
    assertThat(pacer.intendedNanos(0)).isZero();
    assertThat(pacer.intendedNanos(250)).isEqualTo(5_000_000_000L);
    assertThat(pacer.intendedNanos(500)).isEqualTo(10_000_000_000L);
    assertThat(pacer.intendedNanos(750)).isEqualTo(15_000_000_000L);
    // The quarter: 50 · 2.5 − 50 · 10 / 2π = 45.42…
    assertThat(pacer.dueBy(2_500_000_000L)).isEqualTo(46);
  }

  @Test
  void compressionDividesTheTimesAndKeepsTheRates() {
    var day = DailyTraffic.of(10, 50, 150).during(Duration.ofHours(24));
    var fast = day.compressed(60);
    var asLong = DailyTraffic.of(10, 50, 150).cycle(Duration.ofMinutes(24));

    assertThat(fast.curve().endNanos()).isEqualTo(Duration.ofMinutes(24).toNanos());
    var pacer = fast.pacer(42);
    var same = asLong.during(Duration.ofMinutes(24)).pacer(42);
    assertThat(pacer.dueBy(Long.MAX_VALUE)).isEqualTo(same.dueBy(Long.MAX_VALUE));
    for (long i = 0; i < pacer.dueBy(Long.MAX_VALUE); i += 997) {
      assertThat(pacer.intendedNanos(i)).isEqualTo(same.intendedNanos(i));
    }
    assertThat(fast.curve().level(Duration.ofMinutes(4).toNanos())).isEqualTo(150);
  }

  @Test
  void compressionReachesEveryTimeThereIs() {
    var load =
        rate(10)
            .during(s(20))
            .rampTo(30, s(10))
            .wave(60, s(4), s(8))
            .spike(99, s(2), s(4))
            .compressed(2);

    assertThat(load.curve().endNanos()).isEqualTo(s(19).toNanos());
    assertThat(load.curve().level(s(0.999).toNanos())).isEqualTo(10);
    assertThat(load.curve().level(s(1).toNanos())).isEqualTo(99);
    assertThat(load.curve().level(s(2.999).toNanos())).isEqualTo(99);
    assertThat(load.curve().level(s(3).toNanos())).isEqualTo(10);
    assertThat(load.curve().level(s(12.5).toNanos())).isEqualTo(20);
    assertThat(load.curve().level(s(16).toNanos())).isEqualTo(60);
    assertThat(new StepUp(1, 1, s(4)).upTo(3).compressed(4).curve().endNanos())
        .isEqualTo(s(3).toNanos());
    assertThat(rate(1).during(Duration.ofNanos(7)).compressed(2).curve().endNanos()).isEqualTo(4);
  }
}
