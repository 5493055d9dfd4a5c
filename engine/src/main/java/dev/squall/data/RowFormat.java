package dev.squall.data;

/** How a file of rows is written. */
sealed interface RowFormat {
  /** Rows of columns, the first of which names them. */
  record Csv(char delimiter) implements RowFormat {}

  /** One array; plain values in it form a column of the name. */
  record JsonArray(String plain) implements RowFormat {}

  /** A value per line; plain values form a column of the name. */
  record JsonLines(String plain) implements RowFormat {}
}
