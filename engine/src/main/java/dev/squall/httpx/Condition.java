package dev.squall.httpx;

import java.util.List;

/** What must hold: one of several at least, each of which is several that must all hold. */
record Condition(List<All> any) {
  Condition {
    any = List.copyOf(any);
  }

  /** All of them. */
  record All(List<Term> terms) {
    All {
      terms = List.copyOf(terms);
    }
  }

  /** One of what must all hold. */
  sealed interface Term {}

  /** What is expected of a text, usually of one variable. */
  record Clause(Value subject, Relation relation, Span at) implements Term {}

  /** A condition in parentheses. */
  record Nested(Condition condition) implements Term {}
}
