package dev.squall.stats;

import java.util.Arrays;

/**
 * Counts under construction: an open hash table from a small number (a bucket, a status, a check)
 * to how often it was seen. Its size follows the number of different keys, and counting allocates
 * only when it grows. Not thread-safe.
 */
final class Tally {
  private static final int FIRST_CAPACITY = 8;

  // A key is stored plus one: zero means a free place.
  private int[] keys = new int[FIRST_CAPACITY];
  private long[] counts = new long[FIRST_CAPACITY];
  private int used;
  private long max;

  /** Counts a time in microseconds in its bucket. */
  void time(long micros) {
    add(Buckets.index(micros), 1, micros);
  }

  /** Counts a key that is its own value. */
  void count(int key) {
    add(key, 1, key);
  }

  void add(int key, long count, long value) {
    raiseMax(value);
    int place = place(key);
    if (keys[place] == 0) {
      keys[place] = key + 1;
      used++;
      if (2 * used > keys.length) {
        grow();
        place = place(key);
      }
    }
    counts[place] += count;
  }

  void add(Counts other) {
    for (int i = 0; i < other.size(); i++) {
      add(other.key(i), other.count(i), other.max());
    }
  }

  void add(Tally other) {
    for (int i = 0; i < other.keys.length; i++) {
      if (other.keys[i] != 0) {
        add(other.keys[i] - 1, other.counts[i], other.max);
      }
    }
  }

  /** A value that its key does not tell exactly. */
  void raiseMax(long value) {
    if (value > max) {
      max = value;
    }
  }

  boolean isEmpty() {
    return used == 0;
  }

  void clear() {
    if (used > 0) {
      Arrays.fill(keys, 0);
      Arrays.fill(counts, 0);
      used = 0;
      max = 0;
    }
  }

  /** What was counted so far. */
  Counts counts() {
    if (used == 0) {
      return Counts.NONE;
    }
    var sorted = Arrays.stream(keys).filter(key -> key != 0).sorted().map(key -> key - 1).toArray();
    var numbers = new long[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      numbers[i] = counts[place(sorted[i])];
    }
    return new Counts(sorted, numbers, max);
  }

  private int place(int key) {
    int mask = keys.length - 1;
    // Neighbouring buckets are seen together; the multiplication spreads them over the table.
    int place = ((key * 0x9E3779B9) >>> 7) & mask;
    while (keys[place] != 0 && keys[place] != key + 1) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    var oldKeys = keys;
    var oldCounts = counts;
    keys = new int[2 * oldKeys.length];
    counts = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int place = place(oldKeys[i] - 1);
        keys[place] = oldKeys[i];
        counts[place] = oldCounts[i];
      }
    }
  }
}
