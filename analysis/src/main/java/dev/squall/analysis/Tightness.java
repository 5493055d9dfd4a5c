package dev.squall.analysis;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Judgement;
import dev.squall.stats.Judgement.Actual;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a run knows one of its percentiles.
 *
 * @param percentile 0 to 100
 * @param actual the percentile in milliseconds
 * @param interval its 95 % interval by block bootstrap over seconds, in milliseconds; empty where
 *     the run has too few seconds or the percentile is a bound
 * @param byRanks its 95 % interval from the ranks of independent requests, as a check: much
 *     narrower than the other where requests of one second share their luck
 * @param enough whether the interval is within {@value #ENOUGH} of the percentile on either side,
 *     as a share, and enough requests lie beyond it
 * @param seconds how long the run lasted
 * @param secondsForFivePercent how long a run for ± 5 % would have to be; empty where unknown
 * @param warnings in words
 */
public record Tightness(
    double percentile,
    Actual actual,
    Optional<Interval> interval,
    Optional<Interval> byRanks,
    boolean enough,
    double seconds,
    OptionalDouble secondsForFivePercent,
    List<String> warnings) {

  /** Within this share of itself on either side, a percentile is known well enough. */
  public static final double ENOUGH = 0.1;

  public Tightness {
    warnings = List.copyOf(warnings);
  }

  @Override
  public String toString() {
    var name = "p" + Numbers.plain(percentile);
    var text = new StringBuilder();
    var value =
        switch (actual) {
          case Judgement.Known(var ms) -> Numbers.decimal(ms) + " ms";
          case Judgement.AtLeast(var ms) -> "at least " + Numbers.decimal(ms) + " ms";
          case Judgement.Nothing() -> "not measured";
        };
    text.append(enough ? "Long enough: " : "Not long enough: ").append(name).append(" is ");
    text.append(value);
    interval.ifPresent(found ->
        text.append(", with 95 % confidence between ")
            .append(range(found))
            .append(" (")
            .append(Numbers.decimal(seconds))
            .append(" s)"));
    text.append('.');
    secondsForFivePercent.ifPresent(needed ->
        text.append(needed <= seconds ? " That is within ± 5 %." : " For ± 5 % run about ")
            .append(needed <= seconds ? "" : inWords(needed) + "."));
    var lines = new StringBuilder(Columns.sentence(text.toString()));
    byRanks.ifPresent(found ->
        lines.append(
            Columns.sentence("if its requests were independent: between " + range(found))));
    warnings.forEach(warning -> lines.append(Columns.sentence(warning)));
    return lines.toString();
  }

  private static String range(Interval interval) {
    return Double.isInfinite(interval.high())
        ? Numbers.decimal(interval.low()) + " ms and nobody knows what"
        : Numbers.decimal(interval.low()) + " and " + Numbers.decimal(interval.high()) + " ms";
  }

  /** {@code 40 s}, {@code 3 min}, {@code 2 h}. */
  static String inWords(double seconds) {
    return seconds < 90
        ? Math.max(1, Math.round(seconds)) + " s"
        : seconds < 5400
            ? Math.round(seconds / 60) + " min"
            : Numbers.count(Math.round(seconds / 3600)) + " h";
  }
}
