package dev.squall.load;

import java.time.Duration;

/**
 * A stretch of a load with another level, whatever the load's own is meanwhile.
 *
 * @param peak the level meanwhile
 * @param at when it begins, since the load's start
 * @param time how long
 */
public record Spike(double peak, Duration at, Duration time) {

  /** When it is over, since the load's start. */
  public Duration end() {
    return at.plus(time);
  }
}
