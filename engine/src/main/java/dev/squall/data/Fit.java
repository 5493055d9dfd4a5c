package dev.squall.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Whether a row has the columns that it should have. */
sealed interface Fit {
  /** It has, and these are their values in the columns' order. */
  record Whole(List<String> values) implements Fit {}

  /** It has not. */
  record Ragged(String what) implements Fit {}

  /** A row against the columns of all. */
  static Fit of(Parsed.Row row, List<String> columns) {
    var values = row.values();
    if (row.names().isPresent()) {
      return byName(row.names().get(), values, columns);
    }
    return values.size() == columns.size()
        ? new Whole(values)
        : new Ragged(count(values.size()) + " instead of " + columns.size());
  }

  private static Fit byName(List<String> names, List<String> values, List<String> columns) {
    if (names.equals(columns)) {
      return new Whole(values);
    }
    var more = new ArrayList<>(names);
    more.removeAll(new HashSet<>(columns));
    var ordered = new ArrayList<String>();
    var missing = new ArrayList<String>();
    for (var column : columns) {
      int at = names.indexOf(column);
      if (at < 0) {
        missing.add(column);
      } else {
        ordered.add(values.get(at));
      }
    }
    if (!missing.isEmpty()) {
      return new Ragged("a row without " + String.join(", ", missing));
    }
    if (!more.isEmpty()) {
      return new Ragged("a row with " + String.join(", ", more) + ", which the first has not");
    }
    return names.size() == columns.size()
        ? new Whole(ordered)
        : new Ragged("a row with the same key twice");
  }

  private static String count(int columns) {
    return columns + (columns == 1 ? " column" : " columns");
  }
}
