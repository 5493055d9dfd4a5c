package dev.squall.http;

import java.net.Inet6Address;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The host and port of a URL, as text and as an {@link Endpoint} (RFC 3986 §3.2). */
final class Authority {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  // RFC 1035 §2.3.4, and the dot that a name may end with; an IPv6 literal is shorter.
  private static final int LONGEST_NAME = 254;
  private static final int LONGEST_PORT = 8;

  private Authority() {}

  /** As a URL and the Host header write it: brackets around IPv6, no default port. */
  static String of(Endpoint endpoint) {
    if (endpoint.port() != defaultPort(endpoint.secure())) {
      return endpoint.toString();
    }
    return endpoint.host().indexOf(':') < 0 ? endpoint.host() : "[" + endpoint.host() + "]";
  }

  /**
   * Reads {@code [user@]host[:port]}; nothing if host or port are none. The user information is
   * dropped: it would be a password that a server told us to send.
   */
  static @Nullable Endpoint parse(String text, boolean secure) {
    // A browser takes a backslash for a slash and ends the authority there. Whatever stands on both
    // sides of it would be two different hosts to two readers, so it is nobody's.
    if (text.indexOf('\\') >= 0) {
      return null;
    }
    int hostFrom = text.lastIndexOf('@') + 1;
    int hostTo;
    String host;
    if (text.startsWith("[", hostFrom)) {
      hostTo = text.indexOf(']', hostFrom) + 1;
      host = hostTo == 0 ? "" : text.substring(hostFrom + 1, hostTo - 1);
      if (!isIpv6(host)) {
        return null;
      }
    } else {
      int colon = text.indexOf(':', hostFrom);
      hostTo = colon < 0 ? text.length() : colon;
      host = text.substring(hostFrom, hostTo);
      if (!isName(host)) {
        return null;
      }
    }
    int port = port(text, hostTo, secure);
    return port < 1 || port > 65_535
        ? null
        : new Endpoint(host.toLowerCase(Locale.ROOT), port, secure);
  }

  /** What follows the host: nothing, a colon, or a colon and digits; -1 for anything else. */
  private static int port(String text, int from, boolean secure) {
    int length = text.length() - from;
    if (length <= 1 && (length == 0 || text.charAt(from) == ':')) {
      return defaultPort(secure);
    }
    if (text.charAt(from) != ':' || length > LONGEST_PORT) {
      return -1;
    }
    int port = 0;
    for (int i = from + 1; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      port = port * 10 + digit;
    }
    return port;
  }

  private static int defaultPort(boolean secure) {
    return secure ? HTTPS_PORT : HTTP_PORT;
  }

  /** Labels of letters, digits, hyphens and, as container networks have them, underscores. */
  private static boolean isName(String host) {
    if (host.length() > LONGEST_NAME) {
      return false;
    }
    boolean label = false;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.' && !label) {
        return false;
      }
      label = c != '.';
      if (label && !isLetterOrDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return !host.isEmpty();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Without a zone: that names an interface of this machine, which is no server's affair. */
  private static boolean isIpv6(String host) {
    if (host.length() > LONGEST_NAME || host.indexOf(':') < 0 || host.indexOf('%') >= 0) {
      return false;
    }
    try {
      Inet6Address.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
