package dev.squall.shop.behaviour;

import java.time.Duration;

/** Closed while the shop is frozen: whoever comes waits, and goes on when it thaws. */
public final class Gate {

  /** Before the first freeze, and cheaper to see than the clock. */
  private static final long NEVER = 0;

  private final Timers timers;
  private final long origin = System.nanoTime();
  private volatile long thawsAt = NEVER;

  Gate(Timers timers) {
    this.timers = timers;
  }

  /** Closes the gate from now on for {@code time}, or longer where a longer freeze is under way. */
  synchronized void freeze(Duration time) {
    thawsAt = Math.max(thawsAt, now() + time.toNanos());
  }

  /** Runs the work now, or when the gate opens. */
  public void pass(Runnable work) {
    var until = thawsAt;
    var wait = until == NEVER ? 0 : until - now();
    if (wait <= 0) {
      work.run();
    } else {
      // Asked again then: the freeze may have been made longer meanwhile.
      timers.after(wait, () -> pass(work));
    }
  }

  private long now() {
    return System.nanoTime() - origin;
  }
}
