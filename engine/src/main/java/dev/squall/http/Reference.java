package dev.squall.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A URL or a part of one, taken apart as RFC 3986 §4.1 says. Its fragment is dropped: it is never
 * sent. {@link java.net.URI} is of no use here: it refuses what browsers take, and resolves {@code
 * ?q} and the empty reference by an older rule.
 *
 * @param scheme as written
 * @param authority as written
 * @param path may be empty
 * @param query without its question mark
 */
record Reference(
    @Nullable String scheme, @Nullable String authority, String path, @Nullable String query) {

  /** The longest Location that is read, and the longest target made of one, in characters. */
  static final int LONGEST = 8192;

  // Visible ASCII that has no place in a URL (RFC 3986 §2) but in many a Location.
  private static final String NOT_IN_A_URL = "\"<>{}|\\^`";

  /** Every text is a reference of some kind. */
  static Reference parse(String text) {
    int end = indexOrEnd(text, '#', 0, text.length());
    int colon = schemeEnd(text, end);
    int authorityFrom = colon < 0 ? 0 : colon + 1;
    int pathFrom = authorityFrom;
    int queryAt = indexOrEnd(text, '?', authorityFrom, end);
    String authority = null;
    if (text.startsWith("//", authorityFrom)) {
      pathFrom = indexOrEnd(text, '/', authorityFrom + 2, queryAt);
      authority = text.substring(authorityFrom + 2, pathFrom);
    }
    return new Reference(
        colon < 0 ? null : text.substring(0, colon),
        authority,
        text.substring(pathFrom, queryAt),
        queryAt == end ? null : text.substring(queryAt + 1, end));
  }

  /**
   * The path and the query that this means where {@code target} was asked for, ready for a request
   * line (RFC 3986 §5.2.2).
   *
   * @param target as it stood on the request line
   */
  String targetFrom(String target) {
    var base = withoutAuthority(target);
    var encoded = new StringBuilder();
    if (authority == null && path.isEmpty()) {
      encode(base.path, encoded);
      appendQuery(query == null ? base.query : query, encoded);
      return encoded.toString();
    }
    String whole = path;
    if (!path.startsWith("/")) {
      whole = authority == null ? parent(base.path) + path : "/";
    }
    encode(withoutDots(whole), encoded);
    appendQuery(query, encoded);
    return encoded.toString();
  }

  /** A request target is a path whatever it looks like: one may begin with two slashes. */
  private static Reference withoutAuthority(String target) {
    int end = indexOrEnd(target, '#', 0, target.length());
    int queryAt = indexOrEnd(target, '?', 0, end);
    var path = target.startsWith("/") ? target.substring(0, queryAt) : "/";
    return new Reference(
        null, null, path, queryAt == end ? null : target.substring(queryAt + 1, end));
  }

  /** RFC 3986 §5.2.3: everything up to the last slash. */
  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** RFC 3986 §5.2.4, for a path that begins with a slash. */
  private static String withoutDots(String path) {
    var out = new StringBuilder(path.length());
    for (int from = 0; from < path.length(); ) {
      int to = indexOrEnd(path, '/', from + 1, path.length());
      var segment = path.substring(from, to);
      boolean up = segment.equals("/..");
      if (!up && !segment.equals("/.")) {
        out.append(segment);
      } else {
        if (up) {
          out.setLength(Math.max(0, out.lastIndexOf("/")));
        }
        if (to == path.length()) {
          out.append('/');
        }
      }
      from = to;
    }
    return out.toString();
  }

  private static void appendQuery(@Nullable String query, StringBuilder to) {
    if (query != null) {
      encode(query, to.append('?'));
    }
  }

  /** Percent-encodes what may not stand in a URL; a percent sign stays, whatever follows it. */
  private static void encode(String text, StringBuilder to) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c > ' ' && c < 0x7f && NOT_IN_A_URL.indexOf(c) < 0) {
        to.append((char) c);
      } else {
        // Half a surrogate pair is no character; its encoding would be a question mark: a query.
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        for (byte b : Character.toString(half ? '\ufffd' : c).getBytes(StandardCharsets.UTF_8)) {
          to.append('%').append(hex(b >> 4)).append(hex(b));
        }
      }
      i += Character.charCount(c);
    }
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit & 0xf);
  }

  /** Where the colon after a scheme is (RFC 3986 §3.1), or -1. */
  private static int schemeEnd(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || !((c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0))) {
        return -1;
      }
    }
    return -1;
  }

  private static int indexOrEnd(String text, char c, int from, int end) {
    int at = text.indexOf(c, from, end);
    return at < 0 ? end : at;
  }
}
