package dev.squall.http;

import java.time.Duration;

/**
 * What becomes of connections between exchanges, and how their sockets are set. Durations of zero
 * mean: not at all.
 *
 * @param keepAlive whether connections stay open between exchanges
 * @param maxIdle how many may lie idle for one origin of one user; what is more is closed
 * @param idleTimeout how long one may lie idle before we close it
 * @param tcpKeepAlive how long one may be silent before the kernel asks whether the peer is alive
 * @param noDelay whether small writes leave at once (no Nagle delay)
 */
public record PoolSettings(
    KeepAlive keepAlive,
    int maxIdle,
    Duration idleTimeout,
    Duration tcpKeepAlive,
    boolean noDelay) {

  /** Kept, 32 idle, for 90 s; the kernel asks after 60 s; no delay. */
  public static final PoolSettings DEFAULT =
      new PoolSettings(KeepAlive.KEPT, 32, Duration.ofSeconds(90), Duration.ofSeconds(60), true);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public PoolSettings {
    if (maxIdle < 0 || idleTimeout.isNegative() || tcpKeepAlive.isNegative()) {
      throw new IllegalArgumentException("a limit cannot be negative");
    }
  }

  /** The same with connections kept or fresh. */
  public PoolSettings withKeepAlive(KeepAlive reuse) {
    return new PoolSettings(reuse, maxIdle, idleTimeout, tcpKeepAlive, noDelay);
  }

  /** The same with another number of idle connections. */
  public PoolSettings withMaxIdle(int most) {
    return new PoolSettings(keepAlive, most, idleTimeout, tcpKeepAlive, noDelay);
  }

  /** The same with another limit for lying idle. */
  public PoolSettings withIdleTimeout(Duration limit) {
    return new PoolSettings(keepAlive, maxIdle, limit, tcpKeepAlive, noDelay);
  }
}
