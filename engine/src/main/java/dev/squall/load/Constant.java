package dev.squall.load;

import java.math.BigDecimal;
import java.util.List;

/** One level: the area up to t is {@code level · t}. */
record Constant(double level, long nanos) implements Piece {

  @Override
  public double level(long at) {
    return level;
  }

  @Override
  public BigDecimal area() {
    return BigDecimal.valueOf(level).multiply(BigDecimal.valueOf(nanos, 9));
  }

  @Override
  public double count(long at) {
    return level * (at / NANOS);
  }

  @Override
  public long reached(double count, double left) {
    return Math.round(count * NANOS / level);
  }

  @Override
  public Piece cut(long from, long to) {
    return new Constant(level, to - from);
  }

  @Override
  public List<Span> above(double threshold) {
    return Span.of(0, level > threshold ? nanos : 0);
  }
}
