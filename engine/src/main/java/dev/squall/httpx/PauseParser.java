package dev.squall.httpx;

import dev.squall.scenario.ThinkTime;
import java.time.Duration;

/**
 * {@code 2s}, {@code 1s .. 3s}, {@code 2s ± 1s}, {@code normal(2s, 500ms)}, {@code
 * exponential(2s)}.
 */
final class PauseParser {
  private static final String A_PAUSE = "a pause";

  private PauseParser() {}

  static ThinkTime parse(Tokens in) {
    if (in.take("normal")) {
      in.expect("(", "normal(2s, 500ms)");
      var mean = Pieces.time(in, "the mean");
      in.expect(",", "normal(2s, 500ms)");
      var deviation = Pieces.time(in, "the deviation");
      in.expect(")", "normal(2s, 500ms)");
      return new ThinkTime.Normal(mean, deviation);
    }
    if (in.take("exponential")) {
      in.expect("(", "exponential(2s)");
      var mean = Pieces.time(in, "the mean");
      in.expect(")", "exponential(2s)");
      return new ThinkTime.Exponential(mean);
    }
    var first = in.peek();
    var time = Pieces.time(in, A_PAUSE);
    if (in.take("..")) {
      return uniform(in, first, time, Pieces.time(in, "the longest pause"));
    }
    if (in.take("±") || in.take("+-")) {
      var around = Pieces.time(in, "how much more or less it may be");
      return uniform(in, first, time.minus(around), time.plus(around));
    }
    return new ThinkTime.Fixed(time);
  }

  private static ThinkTime uniform(Tokens in, Token at, Duration least, Duration most) {
    if (least.isNegative()) {
      throw in.wrong(at, "a pause that may be negative", "±: no more than the time before it");
    }
    if (least.compareTo(most) > 0) {
      throw in.wrong(at, "the longest pause is shorter than the shortest", "the shorter one first");
    }
    return new ThinkTime.Uniform(least, most);
  }
}
