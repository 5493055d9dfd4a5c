package dev.squall.load;

/**
 * When arrivals are intended. Pure arithmetic: nothing here sleeps or looks at a clock. Any thread
 * may ask.
 */
public interface Pacer {

  /** The time of what does not happen. */
  long NEVER = Long.MAX_VALUE;

  /**
   * When an arrival (from 0) is intended, in nanoseconds since the start; never earlier than the
   * one before it, always before the end; {@link #NEVER} beyond the last one.
   */
  long intendedNanos(long arrival);

  /** How many arrivals are intended at or before this time since the start. */
  long dueBy(long nanos);

  /** The number of this arrival (from 0) among those of all workers. */
  default long index(long arrival) {
    return arrival;
  }

  /** The arrivals whose number among those of all workers is below this. */
  default Pacer below(long bound) {
    return bound == Long.MAX_VALUE ? this : new CutPacer(this, bound);
  }

  /**
   * The arrivals of one worker of several: those whose number leaves this remainder.
   *
   * @param worker from 0
   * @param workers how many share the load
   */
  default Pacer part(int worker, int workers) {
    return workers == 1 ? this : new PartPacer(this, worker, workers);
  }
}
