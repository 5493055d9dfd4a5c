package dev.squall.run;

import dev.squall.stats.LatencyCounter;
import java.util.concurrent.locks.LockSupport;

/**
 * Two threads that do nothing but wake up every 10 ms and note how late they were: a virtual one on
 * the users' scheduler and a platform one beside it. Only the first late: our scheduler was full.
 * Both late: the machine paused.
 */
final class Canary implements AutoCloseable {
  private static final long PERIOD_NANOS = 10_000_000;

  private final LatencyCounter scheduler = new LatencyCounter();
  private final LatencyCounter machine = new LatencyCounter();
  private final Thread virtualThread =
      Thread.ofVirtual().name("squall-canary").unstarted(() -> watch(scheduler));
  private final Thread platformThread =
      Thread.ofPlatform().daemon().name("squall-canary").unstarted(() -> watch(machine));
  private volatile boolean closed;

  Canary() {
    virtualThread.start();
    platformThread.start();
  }

  private void watch(LatencyCounter lateness) {
    long due = System.nanoTime() + PERIOD_NANOS;
    while (!closed) {
      long left = due - System.nanoTime();
      if (left > 0) {
        LockSupport.parkNanos(this, left);
      } else {
        lateness.record(-left);
        // On time again after a pause: one pause is one late waking, however many periods it
        // swallowed.
        due = Math.max(due + PERIOD_NANOS, System.nanoTime());
      }
    }
  }

  LatencyCounter scheduler() {
    return scheduler;
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
