package dev.squall.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.data.Findings.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that were given in Java. */
final class GivenRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GivenRows() {}

  /** Of maps, the first of which names the columns; nothing where something is wrong. */
  static Optional<Table> of(List<Map<String, @Nullable Object>> rows, Findings findings) {
    var parsed = new ArrayList<Parsed.Row>();
    for (var row : rows) {
      var values = new ArrayList<String>();
      row.values().forEach(value -> values.add(text(value, parsed.size() + 1, findings)));
      parsed.add(new Parsed.Row(0, 0, 0, Optional.of(List.copyOf(row.keySet())), values));
    }
    if (rows.isEmpty()) {
      findings.add("there are no rows", "give at least one");
      return Optional.empty();
    }
    var columns = List.copyOf(rows.getFirst().keySet());
    Columns.check(columns, new Place.InRow(1), findings);
    return collect(columns, parsed, findings);
  }

  /** Of plain values. */
  static Optional<Table> of(String column, List<@Nullable Object> values, Findings findings) {
    if (values.isEmpty()) {
      findings.add("there are no values of " + column, "give at least one");
      return Optional.empty();
    }
    var columns = List.of(column);
    Columns.check(columns, new Place.Everywhere(), findings);
    var parsed = new ArrayList<Parsed.Row>();
    for (var value : values) {
      parsed.add(
          new Parsed.Row(
              0, 0, 0, Optional.of(columns), List.of(text(value, parsed.size() + 1, findings))));
    }
    return collect(columns, parsed, findings);
  }

  private static Optional<Table> collect(
      List<String> columns, List<Parsed.Row> rows, Findings findings) {
    var collector = new HeldRows.Collector();
    for (int i = 0; i < rows.size(); i++) {
      switch (Fit.of(rows.get(i), columns)) {
        case Fit.Whole(var values) -> collector.add(values);
        case Fit.Ragged(var what) ->
            findings.add(
                new Place.InRow(i + 1),
                what,
                "each row has the columns " + String.join(", ", columns));
      }
    }
    return findings.isEmpty()
        ? Optional.of(new Table(columns, collector.rows()))
        : Optional.empty();
  }

  /** As in a JSON file: null as an empty text, maps and collections as JSON. */
  private static String text(@Nullable Object value, int row, Findings findings) {
    if (value == null) {
      return "";
    }
    if (!(value instanceof Map || value instanceof Collection)) {
      return value.toString();
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException _) {
      findings.add(
          new Place.InRow(row),
          "a value of it cannot be written as JSON",
          "maps and lists hold texts, numbers, maps and lists");
      return "";
    }
  }
}
