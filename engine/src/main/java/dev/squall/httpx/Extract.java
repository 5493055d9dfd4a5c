package dev.squall.httpx;

/** {@code token = $.token}. */
record Extract(String name, Rule rule, Span at) {

  /** Where to look. */
  sealed interface Rule {
    /** In a JSON body. */
    record JsonPath(String path) implements Rule {}

    /** In an XML body. */
    record XPath(String path) implements Rule {}

    /** Anywhere in the body: group 1, or all that matches. */
    record Regex(String pattern) implements Rule {}

    /** In a header. */
    record Header(String name) implements Rule {}

    /** In a cookie that the answer sets. */
    record Cookie(String name) implements Rule {}
  }
}
