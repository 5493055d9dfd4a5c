package dev.squall.analysis;

import java.time.Duration;

/**
 * How a knee is looked for: so many bursts at most, each so long, their levels apart by one factor.
 *
 * @param most how many, from the lowest level to the highest
 * @param each how long each of them lasts
 */
public record Bursts(int most, Duration each) {

  /** Eight of ten seconds. */
  public static final Bursts USUAL = new Bursts(8, Duration.ofSeconds(10));

  /** The level of a burst, counted from 0. */
  double level(double from, double to, int number) {
    return number == most - 1 ? to : from * Math.pow(to / from, number / (most - 1.0));
  }
}
