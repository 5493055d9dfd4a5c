package dev.squall.plan;

import java.util.List;
import java.util.regex.Pattern;

/** A compiled expectation. */
public sealed interface Condition {

  /** Equal, as numbers where both are. */
  record Is(Operand expected) implements Condition {}

  /** Present and not equal. */
  record IsNot(Operand expected) implements Condition {}

  /** Holds this text. */
  record Contains(Operand part) implements Condition {}

  /** The pattern is found in it. */
  record Matches(Pattern pattern) implements Condition {}

  /** Present. */
  record Exists() implements Condition {}

  /** A number less than the limit. */
  record Below(double limit) implements Condition {}

  /** A number more than the limit. */
  record Above(double limit) implements Condition {}

  /** A number within, both ends included. */
  record Between(double least, double most) implements Condition {}

  /** Equal to one of them. */
  record In(List<Operand> values) implements Condition {}
}
