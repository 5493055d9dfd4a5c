package dev.squall.shop;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Draws the wait of one request after another: draw k is a pure function of the seed and k. */
final class LatencyDraws {

  /** The 99th percentile of the standard normal distribution. */
  private static final double Z99 = 2.3263478740408408;

  private static final long LONGEST_NANOS = Latency.LONGEST.toNanos();

  private final long seed;
  private final AtomicLong drawn = new AtomicLong();

  LatencyDraws(long seed) {
    this.seed = seed;
  }

  long nextNanos(Latency latency) {
    return switch (latency) {
      case Latency.None() -> 0;
      case Latency.Fixed(var time) -> time.toNanos();
      case Latency.Lognormal(var median, var p99) -> lognormal(median, p99);
    };
  }

  private long lognormal(Duration median, Duration p99) {
    var middle = (double) median.toNanos();
    var sigma = Math.log(p99.toNanos() / middle) / Z99;
    var nanos = middle * Math.exp(sigma * gaussian(drawn.getAndIncrement()));
    return Math.min((long) nanos, LONGEST_NANOS);
  }

  private double gaussian(long index) {
    // Neighbouring seeds of a SplittableRandom walk the same sequence one step apart: scatter them.
    var scattered = (seed ^ index * 0x9E3779B97F4A7C15L) * 0xD6E8FEB86659FD93L;
    return new SplittableRandom(scattered ^ scattered >>> 32).nextGaussian();
  }
}
