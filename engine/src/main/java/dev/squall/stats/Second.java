package dev.squall.stats;

/** The cells of one second of one stripe, while it is being recorded. */
final class Second {
  final Cells cells;
  long number;

  Second(Cells cells) {
    this.cells = cells;
  }
}
