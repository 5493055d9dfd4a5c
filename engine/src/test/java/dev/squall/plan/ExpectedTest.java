package dev.squall.plan;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.scenario.Step;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedTest {
  private static final double MANY = Double.POSITIVE_INFINITY;
  private static final double UNKNOWN = Double.NaN;

  private static Step a() {
    return get("/a");
  }

  private static Expected of(Step... steps) {
    return Expected.of(List.of(steps), Expected.Measure.REQUESTS);
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        Arguments.of(of(), 0, 0, 0),
        Arguments.of(of(a(), pause(seconds(1)), a()), 2, 2, 2),
        Arguments.of(of(group("g", a(), a())), 2, 2, 2),
        Arguments.of(of(repeat(5, a(), a())), 10, 10, 10),
        Arguments.of(of(parallel(a(), a(), a())), 3, 3, 3),
        Arguments.of(of(optional(a())), 1, 1, 1),
        Arguments.of(of(forEach("x", "xs", a())), 0, MANY, UNKNOWN),
        Arguments.of(of(forEach("x", "xs", pause(seconds(1)))), 0, 0, 0),
        Arguments.of(of(when(variable("x").is("1"), a(), a()).otherwise(a())), 1, 2, UNKNOWN),
        Arguments.of(of(when(variable("x").is("1"), a()).otherwise(a())), 1, 1, 1),
        Arguments.of(of(choose(weight(1, a()), weight(3, a(), a(), a()))), 1, 3, 2.5),
        // A third leaves after the first, half of the rest after the second.
        Arguments.of(of(a(), leave(0.25), a(), leave(0.5), a()), 1, 3, 1 + 0.75 + 0.375),
        Arguments.of(of(leave(1), a()), 0, 1, 0),
        Arguments.of(of(leave(0), a()), 1, 1, 1),
        // Rounds are performed with the chances 1, 1/2 and 1/4.
        Arguments.of(of(repeat(3, a(), leave(0.5))), 1, 3, 1.75),
        Arguments.of(of(repeat(0, a())), 0, 0, 0),
        Arguments.of(of(choose(weight(1, a(), leave(1)), weight(1, a())), a()), 1, 2, 1.5));
  }

  @ParameterizedTest
  @MethodSource("counts")
  void whatAnIterationComesTo(Expected expected, double fewest, double most, double mean) {
    assertThat(expected.fewest()).isEqualTo(fewest);
    assertThat(expected.most()).isEqualTo(most);
    if (Double.isNaN(mean)) {
      assertThat(expected.mean()).isNaN();
    } else {
      assertThat(expected.mean()).isCloseTo(mean, within(1e-12));
    }
  }

  @Test
  void ofPausesAtTheSameTimeTheLongestIsWaitedFor() {
    var steps =
        List.<Step>of(
            pause(seconds(1), seconds(3)),
            parallel(pause(seconds(1)), group("g", a(), pause(seconds(2)), pause(seconds(3))), a()),
            normalPause(seconds(4), seconds(9)),
            exponentialPause(seconds(10)));

    assertThat(Expected.of(steps, Expected.Measure.PAUSES).mean()).isEqualTo(2 + 5 + 4 + 10);
  }

  @Test
  void aMixIsTheSumOfItsShares() {
    var mixed = Expected.mixed(List.of(of(a()), of(repeat(10, a()))), List.of(0.9, 0.1));

    assertThat(mixed.fewest()).isEqualTo(1);
    assertThat(mixed.most()).isEqualTo(10);
    assertThat(mixed.mean()).isCloseTo(1.9, within(1e-12));
  }
}
