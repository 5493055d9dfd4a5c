package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.squall.load.ArrivalRate;
import dev.squall.load.Pacer;
import dev.squall.stats.UserPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Arrivals and users, the users on this thread or on threads of their own. */
class OpenPoolTest {
  private static final Pacer TENTHS = new ArrivalRate(10).during(Duration.ofHours(10)).pacer(1);

  private final OpenPool pool = new OpenPool(3);

  private static Batch batch(int first, int count) {
    return new Batch(TENTHS, 0, 0, first, count);
  }

  private static OpenPool.Seat seat() {
    return new OpenPool.Seat(Thread.currentThread());
  }

  private long take(OpenPool.Seat seat) throws InterruptedException {
    return pool.take(seat).index();
  }

  @Test
  void arrivalsAreTakenInTheirOrderWhoeverTakesThem() throws InterruptedException {
    pool.add(batch(0, 2));
    pool.add(batch(2, 0));
    pool.add(batch(2, 3));
    var one = seat();
    var other = seat();

    assertThat(List.of(take(one), take(other), take(one), take(one), take(other)))
        .containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(pool.arrivals()).isEqualTo(5);
  }

  @Test
  void whatIsUnderWayWaitsOrIsPerformed() throws InterruptedException {
    var seat = seat();
    assertThat(pool.underWay()).isZero();
    pool.add(batch(0, 2));
    assertThat(pool.underWay()).isEqualTo(2);
    take(seat);
    assertThat(pool.underWay()).isEqualTo(2);
    take(seat);
    assertThat(pool.underWay()).isEqualTo(1);
  }

  @Test
  void oneIsHiredForEachArrivalThatHasNobody() throws InterruptedException {
    assertThat(pool.isShort()).isFalse();
    assertThat(pool.hire(0)).isZero();

    assertThat(pool.add(batch(0, 2))).isTrue();
    assertThat(pool.hire(2)).isEqualTo(1);
    assertThat(pool.isShort()).isTrue();
    assertThat(pool.hire(2)).isEqualTo(2);
    assertThat(pool.isShort()).as("both are on their way").isFalse();
    assertThat(pool.hire(2)).isZero();
    assertThat(pool.isAnyoneComing()).isTrue();

    take(seat());
    assertThat(pool.isAnyoneComing()).isTrue();
    take(seat());
    assertThat(pool.isAnyoneComing()).isFalse();
    assertThat(pool.add(batch(2, 1))).as("both are at work").isTrue();
  }

  @Test
  void whatCameLaterNeedsNobodyYet() {
    pool.add(batch(0, 1));
    pool.add(batch(1, 2));

    assertThat(pool.hire(1)).isEqualTo(1);
    assertThat(pool.hire(1)).isZero();
    assertThat(pool.isShort()).isTrue();
  }

  @Test
  void noMoreAreHiredThanMayBe() {
    pool.add(batch(0, 9));

    assertThat(List.of(pool.hire(9), pool.hire(9), pool.hire(9), pool.hire(9)))
        .containsExactly(1, 2, 3, 0);
    assertThat(pool.isShort()).isFalse();
    assertThat(pool.add(batch(9, 1))).isFalse();
  }

  @Test
  void whoWaitsBecauseNoMoreMayBeIsCounted() throws InterruptedException {
    pool.add(batch(0, 5));
    var seats = new ArrayList<OpenPool.Seat>();
    while (pool.hire(5) > 0) {
      seats.add(seat());
    }
    for (var seat : seats) {
      take(seat);
    }
    assertThat(pool.used()).as("two still wait").isEqualTo(new UserPool(3, 3, 2));

    take(seats.get(1));
    take(seats.get(0));
    assertThat(pool.used()).as("and did").isEqualTo(new UserPool(3, 3, 2));
  }

  @Test
  void whoWaitsForOneWhoMayStillBeHiredIsNot() throws InterruptedException {
    pool.add(batch(0, 2));
    pool.hire(2);
    var seat = seat();
    take(seat);
    take(seat);

    assertThat(pool.used()).isEqualTo(new UserPool(3, 1, 0));
  }

