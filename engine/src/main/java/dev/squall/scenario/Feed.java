package dev.squall.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of data that become variables of iterations: where the rows are and which of them an
 * iteration takes. Files are looked at when a plan is compiled, not before.
 *
 * @param source where the rows are
 * @param order which row an iteration takes
 * @param delimiter what stands between the columns of a CSV file; a comma where none is given
 */
public record Feed(Source source, Order order, Optional<Character> delimiter) {

  /** Where rows are. */
  public sealed interface Source {
    /** A CSV file in UTF-8 whose first row names the columns (RFC 4180). */
    record Csv(String path) implements Source {}

    /**
     * A file with one JSON array, of objects or of plain values.
     *
     * @param column the name of the one column where the array is of plain values
     */
    record Json(String path, String column) implements Source {}

    /**
     * A file with one JSON object, or one plain value, per line.
     *
     * @param column the name of the one column where the lines are plain values
     */
    record JsonLines(String path, String column) implements Source {}

    /** Rows given in Java: column names and values. */
    record Rows(List<Map<String, @Nullable Object>> rows) implements Source {
      public Rows {
        var copies = new ArrayList<Map<String, @Nullable Object>>();
        rows.forEach(row -> copies.add(Collections.unmodifiableMap(new LinkedHashMap<>(row))));
        rows = List.copyOf(copies);
      }

      /** Of maps that may say more of their values' types. */
      public static Rows of(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        var maps = new ArrayList<Map<String, @Nullable Object>>();
        rows.forEach(row -> maps.add(new LinkedHashMap<>(row)));
        return new Rows(maps);
      }

      @Override
      public String toString() {
        return "rows(" + rows.size() + ")";
      }
    }

    /** One column given in Java. */
    record Values(String column, List<@Nullable Object> values) implements Source {
      public Values {
        values = Collections.unmodifiableList(new ArrayList<>(values));
      }

      @Override
      public String toString() {
        return "values(" + column + ": " + values.size() + ")";
      }
    }
  }

  /** Which row an iteration takes: a function of its index, its user and the seed. */
  public sealed interface Order {
    /** In turn, from the first again after the last. */
    record Circular() implements Order {}

    /** In turn; no iteration starts after the one with the last row. */
    record Sequential() implements Order {}

    /** Drawn with replacement by the run's seed. */
    record AtRandom() implements Order {}

    /**
     * Every row once in each pass over the rows, each pass in an order of its own.
     *
     * @param seed of the orders; the run's where none is given
     */
    record Shuffled(Optional<Long> seed) implements Order {}

    /** Shuffled by the run's seed; no iteration starts after every row was taken once. */
    record Once() implements Order {}

    /** A row for each user, the same in all its iterations. */
    record Unique() implements Order {}
  }

  /** In circular order. */
  public Feed(Source source) {
    this(source, new Order.Circular(), Optional.empty());
  }

  /** With this character between the columns of a CSV file. */
  public Feed delimiter(char between) {
    return new Feed(source, order, Optional.of(between));
  }

  /** Iteration <i>i</i>, from 0, takes row <i>i</i> mod rows; the usual way. */
  public Feed circular() {
    return in(new Order.Circular());
  }

  /** Iteration <i>i</i> takes row <i>i</i>; the run ends after the last row. */
  public Feed sequential() {
    return in(new Order.Sequential());
  }

  /** Each iteration takes any row, drawn by the run's seed. */
  public Feed random() {
    return in(new Order.AtRandom());
  }

  /** Every row once in each pass over the rows, in orders drawn by the run's seed. */
  public Feed shuffled() {
    return in(new Order.Shuffled(Optional.empty()));
  }

  /** Every row once in each pass over the rows, in the orders of this seed whatever the run's. */
  public Feed shuffled(long seed) {
    return in(new Order.Shuffled(Optional.of(seed)));
  }

  /**
   * Each row at most once in a run, in an order drawn by the run's seed; the run ends after all.
   */
  public Feed once() {
    return in(new Order.Once());
  }

  /** User <i>u</i>, from 1, keeps row <i>u</i> − 1; there are at least as many rows as users. */
  public Feed unique() {
    return in(new Order.Unique());
  }

  private Feed in(Order other) {
    return new Feed(source, other, delimiter);
  }

  /** As in Java: {@code csv("users.csv").delimiter(';').shuffled(42)}. */
  @Override
  public String toString() {
    return word() + delimiter.map(c -> ".delimiter('" + c + "')").orElse("") + suffix();
  }

  private String word() {
    return switch (source) {
      case Source.Csv(var path) -> "csv(\"" + path + "\")";
      case Source.Json(var path, _) -> "json(\"" + path + "\")";
      case Source.JsonLines(var path, _) -> "jsonLines(\"" + path + "\")";
      case Source.Rows rows -> rows.toString();
      case Source.Values values -> values.toString();
    };
  }

  private String suffix() {
    return switch (order) {
      case Order.Circular() -> "";
      case Order.Sequential() -> ".sequential()";
      case Order.AtRandom() -> ".random()";
      case Order.Shuffled(var seed) -> ".shuffled(" + seed.map(Object::toString).orElse("") + ")";
      case Order.Once() -> ".once()";
      case Order.Unique() -> ".unique()";
    };
  }
}
