package dev.squall.shop.behaviour;

/**
 * What goes wrong on purpose, for one route or for the whole shop.
 *
 * @param latency the wait added to every request
 * @param errors requests that are answered with an error instead of being worked on
 * @param resets the share of the requests whose connection is reset instead of being answered
 * @param bandwidth how fast the bodies of answers are sent
 * @param workers how many requests are worked on at once, latency and the sending of the answer
 *     included; the others queue in the order of their arrival. 0 means no limit. With n workers
 *     and a fixed latency s, n / s requests a second get through.
 */
public record Faults(
    Latency latency, Errors errors, Share resets, Bandwidth bandwidth, int workers) {

  /** Nothing goes wrong. */
  public static final Faults NONE =
      new Faults(new Latency.None(), Errors.NONE, Share.NONE, Bandwidth.UNLIMITED, 0);

  /**
   * @throws IllegalArgumentException when {@code workers} is negative
   */
  public Faults {
    if (workers < 0) {
      throw new IllegalArgumentException("workers is 0 (no limit) or more, not " + workers);
    }
  }

  /**
   * Whether a request meets nothing of it, its workers apart. Compared part by part: the first
   * {@code equals} of a record takes a JVM long, and every start of a shop asks this.
   */
  boolean isNothing() {
    return latency instanceof Latency.None
        && errors.share().value() == 0
        && resets.value() == 0
        && bandwidth.isUnlimited();
  }

  /** The same with another latency. */
  public Faults latency(Latency other) {
    return new Faults(other, errors, resets, bandwidth, workers);
  }

  /** The same with other errors. */
  public Faults errors(Errors other) {
    return new Faults(latency, other, resets, bandwidth, workers);
  }

  /** The same with another share of resets. */
  public Faults resets(Share other) {
    return new Faults(latency, errors, other, bandwidth, workers);
  }

  /** The same with another bandwidth. */
  public Faults bandwidth(Bandwidth other) {
    return new Faults(latency, errors, resets, other, workers);
  }

  /** The same with another number of workers; 0 means no limit. */
  public Faults workers(int other) {
    return new Faults(latency, errors, resets, bandwidth, other);
  }
}
