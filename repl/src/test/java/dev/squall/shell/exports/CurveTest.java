package dev.squall.shell.exports;

import static dev.squall.Squall.minutes;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.stepUp;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.exports.Curve.Line;
import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void holdsRampsAndSpikesAreStraightLines() {
    assertThat(Curve.of(perSecond(50).during(minutes(1))).lines())
        .containsExactly(new Line(50, 50, minutes(1)));
    var load = users(10).during(seconds(30)).rampUp(seconds(10)).spike(40, seconds(20), seconds(5));
    var curve = Curve.of(load);
    assertThat(curve.lines())
        .containsExactly(
            new Line(0, 10, seconds(10)),
            new Line(10, 10, seconds(10)),
            new Line(40, 40, seconds(5)),
            new Line(10, 10, seconds(15)));
    assertThat(curve.isApproximate()).isFalse();
  }

  @Test
  void aWaveIsSixteenLinesAndSaysSo() {
    var curve = Curve.of(perSecond(10).wave(100, seconds(16), seconds(16)));
    assertThat(curve.lines()).hasSize(16).contains(new Line(10, 13.425, seconds(1)));
    assertThat(curve.isApproximate()).isTrue();
    assertThat(curve.most()).isEqualTo(100);
  }

  @Test
  void stairsWithoutEndAreCut() {
    var curve = Curve.of(stepUp(1, 1, seconds(1)).until());
    assertThat(curve.lines()).hasSize(200);
    assertThat(curve.isApproximate()).isTrue();
  }
}
