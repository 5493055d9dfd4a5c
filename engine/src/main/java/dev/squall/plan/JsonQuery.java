package dev.squall.plan;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * A JSONPath, compiled once and read from many bodies by many users at the same time.
 *
 * <p>The dialect is json-path's. A definite path ({@code $.a.b[0].c}, {@code $['a'][0]}, {@code $})
 * is answered by streaming the body to its end; every other path by json-path itself over the
 * parsed body. Both have one meaning: the last of several equal keys counts, a body that is not
 * exactly one JSON document is a miss, and the same limits hold (nesting 1000 deep, numbers 1000
 * and names 50 000 characters long). UTF-8, UTF-16 and UTF-32 are told apart by their first bytes,
 * with or without a byte order mark.
 */
public sealed interface JsonQuery permits StreamedQuery, TreeQuery {

  /**
   * What a path finds in the body.
   *
   * @param body the bytes; only those in {@code from} (included) to {@code to} (excluded) are read
   * @return {@link Many} for a path with {@code [*]}, {@code .*}, {@code ..}, a filter or a slice
   *     that matches at all; {@link One} for any other that matches, the first match if there are
   *     several; else {@link Missing}
   */
  Found read(byte[] body, int from, int to);

  /**
   * What each of several paths finds, in their order. The body is parsed once, and only definite
   * paths cost hardly more together than one alone.
   *
   * @return as many answers as queries, each equal to what {@link #read} gives
   */
  static List<Found> readAll(List<JsonQuery> queries, byte[] body, int from, int to) {
    if (queries.isEmpty()) {
      return List.of();
    }
    var streamed =
        queries.stream()
            .filter(StreamedQuery.class::isInstance)
            .map(StreamedQuery.class::cast)
            .toList();
    try {
      if (streamed.size() == queries.size() && queries.size() <= StreamedPass.MOST) {
        return JsonText.document(body, from, to, parser -> StreamedPass.through(parser, streamed));
      }
      var tree = JsonText.document(body, from, to, JsonText::tree);
      return queries.stream()
          .map(query ->
              switch (query) {
                case StreamedQuery definite -> definite.in(tree, 0);
                case TreeQuery other -> other.in(tree);
              })
          .toList();
    } catch (IOException e) {
      return Collections.nCopies(queries.size(), JsonText.notJson(e));
    }
  }

  /** Compiles a path such as {@code $.items[0].id}; never throws. */
  static Compiled compile(String path) {
    return PathText.compile(path);
  }

  /** A path that can be read, or why it cannot. */
  sealed interface Compiled {

    /** The path, ready to read bodies. */
    record Ready(JsonQuery query) implements Compiled {}

    /**
     * What is wrong with the path.
     *
     * @param what the fault in words
     * @param offset the index in the path at which it shows
     * @param hint what would be right
     */
    record Refused(String what, int offset, String hint) implements Compiled {}
  }

  /** The JSON type of a value, so that checks can compare numbers as numbers. */
  enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL,
    OBJECT,
    ARRAY
  }

  /** What a path found. */
  sealed interface Found {}

  /**
   * Nothing: no match, or a body that is not JSON.
   *
   * @param reason in words, for people
   */
  record Missing(String reason) implements Found {}

  /**
   * One value.
   *
   * @param text a string as it is without quotes; a number exactly as the document writes it
   *     ({@code 1299.0}, {@code 1e3} and {@code -0} stay so, digits are never lost); {@code true},
   *     {@code false}, {@code null}; an object or array as JSON without white space, of equal keys
   *     the last. The elements of an array are what {@code $[*]} reads from this text.
   * @param kind which of these it is
   */
  record One(String text, Kind kind) implements Found {}

  /**
   * All that a path with {@code [*]}, {@code .*}, {@code ..}, a filter or a slice matched, in the
   * document's order; at least one.
   */
  record Many(List<One> values) implements Found {
    public Many {
      values = List.copyOf(values);
    }

    /** The values as one JSON array without white space. */
    public String text() {
      return JsonText.array(values);
    }
  }
}
