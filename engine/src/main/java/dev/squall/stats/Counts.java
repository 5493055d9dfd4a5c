package dev.squall.stats;

import java.util.Arrays;

/** How often each key was seen: sorted, immutable, without zeros. Adding is exact. */
final class Counts {
  static final Counts NONE = new Counts(new int[0], new long[0], 0);

  private final int[] keys;
  private final long[] counts;
  private final long max;
  private final long total;

  /** Takes the arrays over: keys ascending, counts above zero. */
  Counts(int[] keys, long[] counts, long max) {
    this.keys = keys;
    this.counts = counts;
    this.max = max;
    this.total = Arrays.stream(counts).sum();
  }

  int size() {
    return keys.length;
  }

  boolean isEmpty() {
    return keys.length == 0;
  }

  int key(int i) {
    return keys[i];
  }

  /** The largest key; -1 when there is none. */
  int lastKey() {
    return isEmpty() ? -1 : keys[keys.length - 1];
  }

  long count(int i) {
    return counts[i];
  }

  /** The largest value behind the keys, unrounded; 0 when there is none. */
  long max() {
    return max;
  }

  long total() {
    return total;
  }

  Counts plus(Counts other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    var tally = new Tally();
    tally.add(this);
    tally.add(other);
    return tally.counts();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that
        && Arrays.equals(keys, that.keys)
        && Arrays.equals(counts, that.counts)
        && max == that.max;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(counts);
  }
}
