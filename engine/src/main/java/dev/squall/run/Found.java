package dev.squall.run;

import dev.squall.plan.Numbers;
import java.math.BigDecimal;
import java.util.Optional;

/** What a lookup found. */
sealed interface Found {

  /**
   * Nothing.
   *
   * @param reason in words
   */
  record Missing(String reason) implements Found {}

  /** A number that never was a text: a status, a time in milliseconds. */
  record Amount(double value) implements Found {}

  /**
   * A text.
   *
   * @param canBeNumber whether it may be compared as a number, which a JSON string may not
   */
  record Text(String value, boolean canBeNumber) implements Found {}

  /** As a person reads it and as a variable holds it. */
  default String text() {
    return switch (this) {
      case Missing(var reason) -> reason;
      case Amount(var value) ->
          value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
      case Text(var value, _) -> value;
    };
  }

  /** As a number, where it is one. */
  default Optional<BigDecimal> number() {
    return switch (this) {
      case Missing(_) -> Optional.empty();
      case Amount(var value) -> Optional.of(BigDecimal.valueOf(value));
      case Text(var value, var canBeNumber) ->
          canBeNumber ? Numbers.parse(value) : Optional.empty();
    };
  }
}
