package dev.squall.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * One period of a wave, or a part of it: the level is {@code mean − A·cos(2πt/P)} with {@code A =
 * (to − from) / 2}, the area up to t {@code mean·t − A·P/2π·sin(2πt/P)}.
 *
 * @param from the level at the period's beginning and end
 * @param to the level in its middle
 * @param period the whole period
 * @param offset where in the period the part begins
 * @param nanos how long the part is; it ends with the period at the latest
 */
record Cosine(double from, double to, long period, long offset, long nanos) implements Piece {
  private static final int MOST_TRIES = 200;
  private static final double CLOSE_SECONDS = 1e-13;

  @Override
  public double level(long at) {
    return from + (to - from) * (1 - Math.cos(angle(offset + at))) / 2;
  }

  @Override
  public BigDecimal area() {
    return BigDecimal.valueOf(from)
        .add(BigDecimal.valueOf(to))
        .multiply(BigDecimal.valueOf(nanos, 9))
        .multiply(BigDecimal.valueOf(5, 1))
        .add(BigDecimal.valueOf(swing(offset) - swing(offset + nanos)));
  }

  @Override
  public double count(long at) {
    return mean() * (at / NANOS) + swing(offset) - swing(offset + at);
  }

  /** What the sine adds to the area up to a time in the period; nothing at both ends. */
  private double swing(long at) {
    return at == 0 || at == period ? 0 : amplitude() / angle(1) / NANOS * Math.sin(angle(at));
  }

  @Override
  public long reached(double count, double left) {
    double before = mean() * (offset / NANOS) - swing(offset);
    double after = mean() * ((period - offset - nanos) / NANOS) + swing(offset + nanos);
    double half = mean() * (period / NANOS) / 2;
    // From the nearest trough, where the level may be nothing and a small difference much time.
    if (amplitude() < 0) {
      double fromMiddle = before + count - half;
      return Math.round(
          period / 2.0 - offset + Math.copySign(fromTrough(Math.abs(fromMiddle)), fromMiddle));
    }
    return before + count <= half
        ? Math.round(fromTrough(before + count) - offset)
        : period - offset + Math.round(-fromTrough(left + after));
  }

  /**
   * How long after a trough, in nanoseconds, the area since then comes to this, at most half of the
   * period. The area rises ever faster, so Newton's method comes down on it from above; what would
   * leave the bracket is halved instead.
   */
  private double fromTrough(double count) {
    if (count <= 0) {
      return 0;
    }
    double low = 0;
    double high = period / 2.0 / NANOS;
    double at = Math.min(high, firstGuess(count));
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      double angle = angle(1) * NANOS * at;
      double over = least() * at + height() / (angle(1) * NANOS) * behindSine(angle) - count;
      if (over > 0) {
        high = at;
      } else {
        low = at;
      }
      double next = at - over / (least() + height() * (1 - Math.cos(angle)));
      if (!(next >= low && next <= high)) {
        next = (low + high) / 2;
      }
      boolean close = Math.abs(next - at) <= Math.max(CLOSE_SECONDS, Math.ulp(at));
      at = next;
      if (close) {
        break;
      }
    }
    return at * NANOS;
  }

  /** From the trough's level alone, or from the cube that the area begins as. */
  private double firstGuess(double count) {
    double frequency = angle(1) * NANOS;
    double cube = Math.cbrt(6 * count / (height() * frequency * frequency));
    return least() > 0 ? Math.min(cube, count / least()) : cube;
  }

  /** {@code x − sin x}, for a small x by its series, whose terms do not cancel. */
  private static double behindSine(double x) {
    if (x > 0.5) {
      return x - Math.sin(x);
    }
    double square = x * x;
    double term = x * square / 6;
    double sum = term;
    for (int n = 4; n <= 14; n += 2) {
      term *= -square / (n * (n + 1));
      sum += term;
    }
    return sum;
  }

  @Override
  public Piece cut(long begin, long end) {
    return new Cosine(from, to, period, offset + begin, end - begin);
  }

  @Override
  public List<Span> above(double threshold) {
    // How far from the trough the level passes the threshold.
    double share = Math.clamp((threshold - mean()) / height(), -1, 1);
    double passed = Math.acos(-share) / angle(1);
    return spans(passed).flatMap(span -> span.within(offset, offset + nanos).stream()).toList();
  }

  private Stream<Span> spans(double passed) {
    if (amplitude() > 0) {
      return Span.of(Math.round(passed), Math.round(period - passed)).stream();
    }
    return Stream.of(
            Span.of(0, Math.round(period / 2.0 - passed)),
            Span.of(Math.round(period / 2.0 + passed), period))
        .flatMap(List::stream);
  }

  private double mean() {
    return (from + to) / 2;
  }

  private double amplitude() {
    return (to - from) / 2;
  }

  private double height() {
    return Math.abs(amplitude());
  }

  private double least() {
    return Math.min(from, to);
  }

  private double angle(long at) {
    return 2 * Math.PI * ((double) at / period);
  }
}
