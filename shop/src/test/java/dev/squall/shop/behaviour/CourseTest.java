package dev.squall.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CourseTest {

  private static final long MS = 1_000_000;

  @Test
  void lateWakeUpsDoNotAddUp() {
    var time = new ManualTime(() -> MS);
    var course = new Course(time, new Gate(time));
    var waits = new AtomicInteger();

    waitAgain(course, waits);
    time.passUntil(1_000 * MS);

    // Each is a millisecond late, the hundredth no more than the first.
    assertThat(waits.get()).isEqualTo(99);
    assertThat(course.due()).isEqualTo(1_000 * MS);
  }

  @Test
  void aWaitThatHasPassedGoesOnAtOnce() {
    var time = new ManualTime();
    time.passUntil(50 * MS);
    var course = new Course(time, new Gate(time));
    var done = new AtomicInteger();
    course.beginAt(20 * MS);

    course.after(30 * MS, done::incrementAndGet);

    assertThat(done.get()).isOne();
    assertThat(course.due()).isEqualTo(50 * MS);
  }

  @Test
  void moreThanAHundredMillisecondsAreNotMadeUpFor() {
    var time = new ManualTime(() -> 500 * MS);
    var course = new Course(time, new Gate(time));
    course.after(10 * MS, () -> {});
    time.passUntil(510 * MS);

    assertThat(course.due()).isEqualTo(410 * MS);
  }

  @Test
  void aFreezeHoldsBackWhatWasUnderWay() {
    var time = new ManualTime();
    var gate = new Gate(time);
    var course = new Course(time, gate);
    var ended = new AtomicInteger();
    course.after(100 * MS, () -> ended.set((int) (time.now() / MS)));
    time.passUntil(50 * MS);
    gate.freeze(Duration.ofMillis(500));
    time.passUntil(549 * MS);
    assertThat(ended.get()).isZero();

    time.passUntil(2_000 * MS);
    assertThat(ended.get()).isEqualTo(550);
  }

  @Test
  void whatAFreezeHeldBackGoesOnFromItsEnd() {
    var time = new ManualTime();
    var gate = new Gate(time);
    var course = new Course(time, gate);
    var second = new AtomicInteger();
    course.after(10 * MS, () -> course.after(30 * MS, () -> second.set((int) (time.now() / MS))));
    gate.freeze(Duration.ofMillis(50));
    time.passUntil(1_000 * MS);

    // Not at 40: the second wait did not pass while the shop was frozen.
    assertThat(second.get()).isEqualTo(80);
  }

  private static void waitAgain(Course course, AtomicInteger waits) {
    course.after(
        10 * MS,
        () -> {
          waits.incrementAndGet();
          waitAgain(course, waits);
        });
  }
}
