package dev.squall.load;

import java.math.BigDecimal;
import java.util.List;

/**
 * A stretch of a profile that is one formula. Times are nanoseconds since its own beginning.
 *
 * <p>What is counted is the area under the level, in units of one: arrivals. Areas of whole pieces
 * are exact, so that nothing adds up over a long load; within a piece a double is exact to far less
 * than a nanosecond.
 */
sealed interface Piece permits Constant, Linear, Cosine {
  double NANOS = 1e9;

  /** How long it is. */
  long nanos();

  /** The level at a time. */
  double level(long at);

  /** The area under all of it. */
  BigDecimal area();

  /** The area up to a time. */
  double count(long at);

  /**
   * When the area comes to a number, which is not beyond all of it; where it stays there for a
   * while, the end of that.
   *
   * @param count the number
   * @param left how much less it is than the area of the whole piece
   */
  long reached(double count, double left);

  /** The same formula from one time to another. */
  Piece cut(long from, long to);

  /** The stretches in which the level is above a threshold; none is empty. */
  List<Span> above(double threshold);
}
