package dev.squall.http;

import java.util.Locale;

/** Where a cookie is sent: the matching of hosts and paths, RFC 6265 §5.1.2 to §5.1.4. */
final class CookieScope {
  /** More than any name that DNS can hold; a longer one came from a hostile redirect. */
  private static final int LONGEST_HOST = 255;

  private CookieScope() {}

  /** A host as it is compared, §5.1.2. A name with a trailing dot is another name. */
  static String canonical(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return (bracketed ? host.substring(1, host.length() - 1) : host).toLowerCase(Locale.ROOT);
  }

  static boolean canHaveCookies(String host) {
    return host.length() <= LONGEST_HOST;
  }

  /** §5.1.3, of a canonical host and domain. */
  static boolean domainMatches(String host, String domain) {
    return host.equals(domain)
        || (host.length() > domain.length()
            && host.endsWith(domain)
            && host.charAt(host.length() - domain.length() - 1) == '.'
            && !isAddress(host));
  }

  /** An IPv6 literal has a colon; the last label of an IPv4 one, and of nothing else, is digits. */
  static boolean isAddress(String host) {
    if (host.indexOf(':') >= 0) {
      return true;
    }
    int lastLabel = host.lastIndexOf('.') + 1;
    for (int i = lastLabel; i < host.length(); i++) {
      if (host.charAt(i) < '0' || host.charAt(i) > '9') {
        return false;
      }
    }
    return lastLabel < host.length();
  }

  /** Whether a dot stands inside: {@code com} and {@code com.} have none. */
  static boolean hasInnerDot(String domain) {
    int dot = domain.indexOf('.', 1);
    return dot > 0 && dot < domain.length() - 1;
  }

  /** Where the path of a request target ends and its query begins. */
  static int pathEnd(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target.length() : query;
  }

  /** The default-path of §5.1.4: the directory that the request was in. */
  static String defaultPath(String target) {
    int lastSlash = target.lastIndexOf('/', pathEnd(target) - 1);
    return lastSlash <= 0 || target.charAt(0) != '/' ? "/" : target.substring(0, lastSlash);
  }

  /** The path-match of §5.1.4; {@code end} is where the path of the request ends in its target. */
  static boolean pathMatches(String target, int end, String cookiePath) {
    int length = cookiePath.length();
    return length <= end
        && target.startsWith(cookiePath)
        && (length == end || cookiePath.charAt(length - 1) == '/' || target.charAt(length) == '/');
  }
}
