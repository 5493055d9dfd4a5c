package dev.squall.http;

import java.util.concurrent.locks.LockSupport;

/**
 * Says when users step aside. A carrier looks at what was woken from outside only when its own
 * queue is empty, and users that never rest never let it be; whoever notices that somebody waits
 * there calls {@link #begin}, and for a moment each user that comes along rests, until the queue is
 * empty (docs/decisions/007).
 */
final class Relief {
  // A round of hundreds of users.
  private static final long ROUND = 3_000_000;

  private volatile long until = System.nanoTime();

  void begin() {
    until = System.nanoTime() + ROUND;
  }

  /** Rests if it is time to; returns what time it is then. */
  long restIfDue(long now) {
    long left = until - now;
    if (left <= 0) {
      return now;
    }
    LockSupport.parkNanos(this, left);
    return System.nanoTime();
  }
}
