package dev.squall.load;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A day of traffic, in arrivals per second: up from the least to the most, a plateau, down to the
 * middle, a plateau, down to the least, which lasts for what is left of the cycle. The first half
 * of {@code daily(100, 500, 1500).during(…)}.
 *
 * @param min the rate at night
 * @param mid the rate of the afternoon
 * @param max the rate at noon
 * @param cycle how long a day is
 * @param shares how it is divided
 */
public record DailyTraffic(double min, double mid, double max, Duration cycle, Shares shares) {

  /**
   * Shares of the cycle, each from 0 to 1 and together at most 1.
   *
   * @param morningRamp from the least to the most
   * @param peakSustain at the most
   * @param midDecline from the most to the middle
   * @param midSustain at the middle
   * @param eveningDecline from the middle to the least
   */
  public record Shares(
      double morningRamp,
      double peakSustain,
      double midDecline,
      double midSustain,
      double eveningDecline) {

    /** An eighth for each of the first slopes, a sixth for each plateau and for the evening. */
    public static final Shares LONG_PLATEAUS = new Shares(.125, .167, .125, .167, .167);

    /** A fifth for each slope, a tenth for each plateau. */
    public static final Shares LONG_SLOPES = new Shares(.2, .1, .2, .1, .2);

    /** What they come to; the rest of the cycle is night. */
    public double sum() {
      return all().sum();
    }

    /** In the order of the day. */
    public DoubleStream all() {
      return DoubleStream.of(morningRamp, peakSustain, midDecline, midSustain, eveningDecline);
    }

    @Override
    public String toString() {
      return all().mapToObj(Quantity::of).collect(Collectors.joining(" + "));
    }
  }

  /** A day of 24 hours with long plateaus. */
  public static DailyTraffic of(double min, double mid, double max) {
    return new DailyTraffic(min, mid, max, Duration.ofDays(1), Shares.LONG_PLATEAUS);
  }

  /** With days of another length. */
  public DailyTraffic cycle(Duration time) {
    return new DailyTraffic(min, mid, max, time, shares);
  }

  /** Divided as {@link Shares#LONG_PLATEAUS} says, which is the usual way. */
  public DailyTraffic longPlateaus() {
    return new DailyTraffic(min, mid, max, cycle, Shares.LONG_PLATEAUS);
  }

  /** Divided as {@link Shares#LONG_SLOPES} says. */
  public DailyTraffic longSlopes() {
    return new DailyTraffic(min, mid, max, cycle, Shares.LONG_SLOPES);
  }

  /** Divided into these shares of the cycle; what is left of it is night. */
  public DailyTraffic shares(
      double morningRamp,
      double peakSustain,
      double midDecline,
      double midSustain,
      double eveningDecline) {
    return new DailyTraffic(
        min,
        mid,
        max,
        cycle,
        new Shares(morningRamp, peakSustain, midDecline, midSustain, eveningDecline));
  }

  /** Such days for a time. */
  public OpenLoad during(Duration time) {
    return OpenLoad.of(Profile.EMPTY.then(new Stage.Daily(this, time)));
  }
}
