package dev.squall.run;

import dev.squall.http.Cookie;
import dev.squall.secret.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A cookie that a user keeps.
 *
 * @param name as the server wrote it; its case counts
 * @param value as the server wrote it
 * @param domain the host that it belongs to
 * @param path where it is sent: there and below
 * @param secure whether it is sent over TLS only
 * @param httpOnly whether scripts in a browser would not see it
 * @param expires when it ends; nothing for one that lasts as long as its user
 */
public record KeptCookie(
    String name,
    String value,
    String domain,
    String path,
    boolean secure,
    boolean httpOnly,
    Optional<Instant> expires) {

  /** As a server would set it, but for a value that is secret. */
  @Override
  public String toString() {
    return name
        + "="
        + Secrets.shown(name, value)
        + "; Domain="
        + domain
        + "; Path="
        + path
        + expires.map(end -> "; Expires=" + end).orElse("")
        + (secure ? "; Secure" : "")
        + (httpOnly ? "; HttpOnly" : "");
  }

  static List<KeptCookie> of(List<Cookie> cookies) {
    return cookies.stream().map(KeptCookie::of).toList();
  }

  private static KeptCookie of(Cookie cookie) {
    return new KeptCookie(
        cookie.name(),
        cookie.value(),
        cookie.domain(),
        cookie.path(),
        cookie.secure(),
        cookie.httpOnly(),
        Optional.ofNullable(cookie.expires()));
  }
}
