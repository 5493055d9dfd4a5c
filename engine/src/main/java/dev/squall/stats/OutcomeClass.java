package dev.squall.stats;

import dev.squall.sample.Outcome;

/** The matrix's third axis: every request is in exactly one class. */
enum OutcomeClass {
  OK,
  FAILED,
  INTERRUPTED;

  static OutcomeClass of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok() -> OK;
      case Outcome.Failed(_, _, _) -> FAILED;
      case Outcome.Interrupted() -> INTERRUPTED;
    };
  }
}
