package dev.squall.plan;

import java.util.regex.Pattern;

/** A compiled extractor. */
public sealed interface Lookup {

  /** The status code. */
  record Status() implements Lookup {}

  /** The service time in milliseconds. */
  record Elapsed() implements Lookup {}

  /** A header, by its place in {@link PlannedRequest#wantedHeaders()}. */
  record Header(int index) implements Lookup {}

  /** A JSONPath, by its place in {@link PlannedRequest#queries()}. */
  record Json(int index) implements Lookup {}

  /** An XPath, by its place in {@link PlannedRequest.Reads#xpaths()}. */
  record XPath(int index) implements Lookup {}

  /** The cookie of a name. */
  record Cookie(String name) implements Lookup {}

  /** A compiled pattern and the group it gives. */
  record Regex(Pattern pattern, int group) implements Lookup {}

  /** The body as text. */
  record BodyText() implements Lookup {}

  /** Whether the body must be kept for it. */
  default boolean readsBody() {
    return switch (this) {
      case Status() -> false;
      case Elapsed() -> false;
      case Header(_) -> false;
      case Json(_) -> true;
      case XPath(_) -> true;
      case Cookie(_) -> false;
      case Regex(_, _) -> true;
      case BodyText() -> true;
    };
  }
}
