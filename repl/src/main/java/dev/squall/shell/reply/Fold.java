package dev.squall.shell.reply;

import java.util.List;

/**
 * How much of a document is left out.
 *
 * @param items how many of a list are shown
 * @param brief whether all items behind the first take one line each, cut where it ends
 * @param members how many of an object are shown
 * @param depth how deep values are opened
 * @param characters how much of a string is shown
 */
record Fold(int items, boolean brief, int members, int depth, int characters) {
  private static final int ALL = Integer.MAX_VALUE;

  static final Fold NONE = new Fold(ALL, false, ALL, ALL, ALL);

  /** Shows more than the gentlest exactly where that leaves something out, and costs no more. */
  static final Fold LITTLE_MORE = new Fold(ALL, false, ALL, ALL, 301);

  /**
   * From the gentlest. The first item is opened as long as it can be, because it shows what all of
   * them are made of.
   */
  static final List<Fold> LADDER =
      List.of(
          new Fold(ALL, false, ALL, ALL, 300),
          new Fold(ALL, true, ALL, ALL, 120),
          new Fold(50, true, ALL, ALL, 120),
          new Fold(30, true, ALL, ALL, 120),
          new Fold(20, true, ALL, ALL, 120),
          new Fold(15, true, ALL, ALL, 120),
          new Fold(12, true, ALL, ALL, 120),
          new Fold(10, true, ALL, ALL, 120),
          new Fold(8, true, ALL, ALL, 120),
          new Fold(6, true, ALL, ALL, 120),
          new Fold(4, true, ALL, ALL, 120),
          new Fold(3, true, ALL, ALL, 120),
          new Fold(2, true, ALL, ALL, 80),
          new Fold(1, true, ALL, ALL, 80),
          new Fold(3, true, 30, 4, 80),
          new Fold(1, true, 30, 4, 80),
          new Fold(3, true, 30, 3, 80),
          new Fold(1, true, 20, 3, 80),
          new Fold(3, true, 20, 2, 80),
          new Fold(1, true, 12, 2, 60),
          new Fold(1, true, 8, 2, 60),
          new Fold(1, true, 12, 1, 60),
          new Fold(1, true, 5, 1, 60),
          new Fold(1, true, 1, 1, 60));
}
