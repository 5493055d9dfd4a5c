package dev.squall.analysis;

import static dev.squall.analysis.ExperimentWords.whatIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.squall.problem.ProblemException;
import dev.squall.stats.Estimate;
import dev.squall.stats.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {

  /** 100 searches of 10 ms to 1000 ms, 100 lists of 5 ms, one of ten lists failed. */
  private static Results shop() {
    var made = Made.run("search", "list");
    for (int i = 1; i <= 100; i++) {
      made.ok("search", 1 + i / 100.0, 10 * i);
      if (i % 10 == 0) {
        made.failed("list", 1 + i / 100.0, 5);
      } else {
        made.ok("list", 1 + i / 100.0, 5);
      }
    }
    return made.after(3);
  }

  private static double ms(Estimate estimate) {
    return ((Estimate.Exact) estimate).ms();
  }

  @Test
  void aFasterStepMovesItsPartOfTheTotal() {
    var whatIf = whatIf(shop()).faster("search", 0.2);
    // Of 200 requests the 190th is the search of 900 ms, which would take 720.
    assertThat(ms(whatIf.before().p95())).isCloseTo(900, within(1.0));
    assertThat(ms(whatIf.after().p95())).isCloseTo(720, within(1.0));
    assertThat(ms(whatIf.after().p50())).isCloseTo(5, within(0.01));
    assertThat(ms(whatIf(shop()).slower("search", 0.5).after().p95())).isCloseTo(1350, within(1.5));
  }

  @Test
  void twiceATenthFasterIsNineteenPercentFaster() {
    var whatIf = whatIf(shop()).faster("search", 0.1).faster("search", 0.1);
    assertThat(ms(whatIf.after().p95())).isCloseTo(900 * 0.81, within(1.0));
    assertThat(whatIf.assumptions()).hasSize(2);
  }

  /** One list in ten fails: f^(n+1) of the lists remain, (1 − f^(n+1)) / (1 − f) of them sent. */
  @ParameterizedTest
  @CsvSource({"0, 0.05, 1", "1, 0.005, 1.05", "2, 0.0005, 1.055"})
  void retriesLeavePowersOfTheFailuresAndCostRequests(int most, double errors, double load) {
    var after = whatIf(shop()).retries(most).after();
    assertThat(after.errorRate()).isCloseTo(errors, within(1e-12));
    assertThat(after.load()).isCloseTo(load, within(1e-12));
  }

  @Test
  void whatAlwaysFailsGoesOnFailing() {
    var run = Made.run("a").failed("a", 0.5, 5).after(1);
    var after = whatIf(run).retries(3).after();
    assertThat(after.errorRate()).isEqualTo(1);
    assertThat(after.load()).isEqualTo(4);
  }

  /** The slowest of n is within t where all are: p50 of two is the 0.7071 of one, the 142nd. */
  @Test
  void aPageIsAsSlowAsItsSlowestRequest() {
    var whatIf = whatIf(shop()).requestsPerPage(2);
    assertThat(ms(whatIf.after().p50())).isCloseTo(420, within(1.0));
    assertThat(whatIf.after().errorRate()).isCloseTo(1 - 0.95 * 0.95, within(1e-12));
    // 1 − 0.95^10 and 1 − 0.99^10.
    assertThat(whatIf(shop()).requestsPerPage(10).toString()).contains("40 %").contains("9.6 %");
  }

  @Test
  void aBoundStaysABoundAndMovesWithItsStep() {
    var made = Made.run("a");
    for (int i = 0; i < 90; i++) {
      made.ok("a", 1, 10);
    }
    for (int i = 0; i < 10; i++) {
      made.timedOut("a", 6, 5000);
    }
    var whatIf = whatIf(made.after(7)).faster("a", 0.5);
    assertThat(whatIf.before().p95()).isInstanceOf(Estimate.AtLeast.class);
    assertThat(whatIf.after().p95())
        .isInstanceOfSatisfying(
            Estimate.AtLeast.class, bound -> assertThat(bound.ms()).isCloseTo(2500, within(5.0)));
    assertThat(whatIf.toString()).contains("≥ 2 50").doesNotContain("NaN");
  }

  @Test
  void itPrintsBothWithWhatWasAssumed() {
    assertThat(whatIf(shop()).faster("search", 0.2).retries(2).toString())
        .contains("measured", "what if")
        .contains("assumed: every request of search takes 20 % less time")
        .contains("failures are independent");
  }

  @Test
  void nothingMeasuredStaysNothing() {
    assertThat(whatIf(Made.run("a").after(0)).retries(1).requestsPerPage(3).toString())
        .contains("–")
        .doesNotContain("NaN");
  }

  @Test
  void whatMakesNoSenseIsAProblem() {
    var whatIf = whatIf(shop());
    assertThatThrownBy(() -> whatIf.faster("pay", 0.2))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("there are [search, list]");
    assertThatThrownBy(() -> whatIf.faster("list", 1)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> whatIf.slower("list", -1)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> whatIf.retries(-1)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> whatIf.requestsPerPage(0)).isInstanceOf(ProblemException.class);
  }
}
