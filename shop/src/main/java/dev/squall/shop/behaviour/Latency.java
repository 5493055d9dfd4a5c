package dev.squall.shop.behaviour;

import java.time.Duration;
import java.util.List;

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

  /**
   * Every wait between the two is as likely as any other.
   *
   * @param least 0 to 60 s
   * @param most at least {@code least}, at most 60 s
   */
  record Uniform(Duration least, Duration most) implements Latency {
    /**
     * @throws IllegalArgumentException when the two are outside their ranges
     */
    public Uniform {
      TimeWords.requireWithin("a uniform latency", least, Duration.ZERO, LONGEST);
      TimeWords.requireWithin("the end of a uniform latency", most, least, LONGEST);
    }
  }

  /**
   * One of two waits, as where some answers come out of a cache and some do not.
   *
   * @param usual 0 to 60 s
   * @param slow at least {@code usual}, at most 60 s
   * @param share of the requests that take the slow one
   */
  record Bimodal(Duration usual, Duration slow, Share share) implements Latency {
    /**
     * @throws IllegalArgumentException when the two are outside their ranges
     */
    public Bimodal {
      TimeWords.requireWithin("a bimodal latency", usual, Duration.ZERO, LONGEST);
      TimeWords.requireWithin("the slow part of a bimodal latency", slow, usual, LONGEST);
    }
  }

  /** No request is made to wait longer than this. */
  Duration LONGEST = Duration.ofSeconds(60);

  /**
   * Reads {@code none}, {@code fixed:20ms}, {@code uniform:10ms,30ms} (least, most), {@code
   * lognormal:20ms,200ms} (median, p99) or {@code bimodal:20ms,500ms,5%} (usual, slow, share of the
   * slow); times are numbers with {@code us}, {@code ms}, {@code s} or {@code m}.
   *
   * @throws IllegalArgumentException saying what is wrong and which forms exist
   */
  static Latency parse(String text) {
    var colon = text.indexOf(':');
    var form = (colon < 0 ? text : text.substring(0, colon)).strip();
    var numbers = colon < 0 ? List.<String>of() : List.of(text.substring(colon + 1).split(",", -1));
    return switch (form + "/" + numbers.size()) {
      case "none/0" -> new None();
      case "fixed/1" -> new Fixed(TimeWords.parse(numbers.get(0)));
      case "uniform/2" ->
          new Uniform(TimeWords.parse(numbers.get(0)), TimeWords.parse(numbers.get(1)));
      case "lognormal/2" ->
          new Lognormal(TimeWords.parse(numbers.get(0)), TimeWords.parse(numbers.get(1)));
      case "bimodal/3" ->
          new Bimodal(
              TimeWords.parse(numbers.get(0)),
              TimeWords.parse(numbers.get(1)),
              Share.parse(numbers.get(2)));
      default ->
          throw new IllegalArgumentException(
              "'%s' is no latency: use none, fixed:20ms, uniform:10ms,30ms (least, most),"
                      .formatted(text)
                  + " lognormal:20ms,200ms (median, p99) or bimodal:20ms,500ms,5% (usual, slow,"
                  + " share of the slow)");
    };
  }

  /** The text that {@link #parse} reads back. */
  default String text() {
    return switch (this) {
      case None() -> "none";
      case Fixed(var time) -> "fixed:" + TimeWords.print(time);
      case Lognormal(var median, var p99) ->
          "lognormal:" + TimeWords.print(median) + "," + TimeWords.print(p99);
      case Uniform(var least, var most) ->
          "uniform:" + TimeWords.print(least) + "," + TimeWords.print(most);
      case Bimodal(var usual, var slow, var share) ->
          "bimodal:" + TimeWords.print(usual) + "," + TimeWords.print(slow) + "," + share.text();
    };
  }
}
