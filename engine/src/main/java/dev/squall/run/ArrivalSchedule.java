package dev.squall.run;

import dev.squall.load.Pacer;

/**
 * Which arrivals are due: those of one pacer, until another takes its place. Times are the load's.
 * Not thread-safe.
 */
final class ArrivalSchedule {
  private Pacer pacer;
  private long base;
  private long originNanos;
  private long released;

  ArrivalSchedule(Pacer pacer) {
    this.pacer = pacer;
  }

  /** When the next arrival is intended. */
  long nextNanos() {
    long next = pacer.intendedNanos(released);
    return next == Pacer.NEVER ? Pacer.NEVER : originNanos + next;
  }

  /**
   * The arrivals that are due and were not released before; perhaps none.
   *
   * @param shift how much later the run's time is than the load's
   */
  Batch due(long loadNanos, long shift) {
    long due = Math.max(released, pacer.dueBy(loadNanos - originNanos));
    var batch =
        new Batch(pacer, base, originNanos + shift, released, Math.toIntExact(due - released));
    released = due;
    return batch;
  }

  /**
   * From this time on the arrivals are those of another pacer, whose time begins then. Their
   * numbers go on from those that were released.
   */
  void change(Pacer next, long loadNanos) {
    base = nextBase();
    pacer = next;
    originNanos = loadNanos;
    released = 0;
  }

  /** What will be added to the numbers of the next pacer. */
  long nextBase() {
    return base + pacer.index(released) - pacer.index(0);
  }
}
