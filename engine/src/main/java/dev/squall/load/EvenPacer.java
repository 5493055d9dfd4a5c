package dev.squall.load;

/** Arrival i when the integral of the rate comes to i. */
record EvenPacer(ArrivalCurve count) implements Pacer {

  @Override
  public long intendedNanos(long arrival) {
    return count.reached(arrival, 0);
  }

  @Override
  public long dueBy(long nanos) {
    long until = Math.min(nanos, count.endNanos() - 1);
    if (until < 0) {
      return 0;
    }
    // The count may be one off where it is whole up to rounding; the arrivals' own times decide.
    long due = (long) count.count(until) + 1;
    while (due > 0 && intendedNanos(due - 1) > until) {
      due--;
    }
    while (intendedNanos(due) <= until) {
      due++;
    }
    return due;
  }
}
