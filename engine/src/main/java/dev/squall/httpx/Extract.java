package dev.squall.httpx;

import java.util.OptionalInt;

/** {@code token = $.token}. */
record Extract(String name, Rule rule, Span at) {

  /** Where to look. */
  sealed interface Rule {
    /** In a JSON body. */
    record JsonPath(String path) implements Rule {}

    /** In an XML body. */
    record XPath(String path) implements Rule {}

    /**
     * Anywhere in the body.
     *
     * @param group what is taken of it; where none is said group 1, or all where there is none
     */
    record Regex(String pattern, OptionalInt group) implements Rule {}

    /** In a header. */
    record Header(String name) implements Rule {}

    /** In a cookie that the answer sets. */
    record Cookie(String name) implements Rule {}

    /** The status code. */
    record Status() implements Rule {}

    /** The service time. */
    record Latency() implements Rule {}

    /** The whole body. */
    record Body() implements Rule {}
  }
}
