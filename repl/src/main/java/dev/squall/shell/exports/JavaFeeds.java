package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaLiterals.number;
import static dev.squall.shell.exports.JavaLiterals.text;

import dev.squall.scenario.Feed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of data in Squall's words. */
final class JavaFeeds {
  private final Notes notes;
  private final String scenario;

  JavaFeeds(Notes notes, String scenario) {
    this.notes = notes;
    this.scenario = scenario;
  }

  Code feed(Feed feed) {
    var code = source(feed.source());
    if (feed.delimiter().isPresent()) {
      code = code.dot("delimiter", Code.word(JavaLiterals.character(feed.delimiter().get())));
    }
    return switch (feed.order()) {
      case Feed.Order.Circular() -> code;
      case Feed.Order.Sequential() -> code.dot("sequential");
      case Feed.Order.AtRandom() -> code.dot("random");
      case Feed.Order.Shuffled(var seed) ->
          seed.isPresent() ? code.dot("shuffled", number(seed.get())) : code.dot("shuffled");
      case Feed.Order.Once() -> code.dot("once");
      case Feed.Order.Unique() -> code.dot("unique");
    };
  }

  private Code source(Feed.Source source) {
    return switch (source) {
      case Feed.Source.Csv(var path) -> call("csv", text(path));
      case Feed.Source.Json(var path, var column) -> file("json", path, column);
      case Feed.Source.JsonLines(var path, var column) -> file("jsonLines", path, column);
      case Feed.Source.Values(var column, var values) ->
          // One null is no list of values.
          values.size() == 1 && values.getFirst() == null
              ? call("values", text(column), Code.word("(Object) null"))
              : call("values", Code.of(text(column), values.stream().map(this::value)));
      case Feed.Source.Rows(var rows) ->
          call("rows", call("List.of", rows.stream().map(this::row).toList()));
    };
  }

  private static Code file(String word, String path, String column) {
    return column.equals("value") ? call(word, text(path)) : call(word, text(path), text(column));
  }

  private Code row(Map<String, @Nullable Object> row) {
    var entries = new ArrayList<Code>();
    if (row.containsValue(null)) {
      // The words for maps take no null.
      var puts = new StringBuilder();
      row.forEach((column, value) ->
          puts.append("put(")
              .append(JavaLiterals.quoted(column))
              .append(", ")
              .append(Code.print(value(value), 0, 0))
              .append("); "));
      return Code.word("new java.util.HashMap<String, Object>() {{ " + puts + "}}");
    }
    boolean isShort = row.size() <= 10;
    row.forEach((column, value) -> {
      var pair = List.of(text(column), value(value));
      if (isShort) {
        entries.addAll(pair);
      } else {
        entries.add(call("Map.entry", pair));
      }
    });
    return call(isShort ? "Map.of" : "Map.ofEntries", entries);
  }

  private Code value(@Nullable Object value) {
    return switch (value) {
      case null -> Code.word("null");
      case String text -> text(text);
      case Integer number -> Code.word(number.toString());
      case Long number -> Code.word(number + "L");
      case Boolean truth -> Code.word(truth.toString());
      case Double number -> real(number);
      case BigDecimal number -> call("new BigDecimal", text(number.toString()));
      case BigInteger number -> call("new BigInteger", text(number.toString()));
      case Character c -> Code.word(JavaLiterals.character(c));
      default -> {
        notes.add(
            "scenario " + scenario,
            "a value of data that is a " + value.getClass().getSimpleName() + " is its text here",
            "");
        yield text(value.toString());
      }
    };
  }

  private static Code real(double number) {
    return Double.isFinite(number) ? Code.word(Double.toString(number)) : number(number);
  }
}
