package dev.squall.load;

/** The first arrivals of a pacer: those whose number lies below a bound. */
record CutPacer(Pacer whole, long below) implements Pacer {

  @Override
  public long intendedNanos(long arrival) {
    return isThere(arrival) ? whole.intendedNanos(arrival) : NEVER;
  }

  @Override
  public long dueBy(long nanos) {
    long due = whole.dueBy(nanos);
    if (due == 0 || isThere(due - 1)) {
      return due;
    }
    // Numbers rise, so the last one below the bound is found by halving.
    long low = 0;
    while (low < due) {
      long middle = (low + due) >>> 1;
      if (isThere(middle)) {
        low = middle + 1;
      } else {
        due = middle;
      }
    }
    return low;
  }

  private boolean isThere(long arrival) {
    return whole.index(arrival) < below;
  }

  @Override
  public long index(long arrival) {
    return whole.index(arrival);
  }
}
