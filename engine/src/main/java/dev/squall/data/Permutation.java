package dev.squall.data;

import dev.squall.draw.Draws;

/**
 * Orders of the numbers below a size, as functions: nothing is stored, whatever the size.
 *
 * <p>A number is split into two digits to the least base above the square root of the size. Rounds
 * of a Feistel network (Luby and Rackoff, 1988) with addition modulo the base, the generalized
 * cipher of Black and Rogaway, "Ciphers with Arbitrary Finite Domains" (2002), permute all pairs of
 * digits. What falls outside of the size is permuted again until it falls inside (their cycle
 * walking), which is still a permutation of what is inside.
 */
final class Permutation {
  /** Four make it look random to an observer of many; more, since small bases mix little. */
  private static final int ROUNDS = 8;

  private Permutation() {}

  /**
   * Where a number goes.
   *
   * @param index from 0, below the size
   * @param size how many numbers there are
   * @param key chooses the order
   */
  static long at(long index, long size, long key) {
    long base = (long) Math.sqrt((double) size) + 1;
    long value = index;
    do {
      value = pass(value, base, key);
    } while (value >= size);
    return value;
  }

  private static long pass(long value, long base, long key) {
    long left = value / base;
    long right = value % base;
    for (int round = 0; round < ROUNDS; round++) {
      long mixed = Math.floorMod(Draws.bits(key, right, Draws.DATA, round), base);
      long next = (left + mixed) % base;
      left = right;
      right = next;
    }
    return left * base + right;
  }
}
