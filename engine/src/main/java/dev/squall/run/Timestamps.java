package dev.squall.run;

import java.util.concurrent.atomic.AtomicLong;

/** Unix milliseconds, strictly increasing within a run so that no two evaluations are equal. */
final class Timestamps {
  private final AtomicLong last = new AtomicLong();

  long next() {
    long now = System.currentTimeMillis();
    return last.updateAndGet(previous -> Math.max(previous + 1, now));
  }
}
