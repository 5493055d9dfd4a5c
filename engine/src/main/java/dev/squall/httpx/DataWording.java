package dev.squall.httpx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Feed.Order;
import dev.squall.scenario.Feed.Source;
import dev.squall.scenario.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of data as they are written, each of them once. */
final class DataWording {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> taken = new HashSet<>(Set.of(VariableMeaning.NO_DATA));
  private final Map<Wanted, Data> known = new LinkedHashMap<>();

  /**
   * Of none yet.
   *
   * @param variables whose names are no data's
   */
  DataWording(Collection<String> variables) {
    taken.addAll(variables);
  }

  /**
   * What rows are, whatever they are called.
   *
   * @param column of plain values
   */
  private record Wanted(Data.Rows rows, Optional<String> column) {}

  List<Data> all() {
    return List.copyOf(known.values());
  }

  /**
   * The name of rows; nothing where they have no words.
   *
   * @param steps of the scenario that has them
   */
  Optional<String> name(Feed feed, List<Step> steps) {
    return wanted(feed, steps)
        .map(wanted -> known.computeIfAbsent(wanted, DataWording.this::data))
        .filter(Reread::isItself)
        .map(Data::name);
  }

  private Data data(Wanted wanted) {
    var name = Names.fresh(base(wanted), taken);
    taken.add(name);
    var column = wanted.column.filter(one -> !one.equals(name));
    var rows =
        switch (wanted.rows) {
          case Data.Rows.Values(var values, var order, _) ->
              new Data.Rows.Values(values, order, column);
          case Data.Rows.File(var format, var path, var order, var delimiter, _) ->
              new Data.Rows.File(format, path, order, delimiter, column);
        };
    return new Data(name, rows, Reread.NOWHERE);
  }

  /** Its column, or the name of its file. */
  private static String base(Wanted wanted) {
    var name =
        switch (wanted.rows) {
          case Data.Rows.Values _ -> wanted.column.orElse("");
          case Data.Rows.File(_, var path, _, _, _) -> {
            var file = path.substring(path.lastIndexOf('/') + 1);
            yield file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
          }
        };
    return Words.isName(name) ? name : "rows";
  }

  private static Optional<Wanted> wanted(Feed feed, List<Step> steps) {
    var order = order(feed.order());
    var delimiter = feed.delimiter().map(String::valueOf);
    return switch (feed.source()) {
      case Source.Rows _ -> Optional.empty();
      case Source.Csv(var path) ->
          Optional.of(file(Data.Format.CSV, path, order, delimiter, Optional.empty()));
      case Source.Json(var path, var column) ->
          Optional.of(file(Data.Format.JSON, path, order, delimiter, Optional.of(column)));
      case Source.JsonLines(var path, var column) ->
          Optional.of(file(Data.Format.JSONL, path, order, delimiter, Optional.of(column)));
      case Source.Values list ->
          values(feed, list, steps)
              .filter(_ -> delimiter.isEmpty())
              .map(texts ->
                  new Wanted(
                      new Data.Rows.Values(
                          texts.stream().map(CheckWording::value).toList(),
                          order,
                          Optional.empty()),
                      Optional.of(list.column())));
    };
  }

  private static Wanted file(
      Data.Format format,
      String path,
      Optional<Data.Order> order,
      Optional<String> delimiter,
      Optional<String> column) {
    return new Wanted(new Data.Rows.File(format, path, order, delimiter, Optional.empty()), column);
  }

  /** What stands in the list; where steps go through it, it is one value for each of them. */
  private static Optional<List<String>> values(Feed feed, Source.Values list, List<Step> steps) {
    if (WholeList.isGoneThrough(list.column(), steps)) {
      return list.values().size() == 1
          ? texts(String.valueOf(list.values().getFirst()))
              .filter(texts ->
                  WholeList.of(new Source.Values(list.column(), new ArrayList<>(texts)))
                      .equals(feed))
          : Optional.empty();
    }
    return list.values().stream().anyMatch(DataWording::isNested)
        ? Optional.empty()
        : Optional.of(list.values().stream().map(DataWording::text).toList());
  }

  private static Optional<List<String>> texts(String array) {
    try {
      return Optional.of(JSON.readValue(array, new TypeReference<List<String>>() {}));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static boolean isNested(@Nullable Object value) {
    return value instanceof Map || value instanceof Collection;
  }

  /** As a run sees it. */
  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static Optional<Data.Order> order(Order order) {
    return switch (order) {
      case Order.Circular() -> Optional.empty();
      case Order.Sequential() -> taking(Data.Taking.SEQUENTIAL);
      case Order.AtRandom() -> taking(Data.Taking.RANDOM);
      case Order.Shuffled(var seed) -> Optional.of(new Data.Order(Data.Taking.SHUFFLED, seed));
      case Order.Once() -> taking(Data.Taking.ONCE);
      case Order.Unique() -> taking(Data.Taking.UNIQUE);
    };
  }

  private static Optional<Data.Order> taking(Data.Taking taking) {
    return Optional.of(new Data.Order(taking, Optional.empty()));
  }
}
