package dev.squall.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as a {@link CookieJar} keeps it (RFC 6265 §5.3).
 *
 * @param name as sent; its case counts
 * @param value as sent, quotes included; may be empty
 * @param domain the host that it belongs to, in lower case and without a leading dot
 * @param hostOnly whether hosts below {@code domain} do not get it
 * @param path where it is sent: there and below
 * @param expires when it ends; null for one that lasts as long as its jar
 * @param secure whether it is sent over TLS only
 * @param httpOnly whether scripts in a browser would not see it; of no effect here
 */
public record Cookie(
    String name,
    String value,
    String domain,
    boolean hostOnly,
    String path,
    @Nullable Instant expires,
    boolean secure,
    boolean httpOnly) {

  /** When it ends, in milliseconds since 1970; {@link Long#MAX_VALUE} for never. */
  long expiresAtMillis() {
    return expires == null ? Long.MAX_VALUE : expires.toEpochMilli();
  }

  /** Whether whoever sends the other one may go on sending this one: all but the end is equal. */
  boolean isRenewedBy(Cookie other) {
    return other.expiresAtMillis() >= expiresAtMillis()
        && other.hostOnly == hostOnly
        && other.secure == secure
        && other.httpOnly == httpOnly
        && other.name.equals(name)
        && other.value.equals(value)
        && other.domain.equals(domain)
        && other.path.equals(path);
  }

  /** The pair of the Cookie header. */
  @Override
  public String toString() {
    return name + "=" + value;
  }
}
