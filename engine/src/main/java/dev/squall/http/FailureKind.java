package dev.squall.http;

import java.util.Locale;

/** How an exchange that brought no complete answer ended. The wire knows these and no others. */
public enum FailureKind {
  /** The host's name could not be resolved. */
  DNS,
  /** Nobody listens at that address and port. */
  CONNECTION_REFUSED,
  /** No connection within the connect limit, or the kernel gave up trying. */
  CONNECT_TIMEOUT,
  /** The network or the host cannot be reached. */
  UNREACHABLE,
  /** The peer reset the connection (RST). */
  RESET,
  /** The peer closed a new connection in order (FIN) without one byte of an answer. */
  CLOSED_BEFORE_ANSWER,
  /** The peer closed the connection in the middle of an answer. */
  TRUNCATED,
  /** The exchange was not over within its total limit. */
  TOTAL_TIMEOUT,
  /** The time from the end of the request, or from the last byte that came, exceeded its limit. */
  IDLE_TIMEOUT,
  /** The answer does not begin as RFC 9112 §4 says. */
  MALFORMED_STATUS_LINE,
  /** A header or trailer line is not as RFC 9112 §5 says. */
  MALFORMED_HEADER,
  /** The chunked coding is not as RFC 9112 §7.1 says. */
  MALFORMED_CHUNK,
  /** Two different values of Content-Length (RFC 9112 §6.3). */
  CONFLICTING_LENGTH,
  /** The header block, or a chunk's extension, is longer than we take. */
  HEADER_TOO_LARGE,
  /** Bytes followed a complete answer that nobody had asked for. */
  UNEXPECTED_BYTES,
  /** The peer closed a kept connection, and no byte of the answer arrived. */
  STALE_CONNECTION,
  /** The server's certificate has expired. */
  TLS_CERTIFICATE_EXPIRED,
  /** The server's certificate is not valid yet. */
  TLS_CERTIFICATE_NOT_YET_VALID,
  /** The server's certificate is for another host. */
  TLS_WRONG_HOST,
  /** The server's certificate is signed by itself and not among the trusted ones. */
  TLS_SELF_SIGNED,
  /** No trusted authority has signed the server's certificate. */
  TLS_UNKNOWN_CA,
  /** The server's certificate cannot be accepted for another reason. */
  TLS_CERTIFICATE,
  /** The server wants a client certificate, or another one than it got. */
  TLS_CLIENT_CERTIFICATE,
  /** No protocol version or cipher suite that both sides speak. */
  TLS_VERSION,
  /** The server does not speak TLS there. */
  TLS_NOT_SPOKEN,
  /** The server speaks TLS there, and we spoke plainly. */
  TLS_EXPECTED,
  /** The handshake failed in any other way. */
  TLS_HANDSHAKE,
  /** A TLS alert or a broken record after the handshake. */
  TLS_ALERT,
  /** The proxy did not open a way to the server. */
  PROXY_REFUSED,
  /** This machine has no free local port; never the target's fault. */
  NO_LOCAL_PORTS,
  /** This process may open no further file; never the target's fault. */
  NO_DESCRIPTORS,
  /** We closed the connection while the exchange was in flight: the run ended. */
  CLOSED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The kind as reports write it, such as {@code connection_refused}. */
  public String label() {
    return label;
  }
}
