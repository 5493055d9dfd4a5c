package dev.squall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  @ParameterizedTest
  @CsvSource({
    "0.975, 1, 12.7062",
    "0.975, 2, 4.3027",
    "0.975, 5, 2.5706",
    "0.975, 10, 2.2281",
    "0.975, 30, 2.0423",
    "0.975, 1000000, 1.9600",
    "0.8, 5, 0.9195",
    "0.8, 120, 0.8446",
    "0.95, 3, 2.3534",
    "0.025, 10, -2.2281",
    "0.5, 7, 0"
  })
  void quantilesAreThoseOfTheTables(double probability, double df, double expected) {
    assertThat(StudentT.quantile(probability, df)).isCloseTo(expected, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 1", "1, 1, 0.5", "2, 1, 0.295167", "2.2281, 10, 0.05", "40, 30, 0"})
  void chancesAreThoseOfTheTables(double t, double df, double expected) {
    assertThat(StudentT.twoSided(t, df)).isCloseTo(expected, within(1e-5));
    assertThat(StudentT.twoSided(-t, df)).isCloseTo(expected, within(1e-5));
  }

  @Test
  void whatIsInfinitelyFarNeverComesByChance() {
    assertThat(StudentT.twoSided(Double.POSITIVE_INFINITY, 4)).isZero();
  }
}
