package dev.squall.shell.exports;

import java.math.BigDecimal;
import java.util.List;

/** A piece of a template, as a tool of its own variables has to say it. */
sealed interface Piece {

  /** Text as it is. */
  record Text(String text) implements Piece {}

  /** A variable of the user: extracted, of a row of data, or an item of a list. */
  record Variable(String name) implements Piece {}

  /** What the environment holds. */
  record Environment(String name) implements Piece {}

  /** A value that Squall makes itself. */
  record Made(Maker maker) implements Piece {}

  /** A number drawn evenly, both ends included, with so many decimals. */
  record Random(BigDecimal least, BigDecimal most, int decimals) implements Piece {}

  /** One of these, drawn evenly. */
  record Pick(List<String> values) implements Piece {
    public Pick {
      values = List.copyOf(values);
    }
  }

  /** What makes values. */
  enum Maker {
    USER,
    ITERATION,
    COUNTER,
    UUID,
    MILLIS,
    TIME
  }
}
