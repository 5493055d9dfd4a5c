package dev.squall.stats;

import static dev.squall.stats.Facts.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.sample.Connections;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {

  /** So many seconds with twenty requests each, of every outcome. */
  private static Recorder recorded(long seed, int seconds, long limit) {
    var recorder = new Recorder(Facts.INFO, Facts.SCENARIOS, Facts.STEPS, 3, limit);
    var random = new Random(seed);
    for (int second = 0; second < seconds; second++) {
      for (int i = 0; i < 20; i++) {
        double took = Math.exp(random.nextGaussian() + 4);
        double start = 1000.0 * second + random.nextInt(1000) - took;
        int user = 1 + random.nextInt(50);
        recorder.record(
            switch (random.nextInt(10)) {
              case 0 -> Facts.silent(user, start, 1, took, Facts.REFUSED);
              case 1 -> Facts.silent(user, start, 1, took, Facts.TIMED_OUT);
              case 2 -> Facts.silent(user, start, -1, took, Outcome.INTERRUPTED);
              case 3 ->
                  Facts.checked(
                      Facts.sample(2, user, start, 0.5, took, 503, Facts.UNWELCOME),
                      random.nextLong(2));
              default -> Facts.ok(random.nextInt(4), user, start, took);
            });
      }
      recorder.record(Facts.exchange(Kind.HOP, second % 4, 1, 1000.0 * second, 3));
      recorder.record(Facts.exchange(Kind.ATTEMPT, second % 4, 2, 1000.0 * second, 3));
      recorder.record(Facts.iteration(second % 2, 1, 1000.0 * second, 50, Facts.end(random)));
      recorder.tick(nanos(1000.0 * second + 1000), 20, Connections.NONE);
    }
    return recorder;
  }

  private static Results results(long seed, int seconds, long limit) {
    return recorded(seed, seconds, limit).finish(nanos(1000.0 * seconds), Generator.RUNNING);
  }

  @Test
  void coarseningConservesEverything() {
    var fine = results(1, 120, Long.MAX_VALUE);
    var coarse = results(1, 120, fine.matrix().bytes() / 3);
    assertThat(fine.matrix().widthSeconds()).isEqualTo(1);
    assertThat(coarse.matrix().widthSeconds()).isEqualTo(10);
    assertThat(coarse.matrix().bytes()).isLessThanOrEqualTo(fine.matrix().bytes() / 3);
    assertThat(Packed.pack(coarse.matrix().sum())).isEqualTo(Packed.pack(fine.matrix().sum()));
    assertThat(coarse.steps()).isEqualTo(fine.steps());
    assertThat(coarse.scenarios()).isEqualTo(fine.scenarios());
    assertThat(coarse.totals()).isEqualTo(fine.totals());
    var timeline = coarse.timeline();
    var everySecond = fine.timeline();
    assertThat(timeline).hasSize(12);
    for (int i = 0; i < 12; i++) {
      var seconds = everySecond.subList(10 * i, 10 * i + 10);
      assertThat(timeline.get(i).startSeconds()).isEqualTo(10L * i);
      assertThat(timeline.get(i).widthSeconds()).isEqualTo(10);
      assertThat(timeline.get(i).busyUsers()).isEqualTo(20);
      assertThat(timeline.get(i).requests())
          .isEqualTo(seconds.stream().mapToLong(TimelinePoint::requests).sum());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {150_000, 60_000})
  void aLongRunStaysBelowItsLimit(long limit) {
    var results = results(2, 600, limit);
    assertThat(results.matrix().bytes()).isLessThanOrEqualTo(limit);
    assertThat(results.matrix().sum().at(0).isEmpty()).isFalse();
    assertThat(results.timeline().stream().mapToLong(TimelinePoint::requests).sum())
        .isEqualTo(12_000);
    assertThat(results.timeline().stream().mapToLong(TimelinePoint::iterations).sum())
        .isEqualTo(600);
  }

  @Test
  void widthsGoFromOneToTenToSixtySecondsAndBeyond() {
    var second = results(3, 700, Long.MAX_VALUE).matrix();
    long size = second.bytes();
    assertThat(results(3, 700, size).matrix().widthSeconds()).isEqualTo(1);
    assertThat(results(3, 700, size - 1).matrix().widthSeconds()).isEqualTo(10);
    long ten = results(3, 700, size - 1).matrix().bytes();
    assertThat(results(3, 700, ten - 1).matrix().widthSeconds()).isEqualTo(60);
    long sixty = results(3, 700, ten - 1).matrix().bytes();
    assertThat(results(3, 700, sixty - 1).matrix().widthSeconds()).isEqualTo(600);
    assertThat(results(3, 700, sixty - 1).timeline())
        .extracting(TimelinePoint::startSeconds)
        .containsExactly(0L, 600L);
  }

  @Test
  void addingMatricesIsExactAndAssociative() {
    var a = results(4, 30, Long.MAX_VALUE).matrix();
    var b = results(5, 50, Long.MAX_VALUE).matrix();
    var c = results(6, 40, Long.MAX_VALUE).matrix();
    assertThat(a.plus(b).plus(c).encode()).isEqualTo(a.plus(b.plus(c)).encode());
    assertThat(a.plus(b).encode()).isEqualTo(b.plus(a).encode());
    var sum = a.sum();
    sum.add(b.sum());
    assertThat(Packed.pack(a.plus(b).sum())).isEqualTo(Packed.pack(sum));
    assertThat(a.plus(b).slots()).hasSize(50);
  }

  @Test
  void aFineAndACoarseMatrixMakeACoarseOne() {
    var fine = results(7, 100, Long.MAX_VALUE).matrix();
    var coarse = results(8, 100, fine.bytes() / 2).matrix();
    assertThat(coarse.widthSeconds()).isEqualTo(10);
    assertThat(fine.plus(coarse).widthSeconds()).isEqualTo(10);
    assertThat(fine.plus(coarse).encode()).isEqualTo(coarse.plus(fine).encode());
    assertThat(fine.plus(coarse).slots()).hasSize(10);
  }

  @Test
  void runsOfDifferentStepsCannotBeAdded() {
    var other = Matrix.empty(new Layout(List.of("other"), List.of()), 1);
    assertThatThrownBy(() -> results(9, 1, 1_000_000).matrix().plus(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsEncodedComesBack() {
    var matrix = results(10, 30, Long.MAX_VALUE).matrix();
    var back = Matrix.decode(matrix.encode());
    assertThat(back.encode()).isEqualTo(matrix.encode());
    assertThat(back.layout()).isEqualTo(matrix.layout());
    assertThat(back.bytes()).isEqualTo(matrix.bytes());
    assertThat(Packed.pack(back.sum())).isEqualTo(Packed.pack(matrix.sum()));
    assertThat(back.plus(matrix).slots()).hasSize(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "eJxjYGBgYGRgAAAADAAD", "not base64!"})
  void somethingElseIsNoMatrix(String text) {
    assertThatThrownBy(() -> Matrix.decode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, Long.MAX_VALUE, -1})
  void aNumberIsPackedInAsManyBytesAsItNeeds(long number) {
    var out = new ByteArrayOutputStream();
    Packed.number(out, number);
    int bits = Long.SIZE - Long.numberOfLeadingZeros(number | 1);
    assertThat(out.size()).isEqualTo((bits + 6) / 7);
    assertThat(Packed.number(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(number);
  }

  @Test
  void packedCellsThatEndTooEarlyAreRefused() {
    assertThatThrownBy(() -> Packed.number(new ByteArrayInputStream(new byte[] {-1})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            Packed.number(
                new ByteArrayInputStream(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0})))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
