package dev.squall.load;

/**
 * Evenly spaced arrivals: number i at i / rate seconds, each rounded by itself so that nothing adds
 * up.
 */
record ConstantPacer(double perSecond, long duringNanos) implements Pacer {
  private static final double NANOS = 1e9;

  @Override
  public long arrivals() {
    // Those with i / rate < during; the ceiling of a product that is whole up to rounding is that
    // whole number.
    double product = perSecond * (duringNanos / NANOS);
    double whole = Math.rint(product);
    return (long) (Math.abs(product - whole) < 1e-6 ? whole : Math.ceil(product));
  }

  @Override
  public long intendedNanos(long arrival) {
    return Math.round(arrival * NANOS / perSecond);
  }

  @Override
  public long dueBy(long nanos) {
    if (nanos < 0) {
      return 0;
    }
    long due = Math.min(arrivals(), (long) (nanos * (perSecond / NANOS)) + 1);
    while (due > 0 && intendedNanos(due - 1) > nanos) {
      due--;
    }
    while (due < arrivals() && intendedNanos(due) <= nanos) {
      due++;
    }
    return due;
  }
}
