package dev.squall.stats;

/**
 * Moments of a run as its files write them: whole milliseconds. What is computed from a moment is
 * then the same whether the results were measured or loaded.
 */
final class Millis {
  private static final long NANOS = 1_000_000;
  private static final double PER_SECOND = 1e3;

  private Millis() {}

  /** Nanoseconds as seconds, down to the millisecond, so that each stays in its second. */
  static double seconds(long nanos) {
    return Math.floorDiv(nanos, NANOS) / PER_SECOND;
  }
}
