package dev.squall.run;

import java.util.function.IntSupplier;

/** How many exchanges were in flight whenever somebody looked. Thread-safe. */
final class InFlightSamples {
  private final IntSupplier inFlight;
  private boolean ended;
  private long count;
  private double mean;
  private double squares; // of the distances from the mean

  InFlightSamples(IntSupplier inFlight) {
    this.inFlight = inFlight;
  }

  /**
   * What is known of them.
   *
   * @param count how often it was looked
   * @param mean the mean of what was seen; 0 where nobody looked
   * @param variance the unbiased variance; 0 for fewer than two
   */
  record Seen(long count, double mean, double variance) {}

  /** Looks once; sums as B. P. Welford does (Technometrics 4 (1962), 419–420). */
  synchronized void look() {
    if (!ended) {
      double value = inFlight.getAsInt();
      double before = value - mean;
      count++;
      mean += before / count;
      squares += before * (value - mean);
    }
  }

  /** The run is over: what comes is not the run's. */
  synchronized void end() {
    ended = true;
  }

  synchronized Seen seen() {
    return new Seen(count, mean, count < 2 ? 0 : squares / (count - 1));
  }
}
