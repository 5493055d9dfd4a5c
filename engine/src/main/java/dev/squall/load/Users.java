package dev.squall.load;

import java.time.Duration;

/**
 * A number of users that still wants to know for how long: the first half of {@code
 * users(20).during(…)}.
 */
public record Users(int count) implements Shaped<ClosedLoad> {

  /** Iterations one after the other for a time. */
  public ClosedLoad during(Duration time) {
    return hold(time);
  }

  /** A number of iterations in all, divided among the users. */
  public Iterations iterations(long total) {
    return new Iterations(count, total, Iterations.Sharing.DIVIDED);
  }

  /** A number of iterations for each user. */
  public Iterations iterationsEach(long number) {
    // What overflows is more than anybody waits for, and is a problem before the run.
    return iterations(Math.max(count, 0) == 0 ? number : saturated(count, number));
  }

  /** A number of iterations in all, taken by whoever is free. */
  public Iterations sharedIterations(long total) {
    return new Iterations(count, total, Iterations.Sharing.SHARED);
  }

  @Override
  public String toString() {
    return Quantity.of(count, "user");
  }

  private static long saturated(int users, long number) {
    return number > Long.MAX_VALUE / users ? Long.MAX_VALUE : users * number;
  }

  @Override
  public Profile profile() {
    return Profile.EMPTY;
  }

  @Override
  public double firstLevel() {
    return count;
  }

  @Override
  public double lastLevel() {
    return count;
  }

  @Override
  public ClosedLoad shaped(Profile profile) {
    return ClosedLoad.of(profile);
  }
}
