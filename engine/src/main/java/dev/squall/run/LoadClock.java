package dev.squall.run;

import dev.squall.load.Pacer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The time that a load goes by: that of the run, except that it stands still while the load is
 * paused. Both in nanoseconds since T0.
 *
 * <p>Whoever waits for a time is woken by every change as well: a pause, its end, the load's end,
 * other users.
 */
final class LoadClock {
  private final LongSupplier now;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Threads and no condition of the lock: a wait on that which times out looks through all the
   * others, so that the users of a ramp cost the square of their number.
   */
  private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

  // Everything is written under the lock.

  /** How often anything changed. */
  private final AtomicInteger changes = new AtomicInteger();

  private volatile long pausedAt = Pacer.NEVER;
  private volatile long resumedAt;
  private long stoodStill;

  /** By the run's clock. */
  LoadClock(LongSupplier now) {
    this.now = now;
  }

  /** Stands still from now on; whether it did not before. */
  boolean pause() {
    lock.lock();
    try {
      if (isPaused()) {
        return false;
      }
      pausedAt = now.getAsLong();
      signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Goes on from now on; whether it stood still. */
  boolean resume() {
    lock.lock();
    try {
      if (!isPaused()) {
        return false;
      }
      resumedAt = now.getAsLong();
      stoodStill += resumedAt - pausedAt;
      pausedAt = Pacer.NEVER;
      signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes whoever waits. */
  void change() {
    lock.lock();
    try {
      signal();
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    changes.incrementAndGet();
    waiting.forEach(LockSupport::unpark);
  }

  /** How often anything changed so far. */
  int changes() {
    return changes.get();
  }

  boolean isPaused() {
    return pausedAt != Pacer.NEVER;
  }

  /** When it went on last; 0 if it never stood still. */
  long resumedNanos() {
    return resumedAt;
  }

  /** The load's time at a time of the run that is not before the last pause. */
  long load(long runNanos) {
    lock.lock();
    try {
      return Math.min(runNanos, pausedAt) - stoodStill;
    } finally {
      lock.unlock();
    }
  }

  /** The run's time at a time of the load, as far as is known; never while it stands still. */
  long run(long loadNanos) {
    lock.lock();
    try {
      return isPaused() || loadNanos == Pacer.NEVER ? Pacer.NEVER : loadNanos + stoodStill;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a time of the run.
   *
   * @param seen returns at once if anything changed after there had been so many changes
   */
  void await(int seen, long runNanos) throws InterruptedException {
    var self = Thread.currentThread();
    // There before it looks: whoever changes something afterwards finds it there.
    waiting.add(self);
    try {
      long left = runNanos - now.getAsLong();
      while (changes.get() == seen && left > 0) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LockSupport.parkNanos(this, left);
        left = runNanos - now.getAsLong();
      }
    } finally {
      waiting.remove(self);
    }
  }

  /**
   * Waits until a time of the run and while the load is paused, unless it has ended.
   *
   * @return the time since T0 that was given, or that of the pause's end if that is later
   */
  long awaitRunning(long cursor, BooleanSupplier ended) throws InterruptedException {
    int seen = changes();
    while ((isPaused() || now.getAsLong() < cursor) && !ended.getAsBoolean()) {
      await(seen, isPaused() ? Pacer.NEVER : cursor);
      seen = changes();
    }
    return Math.max(cursor, resumedNanos());
  }
}