  @Test
  void whatNobodyTookIsLeft() throws InterruptedException {
    pool.add(batch(0, 3));
    take(seat());

    assertThat(pool.left()).isEqualTo(new Arrival(1, 100_000_000));
    assertThat(pool.left()).isEqualTo(new Arrival(2, 200_000_000));
    assertThat(pool.left()).isNull();
  }

  @Test
  void whoRestsCanBeInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> pool.take(seat())).isInstanceOf(InterruptedException.class);
  }

  @Test
  void whoIsInterruptedTakesWhatIsThere() throws InterruptedException {
    pool.add(batch(0, 1));
    Thread.currentThread().interrupt();

    assertThat(take(seat())).isZero();
    assertThat(Thread.interrupted()).isTrue();
  }

  /** Users who say when they take an arrival, and are done with it when they are told to be. */
  private final class Users implements AutoCloseable {
    final LinkedBlockingQueue<Integer> taken = new LinkedBlockingQueue<>();
    private final Map<Integer, Semaphore> done = new HashMap<>();
    private final Map<Integer, Thread> threads = new HashMap<>();

    /** As many as there are arrivals, each with one of them. */
    Users(int count) throws InterruptedException {
      pool.add(batch(0, count));
      for (int i = 0; i < count; i++) {
        int number = pool.hire(count);
        var end = new Semaphore(0);
        done.put(number, end);
        threads.put(number, Thread.ofVirtual().start(() -> work(number, end)));
        assertThat(taken.take()).isEqualTo(number);
      }
    }

    private void work(int number, Semaphore end) {
      var seat = seat();
      try {
        while (true) {
          pool.take(seat);
          taken.add(number);
          end.acquire();
        }
      } catch (InterruptedException e) {
        // As it should.
      }
    }

    /** This one is done with its arrival and goes to rest. */
    void rests(int number) throws InterruptedException {
      long before = pool.underWay();
      done.get(number).release();
      while (pool.underWay() == before || threads.get(number).getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }

    @Override
    public void close() {
      threads.values().forEach(Thread::interrupt);
    }
  }

  @Test
  @Timeout(60)
  void theLastToRestIsTheFirstToBeCalled() throws InterruptedException {
    try (var users = new Users(3)) {
      users.rests(2);
      users.rests(3);
      users.rests(1);
      for (int expected : List.of(1, 3, 2)) {
        assertThat(pool.add(batch(3, 1))).isFalse();
        assertThat(users.taken.take()).isEqualTo(expected);
      }
    }
  }

  @Test
  @Timeout(60)
  void thoseWhoRestAreCalledBeforeAnyoneIsHired() throws InterruptedException {
    try (var users = new Users(2)) {
      users.rests(1);
      users.rests(2);
      assertThat(pool.add(batch(2, 3))).as("two are called, one has to be hired").isTrue();
      assertThat(List.of(users.taken.take(), users.taken.take())).containsExactlyInAnyOrder(1, 2);
      assertThat(pool.hire(5)).isEqualTo(3);
      assertThat(pool.hire(5)).isZero();
    }
  }

  @Test
  void noArrivalIsForgottenWhileUsersComeAndGoToRest() {
    int arrivals = 200_000;
    var seen = ConcurrentHashMap.<Long>newKeySet();
    var busy = new OpenPool(8);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          var threads = new ArrayList<Thread>();
          for (int from = 0; from < arrivals; from += 4) {
            if (busy.add(batch(from, 4))) {
              while (busy.hire(busy.arrivals()) > 0) {
                threads.add(Thread.ofVirtual().start(() -> takeAll(busy, seen)));
              }
            }
          }
          while (busy.underWay() > 0) {
            Thread.sleep(1);
          }
          for (var thread : threads) {
            thread.interrupt();
            thread.join();
          }
        });
    assertThat(seen).hasSize(arrivals);
    assertThat(busy.used().mostBusy()).isBetween(1L, 8L);
  }

  private static void takeAll(OpenPool from, Set<Long> seen) {
    var seat = seat();
    try {
      while (true) {
        seen.add(from.take(seat).index());
      }
    } catch (InterruptedException e) {
      // As it should.
    }
  }
}
