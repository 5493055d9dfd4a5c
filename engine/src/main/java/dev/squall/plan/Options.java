package dev.squall.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How a plan is run.
 *
 * @param base what relative paths stand on; else the scenario's own base
 * @param seed of every draw: same seed, same requests
 * @param timeout the limit of an exchange that has none of its own
 * @param connectTimeout the limit for establishing a connection
 * @param idleTimeout the limit between two bytes of an answer; zero for none
 * @param grace how long running iterations may go on after the load's end
 * @param connections whether users keep their connections
 */
public record Options(
    Optional<String> base,
    long seed,
    Duration timeout,
    Duration connectTimeout,
    Duration idleTimeout,
    Duration grace,
    Reuse connections) {

  /** Whether a user keeps a connection between requests. */
  public enum Reuse {
    /** Kept as long as both sides like. */
    KEPT,
    /** A new connection for every request. */
    FRESH
  }

  /** What holds where nothing is said. */
  public static final Options DEFAULT =
      new Options(
          Optional.empty(),
          42,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ZERO,
          Duration.ofSeconds(5),
          Reuse.KEPT);

  /** The default with these choices made in order. */
  public static Options of(Option... choices) {
    var options = DEFAULT;
    for (var choice : choices) {
      options = choice.applyTo(options);
    }
    return options;
  }

  /** On this base URL. */
  public Options withBase(String url) {
    return new Options(
        Optional.of(url), seed, timeout, connectTimeout, idleTimeout, grace, connections);
  }

  /** With this seed. */
  public Options withSeed(long newSeed) {
    return new Options(base, newSeed, timeout, connectTimeout, idleTimeout, grace, connections);
  }

  /** With this limit for an exchange. */
  public Options withTimeout(Duration limit) {
    return new Options(base, seed, limit, connectTimeout, idleTimeout, grace, connections);
  }

  /** With this limit for connecting. */
  public Options withConnectTimeout(Duration limit) {
    return new Options(base, seed, timeout, limit, idleTimeout, grace, connections);
  }

  /** With this limit between two bytes. */
  public Options withIdleTimeout(Duration limit) {
    return new Options(base, seed, timeout, connectTimeout, limit, grace, connections);
  }

  /** With this grace at the end. */
  public Options withGrace(Duration time) {
    return new Options(base, seed, timeout, connectTimeout, idleTimeout, time, connections);
  }

  /** With connections kept or not. */
  public Options withConnections(Reuse reuse) {
    return new Options(base, seed, timeout, connectTimeout, idleTimeout, grace, reuse);
  }
}
