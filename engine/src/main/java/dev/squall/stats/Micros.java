package dev.squall.stats;

/** Nanoseconds to microseconds. */
final class Micros {
  private static final long NANOS = 1000;

  private Micros() {}

  /** A measured time, rounded to the nearest. */
  static long measured(long nanos) {
    return Math.max(0, (nanos + NANOS / 2) / NANOS);
  }

  /** An age that the true time is not below: rounded down, so that the bound stays true. */
  static long atLeast(long nanos) {
    return Math.max(0, nanos / NANOS);
  }
}
