package dev.squall.sheet;

import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Columns made from the same rows, one after the other. Numbers have the digits of a results file,
 * three behind the point and six of a percentage, so that all that is written is equal.
 */
final class Columns<T> {
  private static final int DIGITS = 3;
  private static final int DIGITS_OF_SHARES = 6;

  private final List<T> rows;
  private final List<Column> columns = new ArrayList<>();

  Columns(List<T> rows) {
    this.rows = rows;
  }

  private <V> List<V> each(Function<T, V> value) {
    return rows.stream().map(value).toList();
  }

  Columns<T> words(Heading heading, Function<T, String> value) {
    columns.add(new Column.Words(heading, each(value)));
    return this;
  }

  Columns<T> counts(Heading heading, ToLongFunction<T> value) {
    return countsIfAny(heading, row -> OptionalLong.of(value.applyAsLong(row)));
  }

  Columns<T> countsIfAny(Heading heading, Function<T, OptionalLong> value) {
    columns.add(new Column.Counts(heading, each(value)));
    return this;
  }

  Columns<T> figures(Heading heading, ToDoubleFunction<T> value) {
    return figuresIfAny(heading, row -> OptionalDouble.of(value.applyAsDouble(row)));
  }

  Columns<T> figuresIfAny(Heading heading, Function<T, OptionalDouble> value) {
    int digits = heading.unit() == Unit.PERCENT ? DIGITS_OF_SHARES : DIGITS;
    columns.add(new Column.Figures(heading, each(row -> rounded(value.apply(row), digits))));
    return this;
  }

  Columns<T> times(Heading heading, Function<T, Estimate> value) {
    columns.add(new Column.Times(heading, each(row -> rounded(value.apply(row)))));
    return this;
  }

  Columns<T> moments(Heading heading, Function<T, Instant> value) {
    columns.add(new Column.Moments(heading, each(row -> Optional.of(value.apply(row)))));
    return this;
  }

  /**
   * What a distribution comes to, as every report prints it.
   *
   * @param prefix what the times are, with a space behind it; empty for the usual ones
   * @param rank of p50, p95 and max; p99 stays longer, the others give way before them
   */
  Columns<T> distribution(String prefix, int rank, Function<T, Latencies> times) {
    var all = rows.stream().map(times).toList();
    time(prefix + "min", rank + 2, all, Latencies::min);
    time(prefix + "mean", rank + 1, all, Latencies::mean);
    for (double percentile : Latencies.PERCENTILES) {
      boolean usual = percentile == 50 || percentile == 95 || percentile == 99;
      var name = BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
      int its = percentile == 75 ? rank + 3 : percentile == 99 ? rank - 1 : usual ? rank : rank + 1;
      time(prefix + "p" + name, its, all, row -> row.percentile(percentile));
    }
    time(prefix + "max", rank, all, Latencies::max);
    return this;
  }

  private void time(String name, int rank, List<Latencies> all, Function<Latencies, Estimate> of) {
    columns.add(
        new Column.Times(
            Heading.of(name, Unit.MILLISECONDS).rank(rank),
            all.stream().map(row -> rounded(of.apply(row))).toList()));
  }

  private static Estimate rounded(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> new Estimate.Exact(rounded(ms, DIGITS));
      case Estimate.AtLeast(var ms) -> new Estimate.AtLeast(rounded(ms, DIGITS));
      case Estimate.None none -> none;
    };
  }

  private static OptionalDouble rounded(OptionalDouble value, int digits) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? OptionalDouble.of(rounded(value.getAsDouble(), digits))
        : OptionalDouble.empty();
  }

  private static double rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
  }

  Sheet sheet(String title) {
    return new Sheet(title, columns, false);
  }

  /** A sheet whose last row adds the others up. */
  Sheet withTotal(String title) {
    return new Sheet(title, columns, true);
  }
}
