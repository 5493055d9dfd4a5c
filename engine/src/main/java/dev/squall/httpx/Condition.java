package dev.squall.httpx;

import java.util.List;

/** What must hold: one of several at least, each of which is several that must all hold. */
record Condition(List<All> any) {
  Condition {
    any = List.copyOf(any);
  }

  /** All of them. */
  record All(List<Clause> clauses) {
    All {
      clauses = List.copyOf(clauses);
    }
  }

  /** What is expected of a text, usually of one variable. */
  record Clause(Value subject, Relation relation, Span at) {}
}
