package dev.squall.plan;

import java.util.List;

/** A compiled condition. */
public sealed interface PlannedCondition {

  /** What is expected of a text; false where one of its variables has no value. */
  record Clause(Segments subject, Criterion criterion) implements PlannedCondition {}

  /** All of them. */
  record All(List<PlannedCondition> conditions) implements PlannedCondition {}

  /** One of them at least. */
  record Any(List<PlannedCondition> conditions) implements PlannedCondition {}
}
