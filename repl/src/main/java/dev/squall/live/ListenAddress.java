package dev.squall.live;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Where something listens.
 *
 * @param address the address of this machine; loopback unless a host was told
 * @param port 0 for any that is free
 */
public record ListenAddress(InetAddress address, int port) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\[(?<six>[^]\\s]+)]:|(?<host>[^:\\s]+):)?(?<port>\\d{1,5})");
  private static final int MOST = 65_535;

  /**
   * Reads {@code PORT}, {@code HOST:PORT} or {@code [ADDRESS]:PORT}.
   *
   * @throws IllegalArgumentException when it is none, or the host has no address; the message is
   *     for the person who wrote it
   */
  public static ListenAddress parse(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches() || Integer.parseInt(written.group("port")) > MOST) {
      throw new IllegalArgumentException(
          "'" + text + "' is no address to listen on; write 9090, 0.0.0.0:9090 or [::1]:9090");
    }
    int port = Integer.parseInt(written.group("port"));
    var host = written.group("six") == null ? written.group("host") : written.group("six");
    if (host == null) {
      return new ListenAddress(InetAddress.getLoopbackAddress(), port);
    }
    try {
      return new ListenAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException _) {
      throw new IllegalArgumentException("there is no address for the host of '" + text + "'");
    }
  }

  InetSocketAddress socket() {
    return new InetSocketAddress(address, port);
  }

  /** The base of what listens here on this port, {@code http://127.0.0.1:9090}. */
  String url(int actualPort) {
    // Every address of this machine is none that a browser can open.
    var reached = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    var host = reached.getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + actualPort;
  }
}
