package dev.squall.shop.behaviour;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What chance decides for the requests of one route: each draw is a pure function of the shop's
 * seed, the route's name and the number of the request, so that the same requests meet the same
 * fate.
 */
public final class Draws {

  /** The 99th percentile of the standard normal distribution. */
  private static final double Z99 = 2.3263478740408408;

  private static final long LONGEST_NANOS = Latency.LONGEST.toNanos();

  // Each question has draws of its own: a change of the errors leaves the latencies as they were.
  private static final long LATENCY = 1;
  private static final long ERROR = 2;
  private static final long RESET = 3;
  private static final long NUMBER = 4;

  private final long seed;

  /**
   * The draws of one route.
   *
   * @param route its name in the truth
   */
  public Draws(long seed, String route) {
    this.seed = scattered(seed ^ ((long) route.hashCode() << 32));
  }

  /** The wait of the n-th request, in nanoseconds. */
  long latencyNanos(Latency latency, long n) {
    return switch (latency) {
      case Latency.None() -> 0;
      case Latency.Fixed(var time) -> time.toNanos();
      case Latency.Uniform(var least, var most) ->
          least.toNanos()
              + (long) (random(LATENCY, n).nextDouble() * (most.toNanos() - least.toNanos()));
      case Latency.Lognormal(var median, var p99) ->
          lognormal(median, p99, random(LATENCY, n).nextGaussian());
      case Latency.Bimodal(var usual, var slow, var share) ->
          (random(LATENCY, n).nextDouble() < share.value() ? slow : usual).toNanos();
    };
  }

  boolean isError(Errors errors, long n) {
    return hits(errors.share(), ERROR, n);
  }

  boolean isReset(Share resets, long n) {
    return hits(resets, RESET, n);
  }

  /** The whole number of the n-th request, from 0 to {@code most}, each as likely as any other. */
  public int numberUpTo(int most, long n) {
    return (int) (random(NUMBER, n).nextDouble() * (most + 1L));
  }

  private boolean hits(Share share, long question, long n) {
    return share.value() > 0 && random(question, n).nextDouble() < share.value();
  }

  private static long lognormal(Duration median, Duration p99, double gaussian) {
    var middle = (double) median.toNanos();
    var sigma = Math.log(p99.toNanos() / middle) / Z99;
    return Math.min((long) (middle * Math.exp(sigma * gaussian)), LONGEST_NANOS);
  }

  private SplittableRandom random(long question, long n) {
    return new SplittableRandom(scattered(seed + question * 0x632BE59BD9B4E019L + n));
  }

  // Neighbouring seeds of a SplittableRandom walk the same sequence one step apart: scatter them.
  private static long scattered(long value) {
    var mixed = (value ^ value >>> 32) * 0xD6E8FEB86659FD93L;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }
}
