package dev.squall.analysis;

import dev.squall.sheet.RawColumn;
import dev.squall.stats.RawSample;
import dev.squall.stats.Samples;
import java.util.function.Consumer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Raw samples as a Tablesaw table, filled in one pass. */
final class RawFrame {
  private RawFrame() {}

  /** A column and how the value of a sample gets into it. */
  private record Filled(Column<?> column, Consumer<RawSample> append) {}

  static Table of(Samples samples) {
    var columns = RawColumn.ALL.stream().map(RawFrame::empty).toList();
    for (var row : samples) {
      columns.forEach(column -> column.append.accept(row));
    }
    var missing = samples.incomplete();
    return Table.create(
        missing.isEmpty() ? "Requests" : "Requests: " + missing,
        columns.stream().<Column<?>>map(Filled::column).toList());
  }

  private static Filled empty(RawColumn column) {
    var name = column.heading().title();
    return switch (column) {
      case RawColumn.Words(_, var value) -> {
        var words = StringColumn.create(name);
        yield new Filled(words, row -> words.append(value.apply(row)));
      }
      case RawColumn.Whole(_, var value) -> {
        var whole = LongColumn.create(name);
        yield new Filled(whole, row -> whole.append(value.applyAsLong(row)));
      }
      case RawColumn.Figures(_, var value) -> {
        // NaN is what Tablesaw takes for missing.
        var figures = DoubleColumn.create(name);
        yield new Filled(figures, row -> figures.append(value.applyAsDouble(row)));
      }
    };
  }
}
