package dev.squall.shop;

/**
 * How the shop misbehaves on purpose, until told otherwise.
 *
 * @param latency the wait added to every request
 * @param workers how many requests are worked on at once, their latency included; the others queue
 *     in the order of their arrival. 0 means no limit. With n workers and a fixed latency s the
 *     shop saturates at n / s.
 */
public record Behaviour(Latency latency, int workers) {

  /** No added latency, no limit. */
  public static final Behaviour GOOD = new Behaviour(new Latency.None(), 0);

  /**
   * @throws IllegalArgumentException when {@code workers} is negative
   */
  public Behaviour {
    if (workers < 0) {
      throw new IllegalArgumentException("workers is 0 (no limit) or more, not " + workers);
    }
  }

  /** The same with another latency. */
  public Behaviour latency(Latency other) {
    return new Behaviour(other, workers);
  }

  /** The same with another number of workers; 0 means no limit. */
  public Behaviour workers(int other) {
    return new Behaviour(latency, other);
  }
}
