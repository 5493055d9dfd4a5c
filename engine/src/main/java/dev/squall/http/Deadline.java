package dev.squall.http;

import java.time.Duration;

/**
 * How long an exchange may take, counted from the call of {@link Origin#exchange}. A limit is
 * noticed within 10 ms after it has passed; an answer that is complete before that counts as an
 * answer. Immutable, to be shared by all exchanges with the same limits.
 *
 * @param totalNanos the limit of the whole exchange, resolving and connecting included; 0: none
 * @param idleNanos the limit between the end of the request and the first byte and from there
 *     between bytes; 0: none
 */
public record Deadline(long totalNanos, long idleNanos) {

  /** No limit at all: the exchange ends with the answer or when its origin is closed. */
  public static final Deadline NONE = new Deadline(0, 0);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if a limit is negative
   */
  public Deadline {
    if (totalNanos < 0 || idleNanos < 0) {
      throw new IllegalArgumentException("a limit of time cannot be negative");
    }
  }

  /** A limit of the whole exchange. */
  public static Deadline within(Duration total) {
    return new Deadline(total.toNanos(), 0);
  }

  /** The same with a limit between bytes. */
  public Deadline idle(Duration between) {
    return new Deadline(totalNanos, between.toNanos());
  }
}
