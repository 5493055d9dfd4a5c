package dev.squall.http;

/**
 * Where a server listens.
 *
 * @param host a name or a literal address, an IPv6 one without brackets
 * @param port 1 to 65535
 * @param secure whether it speaks TLS
 */
public record Endpoint(String host, int port, boolean secure) {

  /** One that speaks plain HTTP. */
  public Endpoint(String host, int port) {
    this(host, port, false);
  }

  /**
   * Checks the port and that there is a host.
   *
   * @throws IllegalArgumentException if there is no host or the port is out of range
   */
  public Endpoint {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("an endpoint needs a host");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
  }

  /** Scheme, host and port, as a URL begins. */
  public String url() {
    return (secure ? "https://" : "http://") + this;
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
