package dev.squall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.analysis.Weighing.Weighed;
import dev.squall.goal.Metric;
import dev.squall.stats.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTest {

  /** Welch: (4+1)² / (16/9 + 1/4) for squared errors 4 and 1 with 9 and 4 degrees of freedom. */
  @Test
  void errorsOfTwoSidesAddUpAndTheirFreedomIsWelchs() {
    var contrast = Contrast.of(1, 2, 9, 1, 4, 0, true, true);
    assertThat(contrast.standardError()).isCloseTo(Math.sqrt(5), within(1e-12));
    assertThat(contrast.degreesOfFreedom()).isCloseTo(25 / (16 / 9.0 + 1 / 4.0), within(1e-12));
  }

  @Test
  void theIntervalIsStudentsAndWhatBucketsHideComesOnTop() {
    var contrast = new Contrast(3, 1, 10, 0.5, true, true, 0);
    assertThat(contrast.low()).isCloseTo(3 - 2.2281 - 0.5, within(1e-3));
    assertThat(contrast.high()).isCloseTo(3 + 2.2281 + 0.5, within(1e-3));
    assertThat(contrast.smallest()).isCloseTo(2.2281 + 0.8791 + 0.5, within(1e-3));
  }

  /** Δ² = k²(1 + 0.5 Δ) for k = 2.2281 + 0.8791. */
  @Test
  void whatVariesMoreWhereItIsHigherHasToDifferByMore() {
    double smallest = new Contrast(0, 1, 10).growing(0.5).smallest();
    assertThat(smallest * smallest).isCloseTo(3.1072 * 3.1072 * (1 + 0.5 * smallest), within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "2.2281, 0, true, true, 0.05",
    "2.7281, 0.5, true, true, 0.05",
    "0.4, 0.5, true, true, 1",
    "5, 0, false, true, 1",
    "-5, 0, true, false, 1",
    "-2.2281, 0, false, true, 0.05"
  })
  void onlyWhatIsKnownOnItsSideIsHeldAgainstChance(
      double estimate, double resolution, boolean low, boolean high, double chance) {
    assertThat(new Contrast(estimate, 1, 10, resolution, low, high, 0).chance())
        .isCloseTo(chance, within(1e-4));
  }

  @Test
  void twoNumbersWithoutAnySpreadDifferOrDoNot() {
    assertThat(new Contrast(0, 0, 10).chance()).isEqualTo(1);
    assertThat(new Contrast(0.1, 0, 10).chance()).isZero();
  }

  /** Chances of the p50s; everything else is far from differing. */
  private static List<Reading> readings(double p95, double... chances) {
    var labels = new ArrayList<String>();
    for (int i = 0; i < chances.length; i++) {
      labels.add("row" + i);
    }
    return Weighing.rows(
            labels,
            (row, metric) ->
                switch (metric) {
                  case P50 -> weighed(chances[row]);
                  case P95 -> weighed(row == 0 ? p95 : 0.9);
                  case P75, P90, P99, P999, MEAN_TIME, MAX_TIME, ERROR_RATE, REQUEST_RATE ->
                      Weighed.not(
                          metric, new Judgement.Nothing(), new Judgement.Nothing(), "no idea");
                })
        .stream()
        .map(row -> row.changes().getFirst().reading())
        .toList();
  }

  private static Weighed weighed(double chance) {
    double t = StudentT.quantile(1 - chance / 2, 10);
    var contrast = new Contrast(t, 1, 10);
    return new Weighed(
        Metric.P50,
        new Judgement.Known(1),
        new Judgement.Known(2),
        Optional.of(contrast),
        Optional.of(contrast),
        "");
  }

  /** Three p50s and two further p95s are five others: 0.05/5, 0.05/4, 0.05/3 by Holm. */
  @ParameterizedTest
  @CsvSource({
    "0.009, 0.012, 0.016, HIGHER, HIGHER, HIGHER",
    "0.011, 0.012, 0.016, NO_DIFFERENCE_SEEN, NO_DIFFERENCE_SEEN, NO_DIFFERENCE_SEEN",
    "0.009, 0.013, 0.012, HIGHER, HIGHER, HIGHER",
    "0.009, 0.02, 0.013, HIGHER, NO_DIFFERENCE_SEEN, NO_DIFFERENCE_SEEN",
    "0.04, 0.0001, 0.02, NO_DIFFERENCE_SEEN, HIGHER, NO_DIFFERENCE_SEEN"
  })
  void manyLooksAreAllowedForStepByStep(
      double a, double b, double c, Reading first, Reading second, Reading third) {
    assertThat(readings(0.9, a, b, c)).containsExactly(first, second, third);
  }

  @Test
  void theOneQuestionIsJudgedByItselfAndCostsTheOthersNothing() {
    assertThat(readings(0.049, 0.009, 0.9, 0.9))
        .isEqualTo(readings(0.9, 0.009, 0.9, 0.9))
        .startsWith(Reading.HIGHER);
  }
}
