package dev.squall.data;

import java.util.List;
import java.util.Optional;

/** What a parser finds next in a file of rows. */
sealed interface Parsed {

  /**
   * A row as it is written; nobody has looked whether it has the columns that it should have.
   *
   * @param character where it begins, counted from the beginning of what the parser reads
   * @param line where it begins, from 1
   * @param column where it begins, from 1
   * @param names of its columns, in its order; nothing where the header names them
   * @param values of its columns
   */
  record Row(
      long character, int line, int column, Optional<List<String>> names, List<String> values)
      implements Parsed {}

  /**
   * Something that is no row; what comes next may be one.
   *
   * @param line from 1
   * @param column from 1, in characters
   */
  record Wrong(int line, int column, String what, String hint) implements Parsed {}

  /** Nothing any more. */
  record End() implements Parsed {}
}
