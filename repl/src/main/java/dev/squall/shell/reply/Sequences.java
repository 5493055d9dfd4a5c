package dev.squall.shell.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** What two lists have in common in the same order, and what they have not. */
final class Sequences {
  /** Of pairs that are compared; beyond them elements are compared place by place. */
  private static final long MOST_PAIRS = 4_000_000;

  private Sequences() {}

  /**
   * Tells each element of the first that is not in the longest common subsequence, and each of the
   * second, in their order.
   *
   * @param removed gets indices of the first
   * @param added gets indices of the second
   */
  static <T> void compare(List<T> first, List<T> second, IntConsumer removed, IntConsumer added) {
    int start = 0;
    int shorter = Math.min(first.size(), second.size());
    while (start < shorter && first.get(start).equals(second.get(start))) {
      start++;
    }
    int ends = 0;
    while (ends < shorter - start
        && first.get(first.size() - 1 - ends).equals(second.get(second.size() - 1 - ends))) {
      ends++;
    }
    var left = new ArrayList<>(first.subList(start, first.size() - ends));
    var right = new ArrayList<>(second.subList(start, second.size() - ends));
    int from = start;
    if ((long) left.size() * right.size() > MOST_PAIRS) {
      placeByPlace(left, right, at -> removed.accept(from + at), at -> added.accept(from + at));
    } else {
      longest(left, right, at -> removed.accept(from + at), at -> added.accept(from + at));
    }
  }

  private static <T> void placeByPlace(
      List<T> left, List<T> right, IntConsumer removed, IntConsumer added) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      boolean both = i < left.size() && i < right.size();
      if (!both || !left.get(i).equals(right.get(i))) {
        if (i < left.size()) {
          removed.accept(i);
        }
        if (i < right.size()) {
          added.accept(i);
        }
      }
    }
  }

  /** The table of Wagner and Fischer (1974) with the length that is left from each pair on. */
  private static <T> void longest(
      List<T> left, List<T> right, IntConsumer removed, IntConsumer added) {
    var lengths = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        lengths[i][j] =
            left.get(i).equals(right.get(j))
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
        i++;
        j++;
      } else if (j == right.size() || (i < left.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
        removed.accept(i++);
      } else {
        added.accept(j++);
      }
    }
  }
}
