package dev.squall.run;

import dev.squall.stats.LatencyCounter;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Two threads that do nothing but wake up every 10 ms and note how late they were: a virtual one on
 * the users' scheduler and a platform one beside it. Only the first late: our scheduler was full.
 * Both late: the machine paused.
 */
final class Canary implements AutoCloseable {
  private static final long PERIOD_NANOS = 10_000_000;

  /** Sooner than a deadline suffers; seldom enough to cost a generator at its limit little. */
  private static final long OVERDUE_NANOS = 10 * PERIOD_NANOS;

  private final LatencyCounter scheduler = new LatencyCounter();
  private final LatencyCounter machine = new LatencyCounter();
  private final Thread virtualThread =
      Thread.ofVirtual()
          .name("squall-canary")
          .unstarted(() -> watch(scheduler, now -> lastWoken = now));
  private final Thread platformThread =
      Thread.ofPlatform()
          .daemon()
          .name("squall-canary")
          .unstarted(() -> watch(machine, this::relieve));
  private volatile boolean closed;
  private volatile long lastWoken = System.nanoTime(); // of the virtual one
  private volatile Runnable relief = () -> {};

  Canary() {
    virtualThread.start();
    platformThread.start();
  }

  /** From now on this is done each time the virtual one is overdue. */
  void relievedBy(Runnable measure) {
    relief = measure;
  }

  private void relieve(long now) {
    if (now - lastWoken > OVERDUE_NANOS) {
      relief.run();
    }
  }

  private void watch(LatencyCounter lateness, LongConsumer eachTime) {
    long due = System.nanoTime() + PERIOD_NANOS;
    while (!closed) {
      long left = due - System.nanoTime();
      if (left > 0) {
        LockSupport.parkNanos(this, left);
      } else {
        lateness.record(-left);
        eachTime.accept(due - left);
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
