package dev.squall.run;

import dev.squall.stats.UserPool;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where the users of an open load and its arrivals meet: arrivals wait for a user in their order,
 * users for an arrival, the last to come first. So a load that needs few users keeps to the same
 * few, whose connections and memory are warm, however many a bad moment had once called for.
 *
 * <p>A user that is done takes whatever waits; one that was called may find nothing and rests
 * again. Nothing here is a lock: the thread that adds would have to wait for a virtual one that
 * holds it or is next in line, and that one for its turn behind thousands of others.
 *
 * <p>One thread adds, one hires.
 */
final class OpenPool {

  /** A user's place, where it rests and is called. */
  static final class Seat {
    private final Thread user;

    /** From its call until it came: whoever was just hired was called by that. */
    private volatile boolean called = true;

    private boolean serves;

    Seat(Thread user) {
      this.user = user;
    }
  }

  private record Place(Batch batch, int place) {}

  private final int limit;
  private final ConcurrentLinkedQueue<Place> waiting = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedDeque<Seat> resting = new ConcurrentLinkedDeque<>();
  private final AtomicLong added = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private final AtomicInteger coming = new AtomicInteger();
  private final LongAccumulator mostBusy = new LongAccumulator(Long::max, 0);
  private final LongAdder waitedAtLimit = new LongAdder();

  /** Written by the one that hires. */
  private volatile int hired;

  /**
   * A pool without users.
   *
   * @param limit the most there may be
   */
  OpenPool(int limit) {
    this.limit = limit;
  }

  /** How many arrivals there were so far. */
  long arrivals() {
    return added.get();
  }

  /** Arrivals that wait or are performed. */
  long underWay() {
    return added.get() - finished.get();
  }

  /** Arrivals among the first so many that wait and to which nobody is on the way. */
  private long unattended(long arrivals) {
    return arrivals - taken.get() - coming.get();
  }

  /** Adds arrivals and calls users for them; whether more have to be hired. */
  boolean add(Batch batch) {
    for (int i = 0; i < batch.count(); i++) {
      waiting.add(new Place(batch, i));
    }
    long arrivals = added.addAndGet(batch.count());
    int called = 0;
    while (called < batch.count() && unattended(arrivals) > 0 && call()) {
      called++;
    }
    return isShort();
  }

  private boolean call() {
    var seat = resting.pollFirst();
    if (seat == null) {
      return false;
    }
    coming.incrementAndGet();
    seat.called = true;
    LockSupport.unpark(seat.user);
    return true;
  }

  /** Whether an arrival waits for a user that has yet to be hired. */
  boolean isShort() {
    return hired < limit && unattended(arrivals()) > 0;
  }

  /** Whether a user was called or hired and has not come yet. */
  boolean isAnyoneComing() {
    return coming.get() > 0;
  }

  /** The number of one more user, if one of the first so many arrivals needs one; else 0. */
  int hire(long arrivals) {
    if (hired == limit || unattended(arrivals) <= 0) {
      return 0;
    }
    coming.incrementAndGet();
    int number = hired + 1;
    hired = number;
    return number;
  }

  /** What a user has to do next, as soon as there is something; it has done what it had. */
  Arrival take(Seat seat) throws InterruptedException {
    if (seat.serves) {
      seat.serves = false;
      finished.incrementAndGet();
    }
    while (true) {
      var next = waiting.poll();
      if (next != null) {
        begin(seat);
        // When a random arrival is intended may take many draws to say.
        return next.batch().arrival(next.place());
      }
      rest(seat);
    }
  }

  private void begin(Seat seat) {
    seat.serves = true;
    mostBusy.accumulate(taken.incrementAndGet() - finished.get());
    if (seat.called) {
      arrived(seat);
    } else if (hired == limit && coming.get() == 0) {
      waitedAtLimit.increment();
    }
  }

  private void arrived(Seat seat) {
    seat.called = false;
    coming.decrementAndGet();
  }

  private void rest(Seat seat) throws InterruptedException {
    if (seat.called) {
      arrived(seat);
    }
    resting.addFirst(seat);
    // Looked again after it sat down: whoever adds does so first and looks who rests second.
    if (!waiting.isEmpty()) {
      var _ = call();
    }
    while (!seat.called) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.park(this);
    }
  }

  /** The next one that nobody took. */
  @Nullable Arrival left() {
    var next = waiting.poll();
    return next == null ? null : next.batch().arrival(next.place());
  }

  /** How it was used so far; who still waits has waited. */
  UserPool used() {
    long stillWaiting = hired == limit ? Math.max(0, unattended(arrivals())) : 0;
    return new UserPool(limit, mostBusy.get(), waitedAtLimit.sum() + stillWaiting);
  }
}
