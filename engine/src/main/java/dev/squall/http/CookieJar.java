package dev.squall.http;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a user, or of all users together, kept and sent by RFC 6265. For any thread.
 *
 * <p>A cookie belongs to a host, whatever its port (§8.5), and to hosts below it where its Domain
 * says so. There is no list of public suffixes here: a Domain without a dot inside, such as {@code
 * com}, is refused unless it is the host itself, but {@code co.uk} is taken, so that a host there
 * can set cookies for its neighbours. For the memory's sake a cookie has at most 4096 bytes, a
 * domain 50 cookies and a jar 3000 (the minima of §6.1); the oldest goes first.
 */
public final class CookieJar {
  /** Endpoints whose selection is kept; redirects may lead a user to any number of them. */
  private static final int MOST_ENDPOINTS = 16;

  private final LongSupplier clock;
  private final StoredCookies stored = new StoredCookies();

  /** Replaced whenever what is stored changes; filled under the lock of {@link #stored}. */
  private volatile ConcurrentHashMap<Endpoint, SelectedCookies> selected =
      new ConcurrentHashMap<>();

  private volatile boolean empty = true;

  /** One without cookies. */
  public CookieJar() {
    this(System::currentTimeMillis);
  }

  /**
   * One that lives by another clock.
   *
   * @param clock milliseconds since 1970
   */
  CookieJar(LongSupplier clock) {
    this.clock = clock;
  }

  /** Whether nothing was stored so far, or nothing is left of it. Costs one read. */
  public boolean isEmpty() {
    return empty;
  }

  /**
   * Takes one Set-Cookie header. What RFC 6265 ignores is ignored, and so is a line with a control
   * character in it, which would not stay inside the header when it is sent back.
   *
   * @param from who answered
   * @param path what was asked for: the request target, with or without its query
   * @param setCookie the header's value
   */
  public void store(Endpoint from, String path, String setCookie) {
    var line = SetCookie.parse(setCookie);
    long now = clock.getAsLong();
    var cookie = line == null ? null : line.from(from.host(), path, now);
    if (cookie == null) {
      return;
    }
    synchronized (stored) {
      if (stored.store(cookie, now)) {
        selected = new ConcurrentHashMap<>();
      }
      empty = stored.isEmpty();
    }
  }

  /**
   * The value of the Cookie header of a request: what the request says itself, then the cookies of
   * the jar that it does not name, those with longer paths first and then the older ones (§5.4).
   *
   * @param to who is asked
   * @param path what is asked for: the request target, with or without its query
   * @param explicit what the request says itself, {@code a=1; b=2}; empty for nothing
   * @return null if there is neither
   */
  public @Nullable String header(Endpoint to, String path, String explicit) {
    if (empty) {
      return explicit.isEmpty() ? null : explicit;
    }
    var known = selected.get(to);
    return (known == null || isOver(known) ? select(to) : known).header(path, explicit);
  }

  private boolean isOver(SelectedCookies known) {
    return known.firstExpiry() != Long.MAX_VALUE && known.firstExpiry() <= clock.getAsLong();
  }

  private SelectedCookies select(Endpoint to) {
    synchronized (stored) {
      stored.expire(clock.getAsLong());
      empty = stored.isEmpty();
      var known = selected.get(to);
      if (known != null && !isOver(known)) {
        return known;
      }
      if (selected.size() >= MOST_ENDPOINTS) {
        selected = new ConcurrentHashMap<>();
      }
      var fresh = new SelectedCookies(stored.of(to));
      selected.put(to, fresh);
      return fresh;
    }
  }

  /** Those that have not expired, the oldest first: for people to read. */
  public List<Cookie> cookies() {
    synchronized (stored) {
      stored.expire(clock.getAsLong());
      empty = stored.isEmpty();
      return stored.all();
    }
  }

  /** Exactly these from now on, the oldest first; without those that have expired. */
  public void restore(List<Cookie> cookies) {
    long now = clock.getAsLong();
    synchronized (stored) {
      stored.clear();
      cookies.forEach(cookie -> stored.store(cookie, now));
      selected = new ConcurrentHashMap<>();
      empty = stored.isEmpty();
    }
  }

  /** Forgets all. */
  public void clear() {
    synchronized (stored) {
      stored.clear();
      selected = new ConcurrentHashMap<>();
      empty = true;
    }
  }
}
