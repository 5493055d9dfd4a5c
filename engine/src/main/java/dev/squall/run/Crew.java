package dev.squall.run;

/** The users of a run and what makes them begin iterations. One kind for each kind of load. */
sealed interface Crew permits ClosedCrew, IterationsCrew, OpenCrew {

  /** Starts the users; returns at once. */
  void start();

  /**
   * Waits until nothing runs and nothing more will begin, at most until this time since T0; whether
   * that is so.
   */
  boolean awaitIdle(long untilNanos) throws InterruptedException;

  /** When the load ends by itself, in nanoseconds since T0; what still runs then has its grace. */
  long endNanos();

  /** Wakes every user, so that it sees what the run's context says. */
  void wake();

  /** After everything ended: accounts for what never began. */
  void settle();

  /** How late arrivals were released. */
  dev.squall.stats.Latencies lateness();
}
