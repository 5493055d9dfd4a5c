package dev.squall.load;

/** Every n-th arrival of a whole, beginning with number k. */
record PartPacer(Pacer whole, int worker, int workers) implements Pacer {

  @Override
  public long intendedNanos(long arrival) {
    return arrival > (NEVER - worker) / workers ? NEVER : whole.intendedNanos(index(arrival));
  }

  @Override
  public long dueBy(long nanos) {
    return Math.ceilDiv(Math.max(0, whole.dueBy(nanos) - worker), workers);
  }

  @Override
  public long index(long arrival) {
    return whole.index(arrival * workers + worker);
  }
}
