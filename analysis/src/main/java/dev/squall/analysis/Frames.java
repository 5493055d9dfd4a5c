package dev.squall.analysis;

import dev.squall.sheet.Column.Counts;
import dev.squall.sheet.Column.Figures;
import dev.squall.sheet.Column.Moments;
import dev.squall.sheet.Column.Times;
import dev.squall.sheet.Column.Words;
import dev.squall.sheet.Sheet;
import dev.squall.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Sheets as Tablesaw tables. */
final class Frames {
  private Frames() {}

  static Table of(Sheet sheet) {
    var columns = new ArrayList<Column<?>>();
    var bounds = new ArrayList<Column<?>>();
    for (var column : sheet.forPrograms().columns()) {
      var name = column.heading().title();
      switch (column) {
        case Words words -> columns.add(StringColumn.create(name, words.values()));
        case Counts counts -> columns.add(counts(name, counts));
        case Figures figures -> columns.add(doubles(name, figures.values()));
        case Times times -> {
          columns.add(doubles(name, times.values().stream().map(Frames::exact).toList()));
          bounds.add(
              doubles(
                  times.heading().atLeast().title(),
                  times.values().stream().map(Frames::atLeast).toList()));
        }
        case Moments moments -> columns.add(moments(name, moments));
      }
    }
    columns.addAll(bounds);
    return Table.create(sheet.title(), columns);
  }

  private static LongColumn counts(String name, Counts counts) {
    var column = LongColumn.create(name);
    for (var value : counts.values()) {
      if (value.isPresent()) {
        column.append(value.getAsLong());
      } else {
        column.appendMissing();
      }
    }
    return column;
  }

  private static DoubleColumn doubles(String name, List<OptionalDouble> values) {
    var column = DoubleColumn.create(name);
    for (var value : values) {
      if (value.isPresent()) {
        column.append(value.getAsDouble());
      } else {
        column.appendMissing();
      }
    }
    return column;
  }

  private static InstantColumn moments(String name, Moments moments) {
    var column = InstantColumn.create(name);
    moments.values().forEach(value -> value.ifPresentOrElse(column::append, column::appendMissing));
    return column;
  }

  private static OptionalDouble exact(Estimate estimate) {
    return estimate instanceof Estimate.Exact(var ms)
        ? OptionalDouble.of(ms)
        : OptionalDouble.empty();
  }

  private static OptionalDouble atLeast(Estimate estimate) {
    return estimate instanceof Estimate.AtLeast(var ms)
        ? OptionalDouble.of(ms)
        : OptionalDouble.empty();
  }
}
