package dev.squall.shop.behaviour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Closed while the shop is frozen: whoever comes waits, and goes on when it thaws. */
public final class Gate {

  /** Before the first freeze, and cheaper to see than the clock. */
  private static final long NEVER = 0;

  private final Time time;
  private final List<Runnable> waiting = new ArrayList<>();
  private volatile long thawsAt = NEVER;

  Gate(Time time) {
    this.time = time;
  }

  /** Closes the gate from now on for that long, or longer where a longer freeze is under way. */
  void freeze(Duration length) {
    synchronized (this) {
      var until = time.now() + length.toNanos();
      if (until <= thawsAt) {
        return;
      }
      thawsAt = until;
    }
    time.after(length.toNanos(), this::open);
  }

  /** Opens the gate, whatever freeze is under way. */
  void thaw() {
    synchronized (this) {
      thawsAt = Math.min(thawsAt, time.now());
    }
    open();
  }

  /** When the last freeze ended, or will end, on the clock of {@link Time}. */
  long thawsAt() {
    return thawsAt;
  }

  /** Runs the work now, or when the gate opens. */
  public void pass(Runnable work) {
    if (isClosed()) {
      synchronized (this) {
        // Asked again: it may have opened meanwhile, and nobody would come for this one.
        if (isClosed()) {
          waiting.add(work);
          return;
        }
      }
    }
    work.run();
  }

  private void open() {
    List<Runnable> free;
    synchronized (this) {
      if (isClosed()) {
        return; // made longer meanwhile: the longer freeze has a wake-up of its own
      }
      free = List.copyOf(waiting);
      waiting.clear();
    }
    free.forEach(Runnable::run);
  }

  private boolean isClosed() {
    var until = thawsAt;
    return until != NEVER && time.now() < until;
  }
}
