package dev.squall.plan;

import java.net.InetAddress;
import java.util.Locale;

/**
 * A host to talk to.
 *
 * @param host a name or a literal address, without brackets
 * @param port the TCP port
 * @param secure whether it speaks TLS
 */
public record TargetHost(String host, int port, boolean secure) {

  /** One that speaks plain HTTP. */
  public TargetHost(String host, int port) {
    this(host, port, false);
  }

  /** Whether a host is this machine, by its name or literal address alone: nothing is resolved. */
  public static boolean isThisMachine(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(name).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** As the Host header writes it: brackets around IPv6, no default port. */
  public String authority() {
    var name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == (secure ? 443 : 80) ? name : name + ":" + port;
  }
}
