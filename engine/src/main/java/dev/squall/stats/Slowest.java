package dev.squall.stats;

import dev.squall.sample.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The slowest samples of one step. Not thread-safe. */
final class Slowest {
  static final int KEPT = 20;
  static final Comparator<Sample> FASTEST_FIRST = Comparator.comparingLong(Sample::responseNanos);

  private final PriorityQueue<Sample> kept = new PriorityQueue<>(KEPT + 1, FASTEST_FIRST);
  private long threshold = Long.MIN_VALUE;

  void record(Sample sample) {
    // Nearly every sample leaves here.
    if (sample.responseNanos() <= threshold) {
      return;
    }
    kept.add(sample);
    if (kept.size() > KEPT) {
      kept.remove();
    }
    if (kept.size() == KEPT) {
      threshold = kept.element().responseNanos();
    }
  }

  List<Sample> samples() {
    return List.copyOf(kept);
  }
}
