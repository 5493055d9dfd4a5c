package dev.squall.shop;

import java.time.Duration;

/** Closed while the shop is frozen: whoever comes waits, and goes on when it thaws. */
final class Gate {

  private final Timers timers;
  private final long origin = System.nanoTime();
  private volatile long thawsAt;

  Gate(Timers timers) {
    this.timers = timers;
  }

  /** Closes the gate from now on for {@code time}, or longer where a longer freeze is under way. */
  synchronized void freeze(Duration time) {
    thawsAt = Math.max(thawsAt, now() + time.toNanos());
  }

  /** Runs the work now, or when the gate opens. */
  void pass(Runnable work) {
    var wait = thawsAt - now();
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
