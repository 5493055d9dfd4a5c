package dev.squall.load;

import java.time.Duration;

/**
 * Arrivals per second that still want to know for how long: the first half of {@code
 * perSecond(50).during(…)}.
 */
public record ArrivalRate(double perSecond) implements Shaped<OpenLoad> {

  /** These arrivals for a time. */
  public OpenLoad during(Duration time) {
    return hold(time);
  }

  @Override
  public String toString() {
    return LoadText.rate(perSecond);
  }

  @Override
  public Profile profile() {
    return Profile.EMPTY;
  }

  @Override
  public double firstLevel() {
    return perSecond;
  }

  @Override
  public double lastLevel() {
    return perSecond;
  }

  @Override
  public OpenLoad shaped(Profile profile) {
    return OpenLoad.of(profile);
  }
}
