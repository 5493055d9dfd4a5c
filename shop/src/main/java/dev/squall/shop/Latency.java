package dev.squall.shop;

import java.time.Duration;

/** How long the shop makes a request wait before it answers, besides its own work. */
public sealed interface Latency {

  /** No added waiting. */
  record None() implements Latency {}

  /**
   * The same wait for every request.
   *
   * @param time 0 to 60 s
   */
  record Fixed(Duration time) implements Latency {
    /**
     * @throws IllegalArgumentException when outside that range
     */
    public Fixed {
      TimeWords.requireWithin("a fixed latency", time, Duration.ZERO, LONGEST);
    }
  }

  /**
   * A wait whose logarithm is normal: μ = ln(median), σ = ln(p99 / median) / 2.326348, where
   * 2.326348 is the 99th percentile of the standard normal distribution.
   *
   * @param median more than 0, at most 60 s
   * @param p99 at least the median, at most 60 s; a draw may be longer and is then cut at 60 s
   */
  record Lognormal(Duration median, Duration p99) implements Latency {
    /**
     * @throws IllegalArgumentException when the two are outside their ranges
     */
    public Lognormal {
      TimeWords.requireWithin("a median latency", median, Duration.ofNanos(1), LONGEST);
      TimeWords.requireWithin("a p99 latency", p99, median, LONGEST);
    }
  }

  /** No request is made to wait longer than this. */
  Duration LONGEST = Duration.ofSeconds(60);

  /**
   * Reads {@code none}, {@code fixed:20ms} or {@code lognormal:20ms,200ms} (median, p99); times are
   * numbers with {@code us}, {@code ms}, {@code s} or {@code m}.
   *
   * @throws IllegalArgumentException saying what is wrong and which forms exist
   */
  static Latency parse(String text) {
    if (text.equals("none")) {
      return new None();
    }
    if (text.startsWith("fixed:")) {
      return new Fixed(TimeWords.parse(text.substring("fixed:".length())));
    }
    var comma = text.indexOf(',');
    if (text.startsWith("lognormal:") && comma > 0) {
      return new Lognormal(
          TimeWords.parse(text.substring("lognormal:".length(), comma)),
          TimeWords.parse(text.substring(comma + 1)));
    }
    throw new IllegalArgumentException(
        "'%s' is no latency: use none, fixed:20ms or lognormal:20ms,200ms (median, p99)"
            .formatted(text));
  }

  /** The text that {@link #parse} reads back. */
  default String text() {
    return switch (this) {
      case None() -> "none";
      case Fixed(var time) -> "fixed:" + TimeWords.print(time);
      case Lognormal(var median, var p99) ->
          "lognormal:" + TimeWords.print(median) + "," + TimeWords.print(p99);
    };
  }
}
