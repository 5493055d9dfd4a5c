package dev.squall.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Seconds drawn again, in blocks of neighbours.
 *
 * <p>The block bootstrap is H. R. Künsch's, "The Jackknife and the Bootstrap for General Stationary
 * Observations", Annals of Statistics 17 (1989), 1217–1241; the seconds close to a circle, so that
 * the first and the last are drawn as often as the others (D. N. Politis and J. P. Romano, "A
 * Circular Block-Resampling Procedure for Stationary Data", 1992).
 */
final class Blocks {
  private final int[] times;
  private final int length;
  private final SplittableRandom random;

  /**
   * Of so many seconds.
   *
   * @param length of a block
   * @param seed same seed, same draws
   */
  Blocks(int seconds, int length, long seed) {
    this.times = new int[seconds];
    this.length = length;
    this.random = new SplittableRandom(seed);
  }

  /** How often each second came; as many as there are in all. The array is used again. */
  int[] draw() {
    Arrays.fill(times, 0);
    int n = times.length;
    for (int left = n; left > 0; left -= length) {
      int at = random.nextInt(n);
      for (int i = Math.min(left, length); i > 0; i--) {
        times[at]++;
        at = at + 1 == n ? 0 : at + 1;
      }
    }
    return times;
  }
}
