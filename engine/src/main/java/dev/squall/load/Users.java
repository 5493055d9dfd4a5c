package dev.squall.load;

import java.time.Duration;

/**
 * A number of users that still wants to know for how long: the first half of {@code
 * users(20).during(…)}.
 */
public record Users(int count) {

  /** Iterations one after the other for a time. */
  public ClosedLoad during(Duration time) {
    return new ClosedLoad(count, time);
  }

  /** A number of iterations in all, divided among the users. */
  public Iterations iterations(long total) {
    return new Iterations(count, total, Iterations.Sharing.DIVIDED);
  }

  /** A number of iterations in all, taken by whoever is free. */
  public Iterations sharedIterations(long total) {
    return new Iterations(count, total, Iterations.Sharing.SHARED);
  }
}
