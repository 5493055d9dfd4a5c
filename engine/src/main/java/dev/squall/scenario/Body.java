package dev.squall.scenario;

import java.util.List;

/** What a request carries. */
public sealed interface Body {

  /** Nothing. */
  record None() implements Body {}

  /** Text as it stands; variables go in raw. */
  record Text(Template text) implements Body {}

  /** JSON; a variable inside a JSON string is escaped, elsewhere it goes in raw. */
  record Json(Template text) implements Body {}

  /** {@code application/x-www-form-urlencoded} fields, encoded once. */
  record Form(List<Field> fields) implements Body {
    public Form {
      fields = List.copyOf(fields);
    }
  }

  /** A field of a form. */
  record Field(String name, Template value) {}
}
