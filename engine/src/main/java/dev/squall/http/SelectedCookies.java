package dev.squall.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one endpoint may get, as of some moment, and the headers that were made of it.
 *
 * <p>Which cookies match a path follows from the longest of their paths that does: the others that
 * match are those that match this one. So a header is kept by that path and by what the request
 * says itself, and a request whose own path is new costs no new header.
 */
final class SelectedCookies {
  /** Headers kept; a power of two. */
  private static final int SLOTS = 8;

  /** Longer headers are made anew: a hostile server shall not fill the memory with variants. */
  private static final int LONGEST_KEPT = 16_384;

  private record Made(int path, String explicit, String header) {}

  private final List<Cookie> cookies;
  private final String[] paths;
  private final long firstExpiry;

  /** Written without a lock: a record is seen whole or not at all, and a lost one is made again. */
  private final @Nullable Made[] made = new @Nullable Made[SLOTS];

  /**
   * Selects.
   *
   * @param cookies in the order of sending, the longest paths first
   */
  SelectedCookies(List<Cookie> cookies) {
    this.cookies = cookies;
    paths = cookies.stream().map(Cookie::path).distinct().toArray(String[]::new);
    firstExpiry = cookies.stream().mapToLong(Cookie::expiresAtMillis).min().orElse(Long.MAX_VALUE);
  }

  /** From when on, in milliseconds since 1970, it is out of date; {@link Long#MAX_VALUE}: never. */
  long firstExpiry() {
    return firstExpiry;
  }

  /** The header for a request target, {@code explicit} first; null if it would be empty. */
  @Nullable String header(String target, String explicit) {
    var slashed = target.startsWith("/") ? target : "/";
    int end = CookieScope.pathEnd(slashed);
    for (int i = 0; i < paths.length; i++) {
      if (CookieScope.pathMatches(slashed, end, paths[i])) {
        return header(i, explicit);
      }
    }
    return explicit.isEmpty() ? null : explicit;
  }

  private String header(int path, String explicit) {
    int slot = (path + explicit.hashCode()) & (SLOTS - 1);
    var known = made[slot];
    if (known != null && known.path == path && known.explicit.equals(explicit)) {
      return known.header;
    }
    var header = make(paths[path], explicit);
    if (header.length() + explicit.length() <= LONGEST_KEPT) {
      made[slot] = new Made(path, explicit, header);
    }
    return header;
  }

  private String make(String path, String explicit) {
    var named = names(explicit);
    var header = new StringBuilder(explicit);
    for (var cookie : cookies) {
      if (CookieScope.pathMatches(path, path.length(), cookie.path())
          && !named.contains(cookie.name())) {
        separate(header);
        header.append(cookie.name()).append('=').append(cookie.value());
      }
    }
    return header.toString();
  }

  /** The names that a Cookie header names, perhaps without a value. */
  private static Set<String> names(String header) {
    var names = new HashSet<String>();
    for (int from = 0; from < header.length(); ) {
      int semicolon = header.indexOf(';', from);
      int end = semicolon < 0 ? header.length() : semicolon;
      int equals = header.indexOf('=', from, end);
      names.add(header.substring(from, equals < 0 ? end : equals).strip());
      from = end + 1;
    }
    return names;
  }

  /** However what stands there ends. */
  private static void separate(StringBuilder header) {
    int end = header.length();
    while (end > 0 && (header.charAt(end - 1) == ' ' || header.charAt(end - 1) == ';')) {
      end--;
    }
    header.setLength(end);
    if (end > 0) {
      header.append("; ");
    }
  }
}
