package dev.squall.run;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Released arrivals that no user has taken yet, in their order. */
final class ArrivalQueue {
  private final Deque<Batch> batches = new ArrayDeque<>();

  /** How many of the first batch were taken. */
  private int taken;

  synchronized void add(Batch batch) {
    if (batch.count() > 0) {
      batches.addLast(batch);
    }
  }

  /** The next one; null if there is none. */
  @Nullable Arrival poll() {
    Batch batch;
    int place;
    synchronized (this) {
      batch = batches.peekFirst();
      if (batch == null) {
        return null;
      }
      place = taken++;
      if (taken == batch.count()) {
        batches.removeFirst();
        taken = 0;
      }
    }
    // Outside the lock: when a random arrival is intended may take many draws to say.
    return batch.arrival(place);
  }
}
