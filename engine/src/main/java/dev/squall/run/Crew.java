package dev.squall.run;

import dev.squall.stats.Latencies;

/** The users of a run and what makes them begin iterations. One kind for each kind of load. */
sealed interface Crew permits ClosedCrew, IterationsCrew, OpenCrew {

  /** Starts the users; returns at once. */
  void start() throws InterruptedException;

  /** When the load ends by itself, in nanoseconds since T0; what still runs then has its grace. */
  long endNanos();

  /**
   * Waits until nothing runs and nothing more will begin, at most until this time since T0; whether
   * that is so.
   */
  boolean awaitIdle(long untilNanos) throws InterruptedException;

  /** Interrupts every user, after the run's context was. */
  void interrupt();

  /** Waits until no thread is left, at most until this time since T0; whether that is so. */
  boolean awaitGone(long untilNanos) throws InterruptedException;

  /** After everybody has gone: accounts for what never found a user. */
  default void settle() {}

  /** How late arrivals were released. */
  default Latencies lateness() {
    return Latencies.NONE;
  }
}
