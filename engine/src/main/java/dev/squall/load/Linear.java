package dev.squall.load;

import java.math.BigDecimal;
import java.util.List;

/**
 * A straight line from one level a to another b in the time D: the area up to t is {@code a·t + (b
 * − a)·t² / 2D}.
 */
record Linear(double from, double to, long nanos) implements Piece {

  @Override
  public double level(long at) {
    return from + (to - from) * ((double) at / nanos);
  }

  @Override
  public BigDecimal area() {
    return BigDecimal.valueOf(from)
        .add(BigDecimal.valueOf(to))
        .multiply(BigDecimal.valueOf(nanos, 9))
        .multiply(BigDecimal.valueOf(5, 1));
  }

  @Override
  public double count(long at) {
    return (from + level(at)) / 2 * (at / NANOS);
  }

  @Override
  public long reached(double count, double left) {
    // From the lower end, where the roots of the quadratic do not cancel.
    return from <= to
        ? Math.round(fromLowerEnd(from, to, count))
        : nanos + Math.round(-fromLowerEnd(to, from, left));
  }

  /** {@code 2n / (a + √(a² + 2(b − a)n / D))} is the root that a line rising from a has. */
  private double fromLowerEnd(double low, double high, double count) {
    double slope = (high - low) / (nanos / NANOS);
    return count <= 0 ? 0 : 2 * count * NANOS / (low + Math.sqrt(low * low + 2 * slope * count));
  }

  @Override
  public Piece cut(long begin, long end) {
    return new Linear(level(begin), level(end), end - begin);
  }

  @Override
  public List<Span> above(double threshold) {
    if (from == to) {
      return Span.of(0, from > threshold ? nanos : 0);
    }
    double share = Math.clamp((threshold - from) / (to - from), 0, 1);
    long passed = Math.round(share * nanos);
    return from < to ? Span.of(passed, nanos) : Span.of(0, passed);
  }
}
