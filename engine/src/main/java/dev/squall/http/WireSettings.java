package dev.squall.http;

import java.time.Duration;

/**
 * What all exchanges of a run have in common. Durations of zero mean: no limit.
 *
 * @param connectTimeout the limit for resolving and connecting
 * @param idleTimeout the limit between bytes of {@link #deadline}
 * @param totalTimeout the total limit of {@link #deadline}
 * @param keepAlive whether connections stay open between exchanges
 * @param dnsTtl how long a resolved address holds; zero: as long as the wire
 * @param maxHeaderBytes the longest header block taken, in bytes
 */
public record WireSettings(
    Duration connectTimeout,
    Duration idleTimeout,
    Duration totalTimeout,
    KeepAlive keepAlive,
    Duration dnsTtl,
    int maxHeaderBytes) {

  /** 10 s to connect, 30 s in all, kept connections, names resolved once, 256 KiB of header. */
  public static final WireSettings DEFAULT =
      new WireSettings(
          Duration.ofSeconds(10),
          Duration.ZERO,
          Duration.ofSeconds(30),
          KeepAlive.KEPT,
          Duration.ZERO,
          256 * 1024);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is negative, or no header would fit
   */
  public WireSettings {
    if (connectTimeout.isNegative()
        || idleTimeout.isNegative()
        || totalTimeout.isNegative()
        || dnsTtl.isNegative()) {
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
    return new WireSettings(limit, idleTimeout, totalTimeout, keepAlive, dnsTtl, maxHeaderBytes);
  }

  /** The same with another limit between bytes. */
  public WireSettings withIdleTimeout(Duration limit) {
    return new WireSettings(connectTimeout, limit, totalTimeout, keepAlive, dnsTtl, maxHeaderBytes);
  }

  /** The same with another limit of a whole exchange. */
  public WireSettings withTotalTimeout(Duration limit) {
    return new WireSettings(connectTimeout, idleTimeout, limit, keepAlive, dnsTtl, maxHeaderBytes);
  }

  /** The same with connections kept or fresh. */
  public WireSettings withKeepAlive(KeepAlive reuse) {
    return new WireSettings(
        connectTimeout, idleTimeout, totalTimeout, reuse, dnsTtl, maxHeaderBytes);
  }

  /** The same with another limit of a header block, in bytes. */
  public WireSettings withMaxHeaderBytes(int bytes) {
    return new WireSettings(connectTimeout, idleTimeout, totalTimeout, keepAlive, dnsTtl, bytes);
  }
}
