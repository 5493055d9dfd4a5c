package dev.squall.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where an answer sends a user. */
public sealed interface Redirect {
  /**
   * There.
   *
   * @param endpoint whom to ask; the very one that answered where the origin stays the same
   * @param target path and query as they go on the request line
   * @param asGet whether the method becomes GET and the body goes (RFC 9110 §15.4)
   */
  record To(Endpoint endpoint, String target, boolean asGet) implements Redirect {
    /**
     * Checks that the target can stand on a request line.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or holds a blank or a
     *     control character
     */
    public To {
      if (!target.startsWith("/") || !RequestText.isSafeTarget(target)) {
        throw new IllegalArgumentException("no request target: " + target);
      }
    }

    /** Whether scheme, host and port are those of the server that answered (RFC 6454 §4). */
    public boolean isSameOrigin(Endpoint from) {
      return endpoint.port() == from.port()
          && endpoint.secure() == from.secure()
          && endpoint.host().equalsIgnoreCase(from.host());
    }
  }

  /**
   * The answer redirects, but to no place that can be asked.
   *
   * @param why for a report: short, printable
   */
  record Nowhere(String why) implements Redirect {}

  /** Whether an answer of that status redirects: 301, 302, 303, 307 and 308 (RFC 9110 §15.4). */
  static boolean redirects(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /**
   * Reads a Location as browsers do (RFC 9110 §10.2.2): white space around it is dropped, what may
   * not stand in a URL is percent-encoded, {@code http:x} is relative under http. User information
   * and fragment are dropped. A host is ASCII, and a backslash is no slash.
   *
   * @param status of the answer, one that {@link #redirects}
   * @param method of the request
   * @param from who answered
   * @param target path and query of the request
   * @param location the value of the header, its bytes read as UTF-8; null if there was none
   */
  static Redirect of(
      int status, String method, Endpoint from, String target, @Nullable String location) {
    if (!redirects(status)) {
      return new Nowhere("status " + status + " does not redirect");
    }
    if (location == null) {
      return new Nowhere("status " + status + " without a Location");
    }
    if (location.length() > Reference.LONGEST) {
      return new Nowhere("the Location is longer than " + Reference.LONGEST + " characters");
    }
    if (location.indexOf('\r') >= 0 || location.indexOf('\n') >= 0 || location.indexOf(0) >= 0) {
      return new Nowhere("the Location holds a line end or a NUL");
    }
    var reference = Reference.parse(location.trim());
    var scheme = reference.scheme();
    boolean secure = scheme == null ? from.secure() : scheme.equalsIgnoreCase("https");
    if (scheme != null && !secure && !scheme.equalsIgnoreCase("http")) {
      return new Nowhere("neither http nor https: " + excerpt(location));
    }
    var endpoint = from;
    if (reference.authority() != null) {
      endpoint = Authority.parse(reference.authority(), secure);
    } else if (secure != from.secure()) {
      endpoint = null;
    }
    if (endpoint == null) {
      return new Nowhere("no valid host and port: " + excerpt(location));
    }
    var next = reference.targetFrom(target);
    if (next.length() > Reference.LONGEST) {
      return new Nowhere(
          "the Location's target is longer than " + Reference.LONGEST + " characters");
    }
    var to = new To(endpoint, next, becomesGet(status, method));
    return to.isSameOrigin(from) ? new To(from, next, to.asGet) : to;
  }

  private static boolean becomesGet(int status, String method) {
    return switch (status) {
      case 301, 302 -> method.equals("POST");
      case 303 -> !method.equals("GET") && !method.equals("HEAD");
      default -> false;
    };
  }

  private static String excerpt(String location) {
    var text = location.substring(0, Math.min(80, location.length()));
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return '"' + Octets.printable(bytes, 0, bytes.length) + '"';
  }
}
