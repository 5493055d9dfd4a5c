package dev.squall.plan;

import java.util.List;
import java.util.regex.Pattern;

/** A compiled expectation. */
public sealed interface Criterion {

  /** Equal, as numbers where both are. */
  record Is(Operand expected) implements Criterion {}

  /** Present and not equal. */
  record IsNot(Operand expected) implements Criterion {}

  /** Holds this text. */
  record Contains(Operand part) implements Criterion {}

  /** The pattern is found in it. */
  record Matches(Pattern pattern) implements Criterion {}

  /** Present. */
  record Exists() implements Criterion {}

  /** A number less than the limit. */
  record Below(double limit) implements Criterion {}

  /** A number more than the limit. */
  record Above(double limit) implements Criterion {}

  /** A number within, both ends included. */
  record Between(double least, double most) implements Criterion {}

  /** Equal to one of them. */
  record In(List<Operand> values) implements Criterion {}
}
