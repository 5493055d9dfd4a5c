package dev.squall.http;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one Set-Cookie line says (RFC 6265 §5.2), before it is known who said it.
 *
 * @param name never empty; its case counts
 * @param value as sent, quotes included; may be empty
 * @param domain in lower case, without a leading dot; null if none is named
 * @param path null if none is named or it does not begin with a slash
 * @param maxAgeSeconds how long it lasts, if said so; zero or less ends the cookie at once
 * @param expires when it ends, if said so; {@code maxAgeSeconds} prevails
 * @param secure whether it is for TLS only
 * @param httpOnly whether it is hidden from scripts
 */
public record SetCookie(
    String name,
    String value,
    @Nullable String domain,
    @Nullable String path,
    @Nullable Long maxAgeSeconds,
    @Nullable Instant expires,
    boolean secure,
    boolean httpOnly) {

  /** What RFC 6265 §6.1 asks for at least: the bytes of name, value and attributes together. */
  static final int MOST_BYTES = 4096;

  /** 30 000 years, so that no sum overflows. */
  private static final long LONGEST_AGE = 1_000_000_000_000L;

  /**
   * Reads the value of a Set-Cookie header.
   *
   * @return null if it sets no cookie: there is no name, there is a control character other than
   *     the tab, or name, value and attributes are longer than 4096 bytes (of UTF-8) together
   */
  public static @Nullable SetCookie parse(String line) {
    int end = end(line, 0);
    int equals = line.indexOf('=', 0, end);
    if (equals < 0 || !RequestText.isSafeHeaderValue(line)) {
      return null;
    }
    var name = trimmed(line, 0, equals);
    var value = trimmed(line, equals + 1, end);
    long bytes = bytes(name) + bytes(value);
    var attributes = new Attributes();
    for (int from = end + 1; from < line.length(); from = end + 1) {
      end = end(line, from);
      equals = line.indexOf('=', from, end);
      var attribute = trimmed(line, from, equals < 0 ? end : equals);
      var said = equals < 0 ? "" : trimmed(line, equals + 1, end);
      bytes += bytes(attribute) + bytes(said);
      attributes.take(attribute, said);
    }
    return name.isEmpty() || bytes > MOST_BYTES ? null : attributes.of(name, value);
  }

  /** The last one of a kind wins, unless its value means nothing. */
  private static final class Attributes {
    @Nullable String domain;
    @Nullable String path;
    @Nullable Long maxAge;
    @Nullable Instant expires;
    boolean secure;
    boolean httpOnly;

    void take(String name, String value) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "domain" -> {
          var host = value.startsWith(".") ? value.substring(1) : value;
          if (!host.isEmpty()) {
            domain = CookieScope.canonical(host);
          } else if (!value.isEmpty()) {
            domain = null;
          }
        }
        case "path" -> path = value.startsWith("/") ? value : null;
        case "max-age" -> {
          var seconds = seconds(value);
          maxAge = seconds == null ? maxAge : seconds;
        }
        case "expires" -> {
          var date = CookieDate.parse(value);
          expires = date == null ? expires : date;
        }
        case "secure" -> secure = true;
        case "httponly" -> httpOnly = true;
        default -> {}
      }
    }

    SetCookie of(String name, String value) {
      return new SetCookie(name, value, domain, path, maxAge, expires, secure, httpOnly);
    }
  }

  /** §5.2.2: digits, perhaps after a minus; otherwise null. */
  private static @Nullable Long seconds(String value) {
    int from = value.startsWith("-") ? 1 : 0;
    if (from == value.length()) {
      return null;
    }
    long seconds = 0;
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return null;
      }
      seconds = Math.min(seconds * 10 + c - '0', LONGEST_AGE);
    }
    return from == 0 ? seconds : -seconds;
  }

  private static int end(String line, int from) {
    int semicolon = line.indexOf(';', from);
    return semicolon < 0 ? line.length() : semicolon;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static String trimmed(String line, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && isBlank(line.charAt(first))) {
      first++;
    }
    while (first < last && isBlank(line.charAt(last - 1))) {
      last--;
    }
    return line.substring(first, last);
  }

  /** As UTF-8. */
  private static long bytes(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Half of a surrogate pair counts two, which makes the four bytes of the pair.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  /**
   * The cookie that a host sets with it, §5.3 steps 2 to 10; null if it must not.
   *
   * @param target the path of the request, perhaps with its query
   * @param nowMillis since 1970
   */
  @Nullable Cookie from(String host, String target, long nowMillis) {
    var owner = CookieScope.canonical(host);
    var where = path == null ? CookieScope.defaultPath(target) : path;
    if (!CookieScope.canHaveCookies(owner) || where.length() > MOST_BYTES) {
      return null;
    }
    var of = domain == null ? owner : domain;
    boolean hostOnly = domain == null || !CookieScope.hasInnerDot(domain);
    if (hostOnly ? !of.equals(owner) : !CookieScope.domainMatches(owner, of)) {
      return null;
    }
    return new Cookie(name, value, of, hostOnly, where, expiresAt(nowMillis), secure, httpOnly);
  }

  private @Nullable Instant expiresAt(long nowMillis) {
    if (maxAgeSeconds == null) {
      return expires;
    }
    return maxAgeSeconds <= 0
        ? Instant.EPOCH
        : Instant.ofEpochMilli(nowMillis).plusSeconds(maxAgeSeconds);
  }
}
