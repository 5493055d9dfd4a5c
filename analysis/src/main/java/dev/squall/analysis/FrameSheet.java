package dev.squall.analysis;

import static dev.squall.sheet.Unit.MILLISECONDS;
import static dev.squall.sheet.Unit.NONE;

import dev.squall.sheet.Column;
import dev.squall.sheet.Heading;
import dev.squall.sheet.Sheet;
import dev.squall.sheet.Unit;
import dev.squall.stats.Estimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.Table;

/** Any Tablesaw table as a sheet: units are read from its names, and bounds find their times. */
final class FrameSheet {
  private static final String AT_LEAST = " at least";
  private static final Set<String> ALARMING = Set.of("failed", "failed %", "error %");

  /** Which of the columns that Squall makes matter more than others, and which less. */
  private static final Map<String, Integer> RANKS =
      Map.ofEntries(
          Map.entry("step", 0),
          Map.entry("t s", 0),
          Map.entry("fact", 0),
          Map.entry("check", 0),
          Map.entry("user", 0),
          Map.entry("value", 0),
          Map.entry("count", 1),
          Map.entry("requests", 1),
          Map.entry("failed", 1),
          Map.entry("message", 1),
          Map.entry("p99 ms", 1),
          Map.entry("p50 ms", 2),
          Map.entry("p95 ms", 2),
          Map.entry("max ms", 2),
          Map.entry("ok", 4),
          Map.entry("min ms", 4),
          Map.entry("interrupted", 5),
          Map.entry("p75 ms", 5),
          Map.entry("at", 8),
          Map.entry("endpoint", 8),
          Map.entry("width s", 9),
          Map.entry("redirects", 9),
          Map.entry("sent again", 9));

  private static final int USUAL = 3;
  private static final int SERVICE = 6;
  private static final int ONE_OF_SEVERAL = 6;

  private final Table table;

  private FrameSheet(Table table) {
    this.table = table;
  }

  static Sheet of(Table table) {
    var sheet = new FrameSheet(table);
    var columns = new ArrayList<Column>();
    for (var column : table.columns()) {
      if (!sheet.isBoundOfAnother(column.name())) {
        columns.add(sheet.column(column));
      }
    }
    return new Sheet(table.name() == null ? "" : table.name(), columns, sheet.endsInTotal());
  }

  /** Where steps of two scenarios share a name, the scenario tells them apart. */
  private int ofScenarios() {
    if (!table.containsColumn("step")) {
      return 0;
    }
    var scenarios = new HashMap<String, String>();
    for (int row = 0; row < table.rowCount(); row++) {
      var scenario = table.column("scenario").getString(row);
      var other = scenarios.putIfAbsent(table.column("step").getString(row), scenario);
      if (other != null && !other.equals(scenario)) {
        return 0;
      }
    }
    return ONE_OF_SEVERAL;
  }

  private boolean isBoundOfAnother(String name) {
    var heading = heading(name);
    return heading.name().endsWith(AT_LEAST)
        && table.containsColumn(
            heading.name().substring(0, heading.name().length() - AT_LEAST.length())
                + heading.unit().title());
  }

  private boolean endsInTotal() {
    return table.rowCount() > 1
        && table.containsColumn("step")
        && table.column("step").getString(table.rowCount() - 1).equals("total")
        && !table.containsColumn("percentile %");
  }

  private Column column(tech.tablesaw.columns.Column<?> column) {
    var heading = heading(column.name());
    return switch (column) {
      case IntColumn ints -> counts(heading, ints, row -> (long) ints.getInt(row));
      case ShortColumn shorts -> counts(heading, shorts, row -> (long) shorts.getShort(row));
      case LongColumn longs -> counts(heading, longs, longs::getLong);
      case DoubleColumn doubles when heading.unit() == MILLISECONDS -> times(heading, doubles);
      case DoubleColumn doubles -> figures(heading, doubles);
      case FloatColumn floats -> figures(heading, floats);
      case InstantColumn instants ->
          new Column.Moments(heading, each(row -> Optional.ofNullable(instants.get(row))));
      default -> new Column.Words(heading, each(column::getString));
    };
  }

  private <T> List<T> each(IntFunction<T> value) {
    return IntStream.range(0, table.rowCount()).mapToObj(value).toList();
  }

  private Column counts(Heading heading, NumericColumn<?> column, IntFunction<Long> value) {
    return new Column.Counts(
        heading,
        each(row ->
            column.isMissing(row) ? OptionalLong.empty() : OptionalLong.of(value.apply(row))));
  }

  private Column figures(Heading heading, NumericColumn<?> column) {
    return new Column.Figures(heading, each(row -> OptionalDouble.of(column.getDouble(row))));
  }

  private Column times(Heading heading, DoubleColumn column) {
    var bound = heading.atLeast().title();
    return new Column.Times(
        heading,
        each(row -> {
          double ms = column.getDouble(row);
          if (Double.isFinite(ms)) {
            return new Estimate.Exact(ms);
          }
          return table.containsColumn(bound)
                  && table.column(bound) instanceof DoubleColumn bounds
                  && Double.isFinite(bounds.getDouble(row))
              ? new Estimate.AtLeast(bounds.getDouble(row))
              : Estimate.NONE;
        }));
  }

  private Heading heading(String name) {
    for (var unit : Unit.values()) {
      if (unit != NONE && name.endsWith(unit.title()) && name.length() > unit.title().length()) {
        return ranked(Heading.of(name.substring(0, name.length() - unit.title().length()), unit));
      }
    }
    return ranked(Heading.of(name));
  }

  private Heading ranked(Heading heading) {
    var name = heading.title();
    int rank =
        name.equals("scenario")
            ? ofScenarios()
            : RANKS.getOrDefault(name, name.startsWith("service ") ? SERVICE : USUAL);
    return ALARMING.contains(name) ? heading.rank(rank).alarm() : heading.rank(rank);
  }
}
