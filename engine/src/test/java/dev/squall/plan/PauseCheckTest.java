package dev.squall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.ThinkTime;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pauses in seconds; a year has 31,536,000 of them. */
class PauseCheckTest {

  @ParameterizedTest
  @CsvSource({"0, true", "31536000, true", "31536001, false", "-1, false"})
  void aFixedOrAnExponentialOneLastsAtMostAYear(long seconds, boolean fine) {
    var time = Duration.ofSeconds(seconds);
    assertThat(PauseCheck.canBeKept(new ThinkTime.Fixed(time))).isEqualTo(fine);
    assertThat(PauseCheck.canBeKept(new ThinkTime.Exponential(time))).isEqualTo(fine);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, true",
    "2, 2, true",
    "2, 1, false",
    "-1, 2, false",
    "0, 31536000, true",
    "0, 31536001, false"
  })
  void anEvenOneLiesBetweenItsEnds(long least, long most, boolean fine) {
    var time = new ThinkTime.Uniform(Duration.ofSeconds(least), Duration.ofSeconds(most));
    assertThat(PauseCheck.canBeKept(time)).isEqualTo(fine);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, true", "0, 0, true", "-1, 0, false", "1, -1, false", "1, 31536001, false"})
  void aNormalOneHasAMeanAndADeviation(long mean, long deviation, boolean fine) {
    var time = new ThinkTime.Normal(Duration.ofSeconds(mean), Duration.ofSeconds(deviation));
    assertThat(PauseCheck.canBeKept(time)).isEqualTo(fine);
  }
}
