package dev.squall.load;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The integral of a rate over time with forty digits, written down once more and in another way:
 * what the fire times are held against.
 */
final class ExactCount {
  private static final MathContext DIGITS = new MathContext(40);
  private static final BigDecimal TWO_PI =
      new BigDecimal("6.2831853071795864769252867665590057683943387987502");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** The integral since the stage's beginning, up to so many seconds in it. */
  private interface Integral {
    BigDecimal upTo(BigDecimal seconds);
  }

  private record Part(BigDecimal seconds, Integral integral) {}

  private final List<Part> parts = new ArrayList<>();

  ExactCount hold(String level, String seconds) {
    return part(seconds, t -> new BigDecimal(level).multiply(t));
  }

  ExactCount ramp(String from, String to, String seconds) {
    var a = new BigDecimal(from);
    var rise = new BigDecimal(to).subtract(a).multiply(HALF);
    var time = new BigDecimal(seconds);
    return part(seconds, t -> a.multiply(t).add(rise.multiply(t).multiply(t).divide(time, DIGITS)));
  }

  ExactCount wave(String from, String to, String period, String seconds) {
    var mean = new BigDecimal(from).add(new BigDecimal(to)).multiply(HALF);
    var amplitude = new BigDecimal(to).subtract(mean);
    var frequency = TWO_PI.divide(new BigDecimal(period), DIGITS);
    return part(
        seconds,
        t ->
            mean.multiply(t)
                .subtract(
                    amplitude
                        .divide(frequency, DIGITS)
                        .multiply(sine(frequency.multiply(t, DIGITS)))));
  }

  private ExactCount part(String seconds, Integral integral) {
    parts.add(new Part(new BigDecimal(seconds), integral));
    return this;
  }

  /** The integral up to a time in nanoseconds, which may be a part of one. */
  BigDecimal upTo(BigDecimal nanos) {
    var left = nanos.movePointLeft(9).max(BigDecimal.ZERO);
    var sum = BigDecimal.ZERO;
    for (var part : parts) {
      sum = sum.add(part.integral.upTo(left.min(part.seconds)), DIGITS);
      left = left.subtract(part.seconds).max(BigDecimal.ZERO);
    }
    return sum;
  }

  BigDecimal total() {
    return upTo(BigDecimal.valueOf(Long.MAX_VALUE));
  }

  /** By its series, after whole turns are taken off. */
  private static BigDecimal sine(BigDecimal angle) {
    var x = angle.remainder(TWO_PI);
    var square = x.multiply(x, DIGITS);
    var term = x;
    var sum = x;
    for (int n = 2; n < 90; n += 2) {
      term =
          term.multiply(square, DIGITS).divide(BigDecimal.valueOf(n * (n + 1L)), DIGITS).negate();
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }
}
