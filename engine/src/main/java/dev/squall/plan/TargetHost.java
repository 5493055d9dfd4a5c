package dev.squall.plan;

/**
 * A host to talk to.
 *
 * @param host a name or a literal address, without brackets
 * @param port the TCP port
 */
public record TargetHost(String host, int port) {

  /** As the Host header writes it: brackets around IPv6, no default port. */
  public String authority() {
    var name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == 80 ? name : name + ":" + port;
  }
}
