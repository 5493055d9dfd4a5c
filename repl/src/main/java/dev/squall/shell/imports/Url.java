package dev.squall.shell.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL taken apart.
 *
 * @param origin scheme and authority, without a user
 * @param user whom it names before its host, not decoded: {@code name:password}
 * @param target path and query as they go out, without a fragment
 */
record Url(String origin, Optional<String> user, String target) {
  private static final Pattern HTTP =
      Pattern.compile(
          "(?i)(https?)://(?:([^/?#\\\\]*)@)?([^/?#\\\\@\\s{}]+)([^#]*)(?:#.*)?", Pattern.DOTALL);

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

  /** Nothing where it is no URL of HTTP with a host. */
  static Optional<Url> parse(String text) {
    var parts = HTTP.matcher(text.strip());
    return parts.matches()
        ? Optional.of(
            new Url(
                parts.group(1).toLowerCase(Locale.ROOT)
                    + "://"
                    + parts.group(3).toLowerCase(Locale.ROOT),
                Optional.ofNullable(parts.group(2)),
                target(parts.group(4))))
        : Optional.empty();
  }

  /** What stands before its first colon, in small letters. */
  static Optional<String> scheme(String text) {
    var parts = SCHEME.matcher(text.strip());
    return parts.matches()
        ? Optional.of(parts.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** From the root, with what no browser writes as it is encoded. */
  static String target(String written) {
    int mark = written.indexOf('?');
    var path = path(mark < 0 ? written : written.substring(0, mark));
    return (path.startsWith("/") ? path : "/" + path)
        + (mark < 0 ? "" : query(written.substring(mark)));
  }

  /** A path; what it has encoded stays (WHATWG URL §1.3, path percent-encode set). */
  static String path(String written) {
    return encoded(written, "\"#<>?^`{}");
  }

  /** A query; what it has encoded stays (WHATWG URL §1.3, query percent-encode set). */
  static String query(String written) {
    return encoded(written, "\"#<>");
  }

  private static String encoded(String written, String unsafe) {
    var encoded = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c <= ' ' || c == 0x7f || unsafe.indexOf(c) >= 0) {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  /** Its percent signs decoded; as it stands where they are none. */
  static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
