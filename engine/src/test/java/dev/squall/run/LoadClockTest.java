package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.Pacer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoadClockTest {
  private final AtomicLong now = new AtomicLong();
  private final LoadClock clock = new LoadClock(now::get);

  @Test
  void withoutPausesItIsTheRunsClock() {
    assertThat(clock.load(7)).isEqualTo(7);
    assertThat(clock.run(7)).isEqualTo(7);
    assertThat(clock.run(Pacer.NEVER)).isEqualTo(Pacer.NEVER);
    assertThat(clock.isPaused()).isFalse();
    assertThat(clock.resumedNanos()).isZero();
  }

  @Test
  void itStandsStillWhileItIsPaused() {
    now.set(10);
    assertThat(clock.pause()).isTrue();
    assertThat(clock.pause()).isFalse();
    assertThat(clock.isPaused()).isTrue();
    assertThat(clock.load(8)).isEqualTo(8);
    assertThat(clock.load(15)).isEqualTo(10);
    assertThat(clock.run(12)).isEqualTo(Pacer.NEVER);
  }

  @Test
  void everythingLaterMovesByThePauses() {
    now.set(10);
    clock.pause();
    now.set(25);
    assertThat(clock.resume()).isTrue();
    assertThat(clock.resume()).isFalse();
    assertThat(clock.load(25)).isEqualTo(10);
    assertThat(clock.load(30)).isEqualTo(15);
    assertThat(clock.run(15)).isEqualTo(30);
    assertThat(clock.resumedNanos()).isEqualTo(25);
    now.set(40);
    clock.pause();
    now.set(42);
    clock.resume();
    assertThat(clock.load(50)).isEqualTo(33);
    assertThat(clock.run(33)).isEqualTo(50);
    assertThat(clock.run(Pacer.NEVER)).isEqualTo(Pacer.NEVER);
  }

  @Test
  void everyChangeIsCounted() {
    clock.pause();
    clock.pause();
    clock.resume();
    clock.change();
    assertThat(clock.changes()).isEqualTo(3);
  }

  @Test
  void whoWaitsIsWokenByAChangeAndNotHeldByOneThatWasMissed() throws InterruptedException {
    int seen = clock.changes();
    var woken = new CompletableFuture<Integer>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            clock.await(seen, Pacer.NEVER);
            woken.complete(clock.changes());
          } catch (InterruptedException e) {
            woken.completeExceptionally(e);
          }
        });
    clock.change();
    assertThat(woken.join()).isEqualTo(1);
    clock.await(seen, Pacer.NEVER);
    clock.await(clock.changes(), now.get());
  }

  @Test
  void aPauseKeepsFromBeginningUntilItIsOverOrTheLoadHasEnded() throws InterruptedException {
    assertThat(clock.awaitRunning(5, () -> false)).isEqualTo(5);
    now.set(10);
    clock.pause();
    assertThat(clock.awaitRunning(12, () -> true)).isEqualTo(12);
    var begun = new CompletableFuture<Long>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            begun.complete(clock.awaitRunning(12, () -> false));
          } catch (InterruptedException e) {
            begun.completeExceptionally(e);
          }
        });
    now.set(25);
    clock.resume();
    assertThat(begun.join()).isEqualTo(25);
    assertThat(clock.awaitRunning(30, () -> false)).isEqualTo(30);
  }
}
