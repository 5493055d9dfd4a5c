package dev.squall.run;

import dev.squall.stats.Latencies;
import dev.squall.stats.UserPool;

/** The users of a run and what makes them begin iterations. One kind for each kind of load. */
sealed interface Crew permits ClosedCrew, IterationsCrew, OpenCrew {

  /** Starts the users; returns at once. */
  void start();

  /**
   * When the load ends by itself, in nanoseconds of its own time; what still runs has its grace.
   */
  long endNanos();

  /** The stage that the load is in at a moment of its own time, before its end. */
  StageNow stage(long loadNanos);

  /** Nothing new begins until {@link #resume()}; whether it was not so before. */
  boolean pause();

  /** Goes on where it was; whether it had been paused. */
  boolean resume();

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

  /** Whether there was no row of data for what would have begun next. */
  boolean isOutOfData();

  /** How the users were needed. */
  default UserPool pool() {
    return UserPool.NONE;
  }
}
