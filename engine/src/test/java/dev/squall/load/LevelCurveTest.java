package dev.squall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When which user of a closed load goes round: while the level is above its number less one. */
class LevelCurveTest {
  private static final long NEVER = Pacer.NEVER;

  private static Duration s(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private static Users users(int count) {
    return new Users(count);
  }

  /** Every stretch in which a user goes round, in milliseconds. */
  private static List<Long> active(ClosedLoad load, int user) {
    var curve = load.curve();
    var times = new ArrayList<Long>();
    for (long at = curve.activeFrom(user, 0); at != NEVER; ) {
      long until = curve.activeUntil(user, at);
      times.add(Math.round(at / 1e6));
      times.add(Math.round(until / 1e6));
      at = curve.activeFrom(user, until);
    }
    return times;
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 20000", "2, 500, 19500", "11, 5000, 15000", "20, 9500, 10500"})
  void aRampBringsTheUsersOneByOneAndTakesTheLastOneFirst(int user, long from, long until) {
    var load = users(0).rampTo(20, s(10)).rampDown(s(10));
    assertThat(active(load, user)).containsExactly(from, until);
  }

  @Test
  void nobodyComesBeyondTheLevel() {
    assertThat(active(users(0).rampTo(20, s(10)), 21)).isEmpty();
    assertThat(active(users(3).during(s(10)), 3)).containsExactly(0L, 10_000L);
    assertThat(active(users(3).during(s(10)), 4)).isEmpty();
    assertThat(active(users(0).during(s(10)).jumpTo(1, s(1)), 1)).containsExactly(10_000L, 11_000L);
  }

  @Test
  void aUserComesBackWithTheLevel() {
    var load = users(5).during(s(10)).jumpTo(2, s(5)).jumpTo(4, s(5)).rampTo(8, s(4));

    assertThat(active(load, 2)).containsExactly(0L, 24_000L);
    assertThat(active(load, 4)).containsExactly(0L, 10_000L, 15_000L, 24_000L);
    assertThat(active(load, 5)).containsExactly(0L, 10_000L, 20_000L, 24_000L);
    assertThat(active(load, 6)).containsExactly(21_000L, 24_000L);
  }

  @Test
  void aSpikeIsThereForItsTimeAlone() {
    var load = users(2).during(s(10)).spike(5, s(4), s(2));

    assertThat(active(load, 2)).containsExactly(0L, 10_000L);
    assertThat(active(load, 5)).containsExactly(4000L, 6000L);
    assertThat(active(users(2).during(s(10)).spike(1, s(4), s(2)), 2))
        .containsExactly(0L, 4000L, 6000L, 10_000L);
  }

  @Test
  void aWaveBringsAUserWhereItsCosineSays() {
    // 5 − 5 cos(2πt/12) > 5 from a quarter to three quarters of each period; > 7.5 from a third.
    var up = users(0).wave(10, s(12), s(24));
    assertThat(active(up, 6)).containsExactly(3000L, 9000L, 15_000L, 21_000L);
    assertThat(active(up, 1)).containsExactly(0L, 24_000L);
    assertThat(active(up, 11)).isEmpty();
    var down = users(10).wave(0, s(12), s(24));
    assertThat(active(down, 6)).containsExactly(0L, 3000L, 9000L, 15_000L, 21_000L, 24_000L);
    assertThat(active(users(15).wave(0, s(12), s(12)), 1)).containsExactly(0L, 12_000L);
    assertThat(active(users(4).wave(2, s(12), s(12)), 2)).containsExactly(0L, 12_000L);
    assertThat(active(users(2).wave(5, s(12), s(12)), 2)).containsExactly(0L, 12_000L);
  }

  @Test
  void partOfAWaveIsThatPart() {
    var load = users(0).wave(10, s(12), s(12)).spike(0, s(4), s(1));
    assertThat(active(load, 6)).containsExactly(3000L, 4000L, 5000L, 9000L);
    assertThat(active(users(0).wave(10, s(12), s(8)), 6)).containsExactly(3000L, 8000L);
  }

  @Test
  void aMomentIsAskedForWhereItIs() {
    var curve = users(0).rampTo(20, s(10)).rampDown(s(10)).curve();
    long second = 1_000_000_000;

    assertThat(curve.activeFrom(11, 7 * second)).isEqualTo(7 * second);
    assertThat(curve.activeFrom(11, 15 * second)).isEqualTo(NEVER);
    assertThat(curve.activeFrom(11, 20 * second)).isEqualTo(NEVER);
    assertThat(curve.activeUntil(11, 7 * second)).isEqualTo(15 * second);
    assertThat(curve.activeUntil(11, 3 * second)).isEqualTo(3 * second);
    assertThat(curve.activeUntil(11, 20 * second)).isEqualTo(20 * second);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whoIsActiveIsWhatTheLevelSaysAtAnyMoment(int user) {
    var load =
        users(3)
            .during(s(2))
            .rampTo(9, s(3))
            .wave(2, s(1.7), s(5))
            .jumpTo(4, s(1))
            .rampTo(4, s(1))
            .rampTo(0, s(2))
            .spike(6.5, s(6), s(0.3));
    var curve = load.curve();
    for (long at = 500_000; at < curve.endNanos(); at += 1_000_000) {
      if (Math.abs(curve.level(at) - (user - 1)) > 1e-3) {
        boolean active = curve.level(at) > user - 1;
        assertThat(curve.activeFrom(user, at) == at).as("at " + at).isEqualTo(active);
        assertThat(curve.activeUntil(user, at) > at).as("at " + at).isEqualTo(active);
      }
    }
  }

  @Test
  void theLevelIsThatOfTheFormula() {
    var curve = users(2).during(s(2)).rampTo(6, s(4)).wave(8, s(2), s(3)).curve();

    assertThat(curve.level(-1)).isZero();
    assertThat(curve.level(0)).isEqualTo(2);
    assertThat(curve.level(s(3).toNanos())).isEqualTo(3);
    assertThat(curve.level(s(5).toNanos())).isEqualTo(5);
    assertThat(curve.level(s(6.5).toNanos())).isCloseTo(7, within(1e-9));
    assertThat(curve.level(s(7).toNanos())).isEqualTo(8);
    assertThat(curve.level(s(9).toNanos())).isZero();
    assertThat(curve.endNanos()).isEqualTo(s(9).toNanos());
  }

  @Test
  void aStageIsAStepOrAPartOfADayOrAPeriod() {
    var stairs = new StepUp(10, 10, s(3)).upTo(30).curve();
    assertThat(stairs.stageStart(s(4).toNanos())).isEqualTo(s(3).toNanos());
    assertThat(stairs.stageEnd(s(4).toNanos())).isEqualTo(s(6).toNanos());
    assertThat(stairs.stageStart(s(6).toNanos())).isEqualTo(s(6).toNanos());
    var day = DailyTraffic.of(1, 2, 3).cycle(s(10)).during(s(20)).curve();
    assertThat(day.stageStart(s(2).toNanos())).isEqualTo(s(1.25).toNanos());
    assertThat(day.stageEnd(s(2).toNanos())).isEqualTo(s(2.92).toNanos());
    assertThat(day.stageEnd(s(9).toNanos())).isEqualTo(s(10).toNanos());
  }
}
