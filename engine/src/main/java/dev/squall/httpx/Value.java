package dev.squall.httpx;

/** A text to compare with; it may hold variables. */
sealed interface Value {
  /** The text itself. */
  String text();

  /** A text in quotes, which is nothing but a text. */
  record Quoted(String text) implements Value {}

  /** A word without quotes: a number, a time, {@code null}, {@code ${name}} or a text. */
  record Bare(String text) implements Value {}
}
