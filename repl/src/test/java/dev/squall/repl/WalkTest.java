package dev.squall.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.command.Tour;
import org.junit.jupiter.api.Test;

/** The tour goes on with what was entered of it, and with nothing else. */
class WalkTest {
  private final Walk walk = new Walk();

  @Test
  void nobodyIsOnItAtFirst() {
    assertThat(walk.isUnderWay()).isFalse();
    assertThat(walk.line()).isEmpty();
    assertThat(walk.about()).isEmpty();
    assertThat(walk.passed(Tour.STOPS.getFirst().line())).isFalse();
    assertThat(walk.isUnderWay()).isFalse();
  }

  @Test
  void everyStopStandsThereInItsOrderAndThenNone() {
    walk.begin();
    int number = 1;
    for (var stop : Tour.STOPS) {
      assertThat(walk.line()).contains(stop.line());
      assertThat(walk.about()).contains(number++ + "/" + Tour.STOPS.size() + "  " + stop.about());
      assertThat(walk.passed(" " + stop.line() + "\n")).isTrue();
    }
    assertThat(walk.isUnderWay()).isFalse();
    assertThat(walk.line()).isEmpty();
  }

  @Test
  void anotherLineLeavesItWhereItIs() {
    walk.begin();
    assertThat(walk.passed("1 + 1")).isFalse();
    assertThat(walk.passed(Tour.STOPS.getLast().line())).isFalse();
    assertThat(walk.line()).contains(Tour.STOPS.getFirst().line());
  }

  @Test
  void itEndsAndBeginsAnew() {
    walk.begin();
    assertThat(walk.passed(Tour.STOPS.getFirst().line())).isTrue();
    walk.end();
    assertThat(walk.isUnderWay()).isFalse();
    assertThat(walk.about()).isEmpty();
    walk.begin();
    assertThat(walk.line()).contains(Tour.STOPS.getFirst().line());
  }
}
