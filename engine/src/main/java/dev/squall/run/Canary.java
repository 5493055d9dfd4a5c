package dev.squall.run;

import dev.squall.stats.LatencyCounter;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Two threads that do nothing but wake up once in every 10 ms and note how late they were: a
 * virtual one on the users' scheduler and a platform one beside it. Only the first late: our
 * scheduler was full. Both late: the machine paused.
 *
 * <p>When they wake within those 10 ms is drawn, so that a load in step with the clock is not
 * always met at the same place.
 */
final class Canary implements AutoCloseable {
  static final long PERIOD_NANOS = 10_000_000;

  /** Sooner than a deadline suffers; seldom enough to cost a generator at its limit little. */
  private static final long OVERDUE_NANOS = 10 * PERIOD_NANOS;

  private final LatencyCounter scheduler = new LatencyCounter();
  private final LatencyCounter machine = new LatencyCounter();
  private final StallLog stalls = new StallLog();
  private final long t0;
  private final Thread virtualThread =
      Thread.ofVirtual()
          .name("squall-canary")
          .unstarted(() -> watch(scheduler, false, now -> lastWoken = now));
  private final Thread platformThread =
      Thread.ofPlatform()
          .daemon()
          .name("squall-canary")
          .unstarted(() -> watch(machine, true, this::woken));
  private volatile boolean closed;
  private volatile long lastWoken = System.nanoTime(); // of the virtual one
  private volatile Runnable relief = () -> {};
  private volatile Runnable look = () -> {};

  /** One for a run that begins or began at this time, as {@link System#nanoTime}. */
  Canary(long t0) {
    this.t0 = t0;
    virtualThread.start();
    platformThread.start();
  }

  /** From now on this is done each time the virtual one is overdue. */
  void relievedBy(Runnable measure) {
    relief = measure;
  }

  /** From now on this is done each time the platform one wakes. */
  void looks(Runnable look) {
    this.look = look;
  }

  private void woken(long now) {
    look.run();
    if (now - lastWoken > OVERDUE_NANOS) {
      relief.run();
    }
  }

  private void watch(LatencyCounter lateness, boolean whole, LongConsumer eachTime) {
    var random = new SplittableRandom();
    long period = System.nanoTime();
    long due = period + random.nextLong(PERIOD_NANOS);
    while (!closed) {
      long left = due - System.nanoTime();
      if (left > 0) {
        LockSupport.parkNanos(this, left);
      } else {
        lateness.record(-left);
        stalls.add(due - t0, -left, whole);
        eachTime.accept(due - left);
        // On time again after a pause: one pause is one late waking, however many periods it
        // swallowed.
        period = Math.max(period + PERIOD_NANOS, due - left);
        due = period + random.nextLong(PERIOD_NANOS);
      }
    }
  }

  LatencyCounter scheduler() {
    return scheduler;
  }

  /** When either was late by much. */
  StallLog stalls() {
    return stalls;
  }

  LatencyCounter machine() {
    return machine;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(virtualThread);
    LockSupport.unpark(platformThread);
  }
}
