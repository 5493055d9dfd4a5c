package dev.squall.shop;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What the server itself saw of one route: requests that came, and service times of those answered.
 */
final class Tally {

  private static final int SIGNIFICANT_DIGITS = 3;

  private final LongAdder arrivals = new LongAdder();

  // Grows with the longest time seen: a shop has many routes and most of them answer in
  // microseconds.
  private final ConcurrentHistogram micros = new ConcurrentHistogram(SIGNIFICANT_DIGITS);

  void arrived() {
    arrivals.increment();
  }

  void served(long serviceMicros) {
    micros.recordValue(serviceMicros);
  }

  long requests() {
    return arrivals.sum();
  }

  /** A copy, in microseconds. */
  Histogram serviceTimes() {
    return micros.copy();
  }
}
