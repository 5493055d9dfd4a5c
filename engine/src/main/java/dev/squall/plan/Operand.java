package dev.squall.plan;

import java.math.BigDecimal;
import java.util.Optional;

/** What a value is compared with. */
public sealed interface Operand {

  /**
   * The same every time.
   *
   * @param text as written
   * @param number its value where it is a number
   */
  record Constant(String text, Optional<BigDecimal> number) implements Operand {
    static Constant of(String text) {
      return new Constant(text, Numbers.parse(text));
    }
  }

  /** From variables. */
  record Computed(Segments segments) implements Operand {}
}
