package dev.squall.stats;

import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import java.util.HashMap;
import java.util.Map;

/** Failures by key, with the earliest of each as its example. Not thread-safe. */
final class ErrorLog {
  static final int KEYS = 1000;

  private final Map<ErrorKey, Entry> entries = new HashMap<>();
  private long overflow;

  /** How many, and the earliest. */
  record Entry(long count, Sample example, String message) {
    Entry plus(Entry other) {
      var earlier = other.example.endedNanos() < example.endedNanos() ? other : this;
      return new Entry(count + other.count, earlier.example, earlier.message);
    }
  }

  void record(Sample sample) {
    if (sample.outcome() instanceof Outcome.Failed(var category, var kind, var message)) {
      var key = new ErrorKey(sample.step(), category, kind, sample.status());
      add(key, new Entry(1, sample, message));
    }
  }

  void add(ErrorLog other) {
    other.entries.forEach(this::add);
    overflow += other.overflow;
  }

  private void add(ErrorKey key, Entry entry) {
    if (entries.size() < KEYS || entries.containsKey(key)) {
      entries.merge(key, entry, Entry::plus);
    } else {
      overflow += entry.count();
    }
  }

  Map<ErrorKey, Entry> entries() {
    return Map.copyOf(entries);
  }

  /** Failures whose key came when all places were taken. */
  long overflow() {
    return overflow;
  }
}
