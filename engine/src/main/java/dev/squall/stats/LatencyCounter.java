package dev.squall.stats;

/** Counts times that belong to no request: late starts, the canary's lateness. Thread-safe. */
public final class LatencyCounter {
  private final Tally times = new Tally();

  /** One time in nanoseconds; what is negative counts as zero. */
  public synchronized void record(long nanos) {
    times.time(Micros.measured(nanos));
  }

  /** What was recorded so far. */
  public synchronized Latencies latencies() {
    return new Latencies(times.counts(), Counts.NONE, 0);
  }
}
