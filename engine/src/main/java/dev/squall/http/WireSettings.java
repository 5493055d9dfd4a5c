package dev.squall.http;

import java.time.Duration;

/**
 * What all exchanges of a run have in common. Durations of zero mean: no limit.
 *
 * @param connectTimeout the limit for resolving, connecting and the TLS handshake
 * @param idleTimeout the limit between bytes of {@link #deadline}
 * @param totalTimeout the total limit of {@link #deadline}
 * @param maxHeaderBytes the longest header block taken, in bytes
 * @param pool what becomes of connections between exchanges
 * @param routing which way connections take
 * @param tls whom secure endpoints have to convince, and of what we convince them
 */
public record WireSettings(
    Duration connectTimeout,
    Duration idleTimeout,
    Duration totalTimeout,
    int maxHeaderBytes,
    PoolSettings pool,
    Routing routing,
    TlsSettings tls) {

  /** 10 s to connect, 30 s in all, 256 KiB of header, kept connections, straight. */
  public static final WireSettings DEFAULT =
      new WireSettings(
          Duration.ofSeconds(10),
          Duration.ZERO,
          Duration.ofSeconds(30),
          256 * 1024,
          PoolSettings.DEFAULT,
          Routing.DIRECT,
          TlsSettings.DEFAULT);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is negative, or no header would fit
   */
  public WireSettings {
    if (connectTimeout.isNegative() || idleTimeout.isNegative() || totalTimeout.isNegative()) {
      throw new IllegalArgumentException("a limit of time cannot be negative");
    }
    if (maxHeaderBytes < 64) {
      throw new IllegalArgumentException("no header fits into " + maxHeaderBytes + " bytes");
    }
  }

  /** The limits for an exchange that has none of its own. */
  public Deadline deadline() {
    return new Deadline(totalTimeout.toNanos(), idleTimeout.toNanos());
  }

  /** The same with another limit for resolving and connecting. */
  public WireSettings withConnectTimeout(Duration limit) {
    return new WireSettings(limit, idleTimeout, totalTimeout, maxHeaderBytes, pool, routing, tls);
  }

  /** The same with another limit between bytes. */
  public WireSettings withIdleTimeout(Duration limit) {
    return new WireSettings(
        connectTimeout, limit, totalTimeout, maxHeaderBytes, pool, routing, tls);
  }

  /** The same with another limit of a whole exchange. */
  public WireSettings withTotalTimeout(Duration limit) {
    return new WireSettings(connectTimeout, idleTimeout, limit, maxHeaderBytes, pool, routing, tls);
  }

  /** The same with another limit of a header block, in bytes. */
  public WireSettings withMaxHeaderBytes(int bytes) {
    return new WireSettings(connectTimeout, idleTimeout, totalTimeout, bytes, pool, routing, tls);
  }

  /** The same with another pool. */
  public WireSettings withPool(PoolSettings other) {
    return new WireSettings(
        connectTimeout, idleTimeout, totalTimeout, maxHeaderBytes, other, routing, tls);
  }

  /** The same by another way. */
  public WireSettings withRouting(Routing other) {
    return new WireSettings(
        connectTimeout, idleTimeout, totalTimeout, maxHeaderBytes, pool, other, tls);
  }

  /** The same with other trust. */
  public WireSettings withTls(TlsSettings other) {
    return new WireSettings(
        connectTimeout, idleTimeout, totalTimeout, maxHeaderBytes, pool, routing, other);
  }

  /** The same with connections kept or fresh. */
  public WireSettings withKeepAlive(KeepAlive reuse) {
    return withPool(pool.withKeepAlive(reuse));
  }
}
