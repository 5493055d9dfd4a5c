package dev.squall.plan;

import java.util.Optional;

/** Variables that every iteration has; also as {@code __VU} and so on. */
public enum BuiltInVariable {
  /** The virtual user, from 1. */
  VU("VU"),
  /** The user's own iteration, from 1. */
  ITER("ITER"),
  /** A random UUID that never repeats in a run; the same for the same seed, iteration and place. */
  UUID("UUID"),
  /** Unix milliseconds, strictly increasing within a run. */
  TIMESTAMP("timestamp"),
  /** The time of day as RFC 3339 has it, in UTC with milliseconds. */
  TIME("TIME"),
  /** The iteration's index in the run, from 0. */
  COUNTER("COUNTER");

  private final String word;

  BuiltInVariable(String word) {
    this.word = word;
  }

  /** As it is written. */
  public String word() {
    return word;
  }

  static Optional<BuiltInVariable> named(String name) {
    var plain = name.startsWith("__") ? name.substring(2) : name;
    for (var variable : values()) {
      if (variable.word.equals(plain)) {
        return Optional.of(variable);
      }
    }
    return Optional.empty();
  }
}
