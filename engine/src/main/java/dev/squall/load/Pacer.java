package dev.squall.load;

/** When arrivals are intended. Pure arithmetic: nothing here sleeps or looks at a clock. */
public interface Pacer {

  /** How many arrivals there are in all. */
  long arrivals();

  /**
   * When an arrival (from 0) is intended, in nanoseconds since the start; never earlier than the
   * one before it.
   */
  long intendedNanos(long arrival);

  /** How many arrivals are intended at or before this time since the start. */
  long dueBy(long nanos);
}
