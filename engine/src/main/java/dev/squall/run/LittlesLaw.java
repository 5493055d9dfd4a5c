package dev.squall.run;

import dev.squall.stats.Generator.InFlight;

/**
 * Whether the exchanges seen in flight and the recorded times tell of the same run. By Little's law
 * L = λ·W (J. D. C. Little, "A Proof for the Queuing Formula: L = λW", Operations Research 9
 * (1961), 383–387) the mean number in flight is the sum of all service times / elapsed time, and
 * that exactly, because nothing is in flight before or after.
 *
 * <p>What was seen differs by chance, because it was looked only now and then: once in each period,
 * at a random time in it. So the looks are independent, whatever the load does and however slowly
 * it changes, and their mean is off by more than {@link #chance()} once in a million runs at most.
 *
 * @param seen the looks
 * @param periodSeconds the period in which each was one
 * @param exchangeSeconds the service times of all exchanges added up
 * @param elapsedSeconds from T0 to the end
 * @param peak the most that were in flight at once
 */
record LittlesLaw(
    InFlightSamples.Seen seen,
    double periodSeconds,
    double exchangeSeconds,
    double elapsedSeconds,
    int peak) {

  /** One honest run in a million may be accused by chance; half of it on either side. */
  private static final double LOG = Math.log(2 / 0.5e-6);

  /** A connection is in use a little longer than the service lasts: until it is put back. */
  private static final double SLACK = 0.05;

  /** Below that nobody would see a difference. */
  private static final double LEAST = 0.5;

  /** Both numbers. */
  InFlight inFlight() {
    return new InFlight(seen.mean(), byTimes(), seen.count());
  }

  private double byTimes() {
    return elapsedSeconds > 0 ? exchangeSeconds / elapsedSeconds : 0;
  }

  /** Whether the two are as close as they have to be. */
  boolean holds() {
    return Math.abs(seen.mean() - byTimes()) <= tolerance();
  }

  /** How far they may be apart. */
  double tolerance() {
    double larger = Math.max(seen.mean(), byTimes());
    return LEAST + SLACK * larger + chance() + unseen() * Math.max(peak, byTimes());
  }

  /**
   * How far the mean of the looks may be off by chance: the empirical Bernstein bound,
   * √(2·V·ln(2/δ) / n) + 7·r·ln(2/δ) / 3(n − 1), for values within a range r and of variance V (A.
   * Maurer and M. Pontil, "Empirical Bernstein Bounds and Sample Variance Penalization", COLT 2009,
   * theorem 4).
   */
  double chance() {
    long n = seen.count();
    return n < 2
        ? Double.POSITIVE_INFINITY
        : Math.sqrt(2 * seen.variance() * LOG / n) + 7 * peak * LOG / (3 * (n - 1));
  }

  /** The share of the run in which nobody looked; anything may have been in flight then. */
  private double unseen() {
    return elapsedSeconds > 0 ? Math.max(0, 1 - seen.count() * periodSeconds / elapsedSeconds) : 1;
  }
}
