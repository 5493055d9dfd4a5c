package dev.squall.run;

import dev.squall.http.Cookie;
import dev.squall.http.CookieJar;
import dev.squall.http.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's jar, or the one that all users share, as the renderer asks for it. */
final class UserCookies implements CookieSource {
  private final CookieJar jar;
  private final List<Endpoint> endpoints;
  private @Nullable String explicit;

  UserCookies(CookieJar jar, List<Endpoint> endpoints) {
    this.jar = jar;
    this.endpoints = endpoints;
  }

  /** The same cookies for another thread of the same user. */
  UserCookies sharing() {
    return new UserCookies(jar, endpoints);
  }

  /** Before a request is rendered. */
  void begin() {
    explicit = null;
  }

  @Override
  public boolean isEmpty() {
    return jar.isEmpty();
  }

  @Override
  public @Nullable String header(int target, String path, String own) {
    explicit = own;
    return jar.header(endpoints.get(target), path, own);
  }

  /** What the last request said itself, if the jar was asked about it. */
  @Nullable String explicit() {
    return explicit;
  }

  /** The header of a hop. */
  @Nullable String header(Endpoint to, String target, String own) {
    return jar.header(to, target, own);
  }

  void keep(Endpoint from, String target, List<String> setCookies) {
    for (int i = 0; i < setCookies.size(); i++) {
      jar.store(from, target, setCookies.get(i));
    }
  }

  void clear() {
    jar.clear();
  }

  /** All of them, the oldest first. */
  List<Cookie> all() {
    return jar.cookies();
  }

  /** Exactly these from now on. */
  void restore(List<Cookie> cookies) {
    jar.restore(cookies);
  }
}
