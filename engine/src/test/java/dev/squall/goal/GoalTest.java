package dev.squall.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {

  @ParameterizedTest
  @CsvSource({
    "BELOW, 1, true", "BELOW, 2, false", "BELOW, 3, false",
    "ABOVE, 1, false", "ABOVE, 2, false", "ABOVE, 3, true",
    "AT_MOST, 1, true", "AT_MOST, 2, true", "AT_MOST, 3, false",
    "AT_LEAST, 1, false", "AT_LEAST, 2, true", "AT_LEAST, 3, true"
  })
  void aValueIsHeldAgainstTwo(Comparison comparison, double value, boolean holds) {
    assertThat(comparison.holds(value, 2)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "BELOW, 1, false",
    "BELOW, 3, false",
    "AT_MOST, 1, false",
    "AT_MOST, 3, false",
    "ABOVE, 1, false",
    "ABOVE, 2, false",
    "ABOVE, 3, true",
    "AT_LEAST, 1, false",
    "AT_LEAST, 2, true",
    "AT_LEAST, 3, true"
  })
  void aLeastValueSaysOnlyWhatHoldsOfAllAboveIt(
      Comparison comparison, double least, boolean holds) {
    assertThat(comparison.holdsFrom(least, 2)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "P95, 300, 300 ms",
    "P95, 999.5, 999.5 ms",
    "P95, 1000, 1 s",
    "P95, 120000, 120 s",
    "P95, 0.25, 0.25 ms",
    "P95, 0, 0 ms",
    "P95, 12.3456789, 12.3457 ms",
    "P95, NaN, NaN ms",
    "ERROR_RATE, 0.05, 5 %",
    "ERROR_RATE, 0.001, 0.1 %",
    "REQUEST_RATE, 1234567, 1234570/s",
    "REQUEST_RATE, 50, 50/s"
  })
  void valuesPrintInTheirUnit(Metric metric, double value, String text) {
    assertThat(metric.print(value)).isEqualTo(text);
  }

  @Test
  void theFirstHalvesOfGoalsSayWhatTheyAreToo() {
    assertThat(new TimeOf(Metric.P95, Optional.empty())).hasToString("p95");
    assertThat(new TimeOf(Metric.P95, Optional.empty()).of("checkout"))
        .hasToString("p95 of checkout");
    assertThat(new RateOf(Metric.ERROR_RATE, Optional.of("login")))
        .hasToString("error rate of login");
  }

  @Test
  void theWordsGiveTheGoalsTheySay() {
    var time = new TimeOf(Metric.P95, Optional.empty());
    var bound = Duration.ofMillis(1500).plusNanos(250_000);
    assertThat(time.isBelow(bound))
        .isEqualTo(new Goal(Metric.P95, Optional.empty(), Comparison.BELOW, 1500.25));
    assertThat(time.isAbove(bound).comparison()).isEqualTo(Comparison.ABOVE);
    assertThat(time.isAtMost(bound).comparison()).isEqualTo(Comparison.AT_MOST);
    assertThat(time.of("pay").isAtLeast(bound))
        .isEqualTo(new Goal(Metric.P95, Optional.of("pay"), Comparison.AT_LEAST, 1500.25));
    var rate = new RateOf(Metric.ERROR_RATE, Optional.empty());
    assertThat(rate.isBelow(.1).comparison()).isEqualTo(Comparison.BELOW);
    assertThat(rate.isAbove(.1).comparison()).isEqualTo(Comparison.ABOVE);
    assertThat(rate.isAtMost(.1).comparison()).isEqualTo(Comparison.AT_MOST);
    assertThat(rate.of("pay").isAtLeast(.1))
        .isEqualTo(new Goal(Metric.ERROR_RATE, Optional.of("pay"), Comparison.AT_LEAST, .1));
  }

  @Test
  void aGoalReadsAsASentence() {
    var all = new TimeOf(Metric.P95, Optional.empty()).isBelow(Duration.ofMillis(300));
    var one = new RateOf(Metric.ERROR_RATE, Optional.of("pay")).isAtMost(.01);

    assertThat(all.subject()).isEqualTo("p95");
    assertThat(all).hasToString("p95 below 300 ms");
    assertThat(one.subject()).isEqualTo("error rate of pay");
    assertThat(one).hasToString("error rate of pay at most 1 %");
    assertThat(Metric.REQUEST_RATE.unit()).isEqualTo(Metric.Unit.PER_SECOND);
    assertThat(Metric.MEAN_TIME.unit()).isEqualTo(Metric.Unit.MILLIS);
  }
}
