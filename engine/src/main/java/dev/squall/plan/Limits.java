package dev.squall.plan;

import java.time.Duration;

/**
 * What one exchange may take.
 *
 * @param timeout the whole request, its redirects included
 * @param connectTimeout resolving, connecting and the TLS handshake
 * @param idleTimeout the time between two bytes of an answer; zero for no limit
 * @param redirects how many redirects are followed; 0 for none
 * @param keptBody how many bytes of a body are kept for whoever reads it, after decoding
 */
public record Limits(
    Duration timeout, Duration connectTimeout, Duration idleTimeout, int redirects, int keptBody) {

  /** 30 s, 10 s to connect, no limit between bytes, 10 redirects, 16 MiB. */
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO, 10, 16 << 20);

  /** With this limit for an exchange. */
  public Limits withTimeout(Duration limit) {
    return new Limits(limit, connectTimeout, idleTimeout, redirects, keptBody);
  }

  /** With this limit for connecting. */
  public Limits withConnectTimeout(Duration limit) {
    return new Limits(timeout, limit, idleTimeout, redirects, keptBody);
  }

  /** With this limit between two bytes. */
  public Limits withIdleTimeout(Duration limit) {
    return new Limits(timeout, connectTimeout, limit, redirects, keptBody);
  }

  /** With this many redirects followed. */
  public Limits withRedirects(int most) {
    return new Limits(timeout, connectTimeout, idleTimeout, most, keptBody);
  }

  /** With this limit of a kept body, in bytes. */
  public Limits withKeptBody(int bytes) {
    return new Limits(timeout, connectTimeout, idleTimeout, redirects, bytes);
  }
}
