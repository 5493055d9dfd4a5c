package dev.squall.shop.behaviour;

import java.util.concurrent.TimeUnit;

/**
 * The course of one request through time. Each wait is added to the instant at which the one before
 * was due to end, not to the later one at which a thread woke: otherwise every wait would be longer
 * than it was drawn, and n workers with a service time s would get less through than n / s.
 *
 * <p>One thread at a time uses it.
 */
public final class Course {

  /** Later than this is not made up for: after a pause of the machine nobody wants a burst. */
  private static final long FORGIVEN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Time time;
  private final Gate gate;
  private long due;

  Course(Time time, Gate gate) {
    this.time = time;
    this.gate = gate;
  }

  /** Its work begins: now, or a little earlier where a worker was free before it was noticed. */
  public void beginAt(long at) {
    due = at;
  }

  /** What came before took the time it took: it is now, which is returned. */
  public long catchUp() {
    due = time.now();
    return due;
  }

  /** Goes on after that long, and not while the shop is frozen. */
  public void after(long nanos, Runnable next) {
    if (nanos == 0) {
      gate.pass(next); // most requests wait for nothing, and need not even ask the clock
      return;
    }
    due = due() + nanos;
    var wait = due - time.now();
    if (wait <= 0) {
      gate.pass(next);
    } else {
      time.after(wait, () -> gate.pass(next));
    }
  }

  /** When the last wait was due to end. */
  public long due() {
    var now = time.now();
    // While frozen nothing was done, so that a wait which the freeze outlasted ended with it.
    due = Math.max(due, Math.min(gate.thawsAt(), now));
    due = Math.max(due, now - FORGIVEN_NANOS);
    return due;
  }
}
