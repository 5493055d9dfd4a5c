package dev.squall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnsTest {

  /** 1, 3, 3, 5 in turn: one up each turn, and B one above that. */
  @Test
  void aStraightDriftIsNobodysFault() {
    var contrast = Turns.contrast(new double[] {1, 3}, new double[] {3, 5});
    assertThat(contrast.estimate()).isCloseTo(1, within(1e-12));
    assertThat(contrast.standardError()).isCloseTo(0, within(1e-6));
    assertThat(contrast.degreesOfFreedom()).isEqualTo(1);
  }

  /** By hand: to 0, 1, 0, 3 fits −0.5, 1.5, 0.5, 2.5, with δ = 0.5, β = 1.5; squares 1. */
  @Test
  void theSpreadIsOfWhatTheLineLeaves() {
    var contrast = Turns.contrast(new double[] {0, 0}, new double[] {1, 3});
    assertThat(contrast.estimate()).isCloseTo(1.5, within(1e-12));
    assertThat(contrast.standardError()).isCloseTo(Math.sqrt(1.0 * 5 / 4), within(1e-9));
  }

  @Test
  void noDriftChangesTheDifferenceOrItsError() {
    double[] first = {10, 12, 9, 11, 10};
    double[] second = {13, 12, 14, 13, 15};
    var still = Turns.contrast(first, second);
    for (int i = 0; i < 5; i++) {
      first[i] += 0.7 * 2 * i;
      second[i] += 0.7 * (2 * i + 1);
    }
    var drifting = Turns.contrast(first, second);
    assertThat(drifting.estimate()).isCloseTo(still.estimate(), within(1e-9));
    assertThat(drifting.standardError()).isCloseTo(still.standardError(), within(1e-9));
    assertThat(drifting.degreesOfFreedom()).isEqualTo(7);
  }

  @Test
  void alarmsAreFalseOnceInTwentyHoweverFewThePairs() {
    var random = new Random(5);
    for (int pairs = 2; pairs <= 5; pairs++) {
      int alarms = 0;
      for (int i = 0; i < 4000; i++) {
        double[] first = random.doubles(pairs).map(_ -> random.nextGaussian()).toArray();
        double[] second = random.doubles(pairs).map(_ -> random.nextGaussian()).toArray();
        alarms += Turns.contrast(first, second).chance() < 0.05 ? 1 : 0;
      }
      assertThat(alarms / 4000.0).isBetween(0.04, 0.06);
    }
  }
}
