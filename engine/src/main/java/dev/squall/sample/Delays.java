package dev.squall.sample;

/**
 * Where a request's time went before the first byte of its last exchange was written, as far as a
 * reason is known. What remains of that time is the generator's own: a late release, a user that
 * woke up late, rendering.
 *
 * @param queueNanos waiting for a free user
 * @param retryNanos attempts that were given up and the waits between them
 * @param redirectNanos redirects that led to the last exchange
 * @param dnsNanos resolving the name, for the last exchange
 * @param connectNanos connecting, for the last exchange
 * @param tlsNanos the TLS handshake, for the last exchange
 */
public record Delays(
    long queueNanos,
    long retryNanos,
    long redirectNanos,
    long dnsNanos,
    long connectNanos,
    long tlsNanos) {

  /** Nothing stood in the way: an exchange at once, on a kept connection. */
  public static final Delays NONE = new Delays(0, 0, 0, 0, 0, 0);

  /** The same without a new object where nothing stood in the way, as nearly always under load. */
  public static Delays of(
      long queueNanos,
      long retryNanos,
      long redirectNanos,
      long dnsNanos,
      long connectNanos,
      long tlsNanos) {
    return (queueNanos | retryNanos | redirectNanos | dnsNanos | connectNanos | tlsNanos) == 0
        ? NONE
        : new Delays(queueNanos, retryNanos, redirectNanos, dnsNanos, connectNanos, tlsNanos);
  }
}
