package dev.squall.load;

/**
 * Evenly spaced arrivals: number i at i / rate seconds, each rounded to the nanosecond by itself so
 * that nothing adds up; the last one before the end.
 */
record ConstantPacer(double perSecond, long duringNanos) implements Pacer {
  private static final double NANOS = 1e9;

  @Override
  public long arrivals() {
    return dueBy(duringNanos - 1);
  }

  @Override
  public long intendedNanos(long arrival) {
    return Math.round(arrival * NANOS / perSecond);
  }

  @Override
  public long dueBy(long nanos) {
    long until = Math.min(nanos, duringNanos - 1);
    if (until < 0) {
      return 0;
    }
    // The quotient may be one off where it is whole up to rounding; the arrivals' own times decide.
    long due = (long) (until * (perSecond / NANOS)) + 1;
    while (intendedNanos(due - 1) > until) {
      due--;
    }
    while (intendedNanos(due) <= until) {
      due++;
    }
    return due;
  }
}
