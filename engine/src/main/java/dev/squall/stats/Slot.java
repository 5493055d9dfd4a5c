package dev.squall.stats;

/** Finished cells of one stretch of a run, packed. Nobody changes the bytes. */
final class Slot {
  private static final long OVERHEAD = 48;

  private final long number;
  private final byte[] cells;

  /** {@code number} is the slot's beginning / width of the matrix. */
  Slot(long number, byte[] cells) {
    this.number = number;
    this.cells = cells;
  }

  long number() {
    return number;
  }

  byte[] cells() {
    return cells;
  }

  /** Bytes that it takes on the heap, nearly. */
  long size() {
    return cells.length + OVERHEAD;
  }
}
