package dev.squall.load;

import java.time.Duration;

/**
 * Arrivals per second that still want to know for how long: the first half of {@code
 * perSecond(50).during(…)}.
 */
public record ArrivalRate(double perSecond) {

  /** These arrivals for a time. */
  public OpenLoad during(Duration time) {
    return new OpenLoad(perSecond, time, OpenLoad.DEFAULT_MAX_USERS);
  }
}
