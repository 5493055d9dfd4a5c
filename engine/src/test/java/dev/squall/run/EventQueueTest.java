package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventQueueTest {
  private final EventQueue queue = new EventQueue(Duration.ofSeconds(20));
  private final List<Event> heard = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    queue.close();
  }

  private static Event event(int user) {
    return new Event.UserStarted(user, 0);
  }

  private static List<Event> events(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(EventQueueTest::event).toList();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("squall-events"))
        .count();
  }

  @Test
  void withoutAListenerThereIsNoThreadAndNothingIsKept() {
    long before = threads();
    assertThat(queue.isWanted()).isFalse();
    queue.offer(event(1));
    assertThat(threads()).isEqualTo(before);

    queue.onEvent(heard::add);
    queue.offer(event(2));
    queue.close();
    assertThat(heard).containsExactly(event(2));
    assertThat(queue.skipped()).isZero();
  }

  @Test
  void everyListenerHearsEverythingInItsOrder() {
    var second = Collections.synchronizedList(new ArrayList<Event>());
    queue.onEvent(heard::add);
    queue.onEvent(second::add);
    assertThat(queue.isWanted()).isTrue();
    events(1, 900).forEach(queue::offer);
    queue.close();
    assertThat(heard).isEqualTo(events(1, 900));
    assertThat(second).isEqualTo(heard);
  }

  @Test
  void eventsComeWhileTheRunGoesOn() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      var came = new CountDownLatch(1);
      queue.onEvent(_ -> came.countDown());
      queue.offer(event(i));
      came.await();
    }
  }

  /**
   * One is being told, a thousand wait, the rest finds no room; as soon as there is some, it does.
   */
  @Test
  void whatFindsNoRoomIsSkippedAndCountedExactly() throws InterruptedException {
    var first = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    queue.onEvent(event -> {
      heard.add(event);
      first.countDown();
      awaitQuietly(goOn);
    });
    queue.offer(event(0));
    first.await();
    events(1, 1000).forEach(queue::offer);
    assertThat(queue.skipped()).isZero();
    events(1001, 1234).forEach(queue::offer);
    assertThat(queue.skipped()).isEqualTo(234);
    goOn.countDown();
    while (heard.size() < 1001) {
      Thread.onSpinWait();
    }
    events(2000, 2999).forEach(queue::offer);
    queue.close();
    assertThat(queue.skipped()).isEqualTo(234);
    assertThat(heard.subList(0, 1001)).isEqualTo(events(0, 1000));
    assertThat(heard.subList(1001, 2001)).isEqualTo(events(2000, 2999));
    assertThat(heard).hasSize(2001);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void manyUsersLoseNothingThatIsNotCountedAndKeepTheirOwnOrder() throws InterruptedException {
    queue.onEvent(heard::add);
    var users =
        IntStream.rangeClosed(1, 50)
            .mapToObj(user ->
                Thread.startVirtualThread(() -> {
                  for (int i = 0; i < 1000; i++) {
                    queue.offer(new Event.IterationStarted(user, i, i + 1, "s", 0));
                  }
                }))
            .toList();
    for (var user : users) {
      user.join();
    }
    queue.close();
    assertThat(heard.size() + queue.skipped()).isEqualTo(50_000);
    for (int user = 1; user <= 50; user++) {
      int number = user;
      assertThat(
              heard.stream()
                  .filter(event -> event.user() == number)
                  .map(event -> ((Event.IterationStarted) event).iteration()))
          .isSorted();
    }
  }

  @Test
  void aListenerThatThrowsIsDroppedAndTheOthersHearOn() {
    var calls = new AtomicInteger();
    queue.onEvent(_ -> {
      calls.incrementAndGet();
      throw new AssertionError("of the listener, on purpose");
    });
    queue.onEvent(heard::add);
    events(1, 3).forEach(queue::offer);
    queue.close();
    assertThat(calls).hasValue(1);
    assertThat(heard).isEqualTo(events(1, 3));
  }

  @Test
  void thatAListenerWasDroppedIsToldWithItsReason() {
    var told = Collections.synchronizedList(new ArrayList<LogRecord>());
    var logger = Logger.getLogger("dev.squall.run");
    var listener =
        new Handler() {
          @Override
          public void publish(LogRecord said) {
            told.add(said);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(listener);
    try {
      queue.onEvent(_ -> {
        throw new IllegalStateException("of the listener, on purpose");
      });
      queue.offer(event(1));
      queue.close();
    } finally {
      logger.removeHandler(listener);
    }
    assertThat(told)
        .singleElement()
        .satisfies(said -> {
          assertThat(said.getLevel()).isEqualTo(Level.WARNING);
          assertThat(said.getThrown()).hasMessage("of the listener, on purpose");
        });
  }

  @Test
  void afterTheLastListenerWasDroppedNobodyWantsEventsUntilSomebodyComes()
      throws InterruptedException {
    queue.onEvent(_ -> {
      throw new IllegalStateException("of the listener, on purpose");
    });
    queue.offer(event(1));
    while (queue.isWanted()) {
      Thread.sleep(1);
    }
    events(2, 2000).forEach(queue::offer);
    assertThat(queue.skipped()).isZero();

    queue.onEvent(heard::add);
    assertThat(queue.isWanted()).isTrue();
    queue.offer(event(3));
    queue.close();
    assertThat(heard).containsExactly(event(3));
  }

  @Test
  void closingHandsOnWhatWaitsAndEndsTheThread() throws InterruptedException {
    long before = threads();
    queue.onEvent(event -> {
      heard.add(event);
      pause();
    });
    assertThat(threads()).isEqualTo(before + 1);
    events(1, 50).forEach(queue::offer);
    queue.close();
    assertThat(heard).isEqualTo(events(1, 50));
    assertThat(threads()).isEqualTo(before);
    assertThat(queue.isWanted()).isFalse();

    queue.offer(event(51));
    queue.onEvent(heard::add);
    queue.close();
    assertThat(heard).hasSize(50);
    assertThat(threads()).isEqualTo(before);
    assertThat(queue.skipped()).isZero();
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aListenerThatNeverEndsDoesNotKeepTheRun() throws InterruptedException {
    var impatient = new EventQueue(Duration.ofMillis(50));
    var first = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    impatient.onEvent(_ -> {
      first.countDown();
      awaitQuietly(new CountDownLatch(1));
      interrupted.countDown();
    });
    events(0, 7).forEach(impatient::offer);
    first.await();
    impatient.close();
    assertThat(impatient.skipped()).isEqualTo(7);
    interrupted.await();
  }

  @Test
  void whoeverIsInterruptedWhileClosingWaitsForNobody() throws InterruptedException {
    var first = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    queue.onEvent(_ -> {
      first.countDown();
      awaitQuietly(new CountDownLatch(1));
      interrupted.countDown();
    });
    events(0, 7).forEach(queue::offer);
    first.await();
    Thread.currentThread().interrupt();
    queue.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(queue.skipped()).isEqualTo(7);
    interrupted.await();
  }

  @Test
  void whoeverIsInterruptedWhileClosingStaysInterrupted() {
    queue.onEvent(heard::add);
    Thread.currentThread().interrupt();
    queue.close();
    assertThat(Thread.interrupted()).isTrue();
  }
}
