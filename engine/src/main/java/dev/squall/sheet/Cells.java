package dev.squall.sheet;

import dev.squall.stats.Estimate;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/** What stands in one place of a column. */
final class Cells {
  /** What people see where there is nothing. */
  static final String NOTHING = "–";

  private Cells() {}

  /** For people: rounded, without the unit, on one line, not yet escaped. */
  static String shown(Column column, int row) {
    return switch (column) {
      case Column.Words words -> Display.printable(words.values().get(row));
      case Column.Counts counts -> {
        var count = counts.values().get(row);
        yield count.isPresent() ? Numbers.count(count.getAsLong()) : NOTHING;
      }
      case Column.Figures figures -> figure(figures.heading().unit(), figures.values().get(row));
      // A bound without the space, for which a table has no room.
      case Column.Times times -> Numbers.millis(times.values().get(row)).replace("≥ ", "≥");
      case Column.Moments moments ->
          moments
              .values()
              .get(row)
              .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
              .orElse(NOTHING);
    };
  }

  private static String figure(Unit unit, OptionalDouble value) {
    if (value.isEmpty()) {
      return NOTHING;
    }
    return switch (unit) {
      case PERCENT -> Numbers.percent(value.getAsDouble());
      case NONE, MILLISECONDS, SECONDS, BYTES, PER_SECOND -> Numbers.decimal(value.getAsDouble());
    };
  }

  /**
   * For programs: every digit, nothing grouped; empty where there is nothing, and where there is
   * only a bound.
   */
  static String exact(Column column, int row) {
    return switch (column) {
      case Column.Words words -> words.values().get(row);
      case Column.Counts counts -> {
        var count = counts.values().get(row);
        yield count.isPresent() ? Long.toString(count.getAsLong()) : "";
      }
      case Column.Figures figures -> {
        var value = figures.values().get(row);
        yield value.isPresent() ? plain(value.getAsDouble()) : "";
      }
      case Column.Times times ->
          times.values().get(row) instanceof Estimate.Exact(var ms) ? plain(ms) : "";
      case Column.Moments moments -> moments.values().get(row).map(Object::toString).orElse("");
    };
  }

  /** The lower bound, where that is all there is. */
  static String atLeast(Column.Times times, int row) {
    return times.values().get(row) instanceof Estimate.AtLeast(var ms) ? plain(ms) : "";
  }

  /** Every digit, nothing grouped, no exponent. */
  static String plain(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  static boolean isBound(Column column, int row) {
    return column instanceof Column.Times times
        && times.values().get(row) instanceof Estimate.AtLeast;
  }

  /** Whether it is a number above zero where every such number is bad news. */
  static boolean isAlarming(Column column, int row) {
    return column.heading().alarming()
        && switch (column) {
          case Column.Counts counts -> counts.values().get(row).orElse(0) > 0;
          case Column.Figures figures -> figures.values().get(row).orElse(0) > 0;
          case Column.Words _, Column.Times _, Column.Moments _ -> false;
        };
  }

  /** Words stand to the left, numbers to the right. */
  static boolean isLeft(Column column) {
    return switch (column) {
      case Column.Words _, Column.Moments _ -> true;
      case Column.Counts _, Column.Figures _, Column.Times _ -> false;
    };
  }

  /** How many rows are shown of those that are no total. */
  static int shown(Sheet sheet, int most) {
    return Math.min(Math.max(0, most), sheet.rows() - (sheet.total() ? 1 : 0));
  }

  /** That rows were left out; empty where none was. */
  static String leftOut(Sheet sheet, int most) {
    int rows = sheet.rows() - (sheet.total() ? 1 : 0);
    return shown(sheet, most) == rows
        ? ""
        : "showing " + Numbers.count(shown(sheet, most)) + " of " + Numbers.count(rows);
  }
}
