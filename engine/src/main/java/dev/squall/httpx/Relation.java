package dev.squall.httpx;

import java.util.List;

/** What is expected of a value. */
sealed interface Relation {
  /** Held against one value. */
  record Compare(Operator by, Value with) implements Relation {}

  /** Present. */
  record Exists() implements Relation {}

  /** One of several. */
  record In(List<Value> values) implements Relation {
    public In {
      values = List.copyOf(values);
    }
  }

  /** From the least to the most, both included. */
  record Between(Value least, Value most) implements Relation {}

  /** How one value is held against another. */
  enum Operator {
    EQUAL("=="),
    UNEQUAL("!="),
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">="),
    CONTAINS("contains"),
    MATCHES("matches");

    final String sign;

    Operator(String sign) {
      this.sign = sign;
    }
  }
}
