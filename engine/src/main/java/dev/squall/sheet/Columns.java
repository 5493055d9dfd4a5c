package dev.squall.sheet;

import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Columns made from the same rows, one after the other. */
final class Columns<T> {
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
    columns.add(new Column.Figures(heading, each(value)));
    return this;
  }

  Columns<T> times(Heading heading, Function<T, Estimate> value) {
    columns.add(new Column.Times(heading, each(value)));
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
   * @param rank of p50, p95, p99 and max; the others give way before them
   */
  Columns<T> distribution(String prefix, int rank, Function<T, Latencies> times) {
    var all = rows.stream().map(times).toList();
    time(prefix + "min", rank + 2, all, Latencies::min);
    time(prefix + "mean", rank + 1, all, Latencies::mean);
    for (double percentile : Latencies.PERCENTILES) {
      boolean usual = percentile == 50 || percentile == 95 || percentile == 99;
      var name = BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
      int its = percentile == 75 ? rank + 3 : usual ? rank : rank + 1;
      time(prefix + "p" + name, its, all, row -> row.percentile(percentile));
    }
    time(prefix + "max", rank, all, Latencies::max);
    return this;
  }

  private void time(String name, int rank, List<Latencies> all, Function<Latencies, Estimate> of) {
    columns.add(
        new Column.Times(
            Heading.of(name, Unit.MILLISECONDS).rank(rank), all.stream().map(of).toList()));
  }

  Sheet sheet(String title) {
    return new Sheet(title, columns, false);
  }

  /** A sheet whose last row adds the others up. */
  Sheet withTotal(String title) {
    return new Sheet(title, columns, true);
  }
}
