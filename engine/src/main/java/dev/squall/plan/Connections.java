package dev.squall.plan;

import java.time.Duration;

/**
 * What becomes of a user's connections between requests. Durations of zero mean: not at all.
 *
 * @param reuse whether a user keeps them
 * @param maxIdle how many may lie idle for one origin of one user
 * @param idleTimeout how long one may lie idle
 * @param tcpKeepAlive how long one may be silent before the kernel asks for a sign of life
 * @param noDelay whether small writes leave at once
 */
public record Connections(
    Reuse reuse, int maxIdle, Duration idleTimeout, Duration tcpKeepAlive, boolean noDelay) {

  /** Whether a user keeps a connection between requests. */
  public enum Reuse {
    /** Kept as long as both sides like. */
    KEPT,
    /** A new connection for every request. */
    FRESH
  }

  /** Kept, 32 idle, for 90 s; a sign of life after 60 s; no delay. */
  public static final Connections DEFAULT =
      new Connections(Reuse.KEPT, 32, Duration.ofSeconds(90), Duration.ofSeconds(60), true);

  /** Kept or not. */
  public Connections withReuse(Reuse choice) {
    return new Connections(choice, maxIdle, idleTimeout, tcpKeepAlive, noDelay);
  }

  /** With this many idle ones. */
  public Connections withMaxIdle(int most) {
    return new Connections(reuse, most, idleTimeout, tcpKeepAlive, noDelay);
  }

  /** With this limit for lying idle. */
  public Connections withIdleTimeout(Duration limit) {
    return new Connections(reuse, maxIdle, limit, tcpKeepAlive, noDelay);
  }

  /** With a sign of life asked for after this silence. */
  public Connections withTcpKeepAlive(Duration silence) {
    return new Connections(reuse, maxIdle, idleTimeout, silence, noDelay);
  }

  /** With small writes that leave at once or wait for more. */
  public Connections withNoDelay(boolean atOnce) {
    return new Connections(reuse, maxIdle, idleTimeout, tcpKeepAlive, atOnce);
  }
}
