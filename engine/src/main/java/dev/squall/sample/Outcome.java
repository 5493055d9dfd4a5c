package dev.squall.sample;

/** How a request ended; every request has exactly one. */
public sealed interface Outcome {

  /** The one {@link Ok}. */
  Outcome OK = new Ok();

  /** The one {@link Interrupted}. */
  Outcome INTERRUPTED = new Interrupted();

  /** A complete answer that every check accepts. */
  record Ok() implements Outcome {}

  /**
   * Everything else that ended by itself.
   *
   * @param category the first category that fits
   * @param kind exactly what happened, a small set of words such as {@code connection_refused}
   * @param message one example of it in words
   */
  record Failed(Category category, String kind, String message) implements Outcome {}

  /** Still in flight when the run ended. */
  record Interrupted() implements Outcome {}
}
