package dev.squall.run;

import dev.squall.stats.Stall;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The longest times that a thread was woken too late. Thread-safe. */
final class StallLog {
  private static final int MOST = 100;

  /** What a machine with other work does to a thread all the time is not worth a word. */
  private static final long SHORTEST_NANOS = 10_000_000;

  private final PriorityQueue<Stall> longest =
      new PriorityQueue<>(Comparator.comparingDouble(Stall::ms));

  /** Something was due at this time since T0 and was done so much later. */
  synchronized void add(long dueNanos, long lateNanos, boolean whole) {
    if (lateNanos >= SHORTEST_NANOS && dueNanos + lateNanos > 0) {
      longest.add(
          new Stall(
              Math.max(0, dueNanos / 1_000_000) / 1e3, Math.rint(lateNanos / 1e3) / 1e3, whole));
      if (longest.size() > MOST) {
        longest.remove();
      }
    }
  }

  /** In the order of time. */
  synchronized List<Stall> all() {
    return longest.stream().sorted(Comparator.comparingDouble(Stall::fromSeconds)).toList();
  }
}
