package dev.squall.stats;

/**
 * How iterations went: {@code scheduled = started + dropped}, and once all of them ended {@code
 * started = completed + failed + abandoned + interrupted}.
 *
 * @param scheduled intended to begin
 * @param started begun
 * @param dropped not begun, because no user was free
 * @param completed ended after the last step
 * @param failed ended by a failed step
 * @param abandoned ended on purpose before the last step
 * @param interrupted running, or waiting for a user, when the run ended
 */
public record IterationCounts(
    long scheduled,
    long started,
    long dropped,
    long completed,
    long failed,
    long abandoned,
    long interrupted) {

  /** Iterations that have ended, however they ended. */
  public long ended() {
    return completed + failed + abandoned + interrupted;
  }

  /** Iterations begun and not yet ended. */
  public long running() {
    return started - ended();
  }
}
