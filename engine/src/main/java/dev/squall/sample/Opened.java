package dev.squall.sample;

/**
 * One connection that was established. A fact about the connection: its set-up belongs to no single
 * request.
 *
 * @param user the virtual user for whom it was opened, from 1
 * @param atNanos when it was ready for use, in nanoseconds since T0
 * @param dnsNanos how long the name took to resolve; 0 where the address was known already
 * @param connectNanos how long connecting took, without DNS and TLS
 * @param tlsNanos how long the TLS handshake took; -1 on a plain connection
 * @param resumed whether the handshake resumed an earlier session
 */
public record Opened(
    int user, long atNanos, long dnsNanos, long connectNanos, long tlsNanos, boolean resumed) {

  /** Whether there was a TLS handshake. */
  public boolean secure() {
    return tlsNanos >= 0;
  }
}
