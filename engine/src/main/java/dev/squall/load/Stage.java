package dev.squall.load;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A stretch of a load as it was said. Its level is users in a closed load and arrivals per second
 * in an open one; between whole numbers it is real.
 */
public sealed interface Stage {

  /**
   * One level.
   *
   * @param level the level
   * @param time how long
   */
  record Hold(double level, Duration time) implements Stage {}

  /**
   * From one level to another in a straight line.
   *
   * @param from the level at the beginning
   * @param to the level at the end
   * @param time how long
   */
  record Ramp(double from, double to, Duration time) implements Stage {}

  /**
   * From one level to another and back, again and again: {@code from + (to − from) · (1 − cos(2πt /
   * period)) / 2}.
   *
   * @param from the level at the beginning
   * @param to the level half a period later
   * @param period from one beginning to the next
   * @param time how long in all
   */
  record Wave(double from, double to, Duration period, Duration time) implements Stage {}

  /**
   * Days of traffic.
   *
   * @param traffic one day
   * @param time how long in all
   */
  record Daily(DailyTraffic traffic, Duration time) implements Stage {}

  /**
   * One level higher after each step.
   *
   * @param from the first level
   * @param by how much higher each step is than the one before
   * @param every how long a step is
   * @param upTo no step is higher; without it there are {@value #MOST_STEPS}
   */
  record Staircase(double from, double by, Duration every, OptionalDouble upTo) implements Stage {

    /** A staircase without a highest step ends here, unless something else ends it. */
    public static final int MOST_STEPS = 10_000;

    /** Nor does it go beyond this rate. */
    private static final double HIGHEST = 1e9;

    /** How many steps there are: at least one. */
    public long steps() {
      long steps = stepsUpTo(upTo.orElse(HIGHEST));
      return upTo.isPresent() ? steps : Math.min(MOST_STEPS, steps);
    }

    private long stepsUpTo(double highest) {
      // A whole quotient may come out a little below itself.
      return 1 + (long) Math.max(0, Math.floor((highest - from) / by + 1e-9));
    }

    @Override
    public Duration time() {
      return every.multipliedBy(steps());
    }
  }

  /** How long it lasts. */
  Duration time();
}
