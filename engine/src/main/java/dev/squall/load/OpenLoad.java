package dev.squall.load;

import java.time.Duration;

/**
 * Arrivals at a constant rate, whatever the system under test does.
 *
 * @param perSecond iterations begun each second
 * @param during how long
 * @param maxUsers the most users busy at once; an arrival beyond them waits, and its waiting is
 *     response time
 */
public record OpenLoad(double perSecond, Duration during, int maxUsers) implements Load {

  /** The limit where none is said. */
  public static final int DEFAULT_MAX_USERS = 10_000;

  /** The same arrivals with another limit on busy users. */
  public OpenLoad maxUsers(int limit) {
    return new OpenLoad(perSecond, during, limit);
  }

  /** When each arrival is intended. */
  public Pacer pacer() {
    return new ConstantPacer(perSecond, during.toNanos());
  }

  @Override
  public String toString() {
    return Quantity.of(perSecond)
        + "/s for "
        + Durations.print(during)
        + (maxUsers == DEFAULT_MAX_USERS ? "" : ", at most " + Quantity.of(maxUsers, "user"));
  }
}
