package dev.squall.http;

import java.util.Optional;

/**
 * An HTTP proxy that all exchanges go through: plain ones in absolute form (RFC 9112 §3.2.2), TLS
 * ones in a tunnel (CONNECT, RFC 9110 §9.3.6).
 *
 * @param endpoint where it listens, without TLS
 * @param authorization the value of Proxy-Authorization
 */
public record HttpProxy(Endpoint endpoint, Optional<String> authorization) {

  /** Never the authorization. */
  @Override
  public String toString() {
    return endpoint.toString();
  }
}
