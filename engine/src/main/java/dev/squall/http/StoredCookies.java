package dev.squall.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The storage of RFC 6265 §5.3 and the retrieval of §5.4. A server may send what it likes: there
 * are at most {@value #PER_DOMAIN} cookies of a domain and {@value #IN_ALL} in all, and the first
 * to go are those that have been there longest. For one thread at a time.
 */
final class StoredCookies {
  static final int PER_DOMAIN = 50;
  static final int IN_ALL = 3000;

  /** Within its domain. */
  private record Key(String name, String path) {}

  /** Clocks are too coarse to tell which of two is older, so creations are counted. */
  private record Stored(Cookie cookie, long creation) {
    Key key() {
      return new Key(cookie.name(), cookie.path());
    }
  }

  private static final Comparator<Stored> SENDING =
      Comparator.<Stored>comparingInt(stored -> -stored.cookie.path().length())
          .thenComparingLong(Stored::creation);

  /** Those of a domain stand in the order of their creation, which a replacement keeps. */
  private final Map<String, LinkedHashMap<Key, Stored>> domains = new HashMap<>();

  private final TreeMap<Long, Stored> byCreation = new TreeMap<>();
  private long creations;

  /** Nothing expires before that, so that most calls need not look. */
  private long firstExpiry = Long.MAX_VALUE;

  boolean isEmpty() {
    return byCreation.isEmpty();
  }

  /**
   * Adds, replaces or, if it is of the past, deletes.
   *
   * @return whether something else is to be sent than before
   */
  boolean store(Cookie cookie, long nowMillis) {
    expire(nowMillis);
    var old = stored(cookie);
    if (cookie.expiresAtMillis() <= nowMillis) {
      remove(old);
      return old != null;
    }
    if (old == null) {
      makeRoom(cookie.domain());
    }
    put(new Stored(cookie, old == null ? creations++ : old.creation));
    firstExpiry = Math.min(firstExpiry, cookie.expiresAtMillis());
    return old == null || !old.cookie.isRenewedBy(cookie);
  }

  private @Nullable Stored stored(Cookie cookie) {
    var ofDomain = domains.get(cookie.domain());
    return ofDomain == null ? null : ofDomain.get(new Key(cookie.name(), cookie.path()));
  }

  private void put(Stored stored) {
    domains
        .computeIfAbsent(stored.cookie.domain(), domain -> new LinkedHashMap<>())
        .put(stored.key(), stored);
    byCreation.put(stored.creation, stored);
  }

  private void makeRoom(String domain) {
    var ofDomain = domains.get(domain);
    if (ofDomain != null && ofDomain.size() >= PER_DOMAIN) {
      remove(ofDomain.firstEntry().getValue());
    } else if (byCreation.size() >= IN_ALL) {
      remove(byCreation.firstEntry().getValue());
    }
  }

  private void remove(@Nullable Stored stored) {
    if (stored == null) {
      return;
    }
    byCreation.remove(stored.creation);
    var ofDomain = domains.get(stored.cookie.domain());
    if (ofDomain != null && ofDomain.remove(stored.key()) != null && ofDomain.isEmpty()) {
      domains.remove(stored.cookie.domain());
    }
  }

  /** Forgets what is of the past. Looks through all, but only when one at least is to go. */
  void expire(long nowMillis) {
    if (nowMillis < firstExpiry) {
      return;
    }
    firstExpiry = Long.MAX_VALUE;
    for (var stored : List.copyOf(byCreation.values())) {
      long expiry = stored.cookie.expiresAtMillis();
      if (expiry <= nowMillis) {
        remove(stored);
      } else {
        firstExpiry = Math.min(firstExpiry, expiry);
      }
    }
  }

  /** What may be sent to some path there, in the order of sending. */
  List<Cookie> of(Endpoint to) {
    var found = new ArrayList<Stored>();
    if (CookieScope.canHaveCookies(to.host())) {
      var host = CookieScope.canonical(to.host());
      collect(host, true, to.secure(), found);
      if (!CookieScope.isAddress(host)) {
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
          collect(host.substring(dot + 1), false, to.secure(), found);
        }
      }
    }
    found.sort(SENDING);
    return found.stream().map(Stored::cookie).toList();
  }

  private void collect(String domain, boolean isHost, boolean secure, List<Stored> to) {
    var ofDomain = domains.get(domain);
    if (ofDomain == null) {
      return;
    }
    for (var stored : ofDomain.values()) {
      if ((isHost || !stored.cookie.hostOnly()) && (secure || !stored.cookie.secure())) {
        to.add(stored);
      }
    }
  }

  /** All of them, the oldest first. */
  List<Cookie> all() {
    return byCreation.values().stream().map(Stored::cookie).toList();
  }

  void clear() {
    domains.clear();
    byCreation.clear();
    firstExpiry = Long.MAX_VALUE;
  }
}
