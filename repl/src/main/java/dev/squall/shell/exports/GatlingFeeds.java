package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaLiterals.quoted;
import static dev.squall.shell.exports.JavaLiterals.text;

import dev.squall.scenario.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of data as feeders. */
final class GatlingFeeds {
  private final GatlingContext context;

  GatlingFeeds(GatlingContext context) {
    this.context = context;
  }

  Code feed(Feed feed) {
    var source = source(feed);
    return switch (feed.order()) {
      case Feed.Order.Circular() -> source.dot("circular");
      case Feed.Order.Sequential() -> source.dot("queue");
      case Feed.Order.AtRandom() -> source.dot("random");
      case Feed.Order.Shuffled _ -> {
        untold("Gatling shuffles rows once and by itself", "each pass has the same order");
        yield source.dot("shuffle").dot("circular");
      }
      case Feed.Order.Once() -> source.dot("shuffle");
      case Feed.Order.Unique() -> {
        untold("Gatling keeps no row for a user", "each iteration takes the next one");
        yield source.dot("circular");
      }
    };
  }

  private void untold(String what, String hint) {
    context.untold("scenario " + context.scenario.name(), what, hint);
  }

  private Code source(Feed feed) {
    return switch (feed.source()) {
      case Feed.Source.Csv(var path) ->
          feed.delimiter()
              .map(between ->
                  call("separatedValues", text(path), Code.word(JavaLiterals.character(between))))
              .orElseGet(() -> call("csv", text(path)));
      case Feed.Source.Json(var path, _) -> call("jsonFile", text(path));
      case Feed.Source.JsonLines(var path, _) -> {
        untold("Gatling reads no lines of JSON", "make an array of them in " + path);
        yield call("jsonFile", text(path));
      }
      case Feed.Source.Values(var column, var values) ->
          rows(values.stream().map(value -> entry(column, value)).toList());
      case Feed.Source.Rows(var rows) -> {
        var all = new ArrayList<String>();
        for (var row : rows) {
          var entries = new ArrayList<String>();
          row.forEach((column, value) -> entries.add(entry(column, value)));
          all.add(String.join(", ", entries));
        }
        yield rows(all);
      }
    };
  }

  private static String entry(String column, @Nullable Object value) {
    return "Map.entry(" + quoted(column) + ", " + quoted(String.valueOf(value)) + ")";
  }

  private static Code rows(List<String> rows) {
    var maps =
        rows.stream()
            .map(row -> Code.word("Map.<String, Object>ofEntries(" + row + ")"))
            .collect(Collectors.toList());
    return call("listFeeder", call("List.of", maps));
  }
}
