package dev.squall.load;

import java.time.Duration;

/**
 * Users that begin an iteration as soon as their last one ended, for a time.
 *
 * @param users how many
 * @param during how long new iterations begin
 */
public record ClosedLoad(int users, Duration during) implements Load {
  @Override
  public int maxUsers() {
    return users;
  }

  @Override
  public String toString() {
    return Quantity.of(users, "user") + " for " + Durations.print(during);
  }
}
