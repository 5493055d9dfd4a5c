package dev.squall.load;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many arrivals a rate comes to: N(t), the integral of the rate, and its inverse. Number x is
 * reached at {@code sup{t : N(t) ≤ x}}, so that nothing falls into a stretch without arrivals and
 * the first arrival of a constant rate is at 0.
 *
 * <p>N is kept as whole numbers and fractions, because a double that counts a thousand million
 * arrivals has no digits left for a nanosecond.
 */
final class ArrivalCurve {
  private final LevelCurve curve;
  private final long[] whole;
  private final double[] fraction;

  ArrivalCurve(LevelCurve curve) {
    this.curve = curve;
    int pieces = curve.pieces().size();
    this.whole = new long[pieces + 1];
    this.fraction = new double[pieces + 1];
    var sum = BigDecimal.ZERO;
    for (int i = 0; i < pieces; i++) {
      sum = sum.add(curve.pieces().get(i).area());
      var integer = sum.setScale(0, RoundingMode.FLOOR);
      whole[i + 1] = integer.longValueExact();
      fraction[i + 1] = sum.subtract(integer).doubleValue();
    }
  }

  long endNanos() {
    return curve.endNanos();
  }

  /** N at the end. */
  double total() {
    return whole[whole.length - 1] + fraction[fraction.length - 1];
  }

  /** N at a time, not before the start and not after the end. */
  double count(long nanos) {
    int piece = Math.min(curve.piece(nanos), curve.pieces().size() - 1);
    return whole[piece]
        + (fraction[piece] + curve.pieces().get(piece).count(nanos - curve.start(piece)));
  }

  /**
   * When the count comes to a number, rounded to the nanosecond and before the end in any case;
   * {@link Pacer#NEVER} if it never goes beyond it.
   *
   * @param number the whole part of the number
   * @param rest what it is more, less than one
   */
  long reached(long number, double rest) {
    int piece = last(number, rest);
    if (piece == curve.pieces().size()) {
      return Pacer.NEVER;
    }
    double count = (number - whole[piece]) + (rest - fraction[piece]);
    double left = (whole[piece + 1] - number) + (fraction[piece + 1] - rest);
    var formula = curve.pieces().get(piece);
    long at = Math.clamp(formula.reached(count, left), 0, formula.nanos());
    return Math.min(curve.start(piece) + at, endNanos() - 1);
  }

  /** The last piece at whose start the count is not beyond a number. */
  private int last(long number, double rest) {
    int low = 0;
    int high = whole.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (whole[middle] < number || (whole[middle] == number && fraction[middle] <= rest)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
