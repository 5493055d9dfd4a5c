package dev.squall.httpx;

import java.util.OptionalInt;

/** {@code status == 200}. */
record Assertion(Field field, Relation relation, Span at) {

  /** Of what it speaks. */
  sealed interface Field {
    /** The status code. */
    record Status() implements Field {}

    /** The service time; bare numbers beside it are milliseconds. */
    record Latency() implements Field {}

    /**
     * The body, or a part of it.
     *
     * @param path what follows {@code $} in a JSONPath; empty for the whole body
     * @param length whether its length is meant
     */
    record Body(String path, boolean length) implements Field {}

    /** A part of a JSON body. */
    record JsonPath(String path) implements Field {}

    /** A header. */
    record Header(String name) implements Field {}

    /** A cookie that the answer sets. */
    record Cookie(String name) implements Field {}

    /** What a pattern finds, or a group of it. */
    record Regex(String pattern, OptionalInt group) implements Field {}

    /** What an XPath finds. */
    record XPath(String path) implements Field {}
  }
}
