package dev.squall.shop.web;

import dev.squall.shop.json.Refusal;
import dev.squall.shop.store.Accounts;
import dev.squall.shop.store.Tokens;
import dev.squall.shop.store.Visitor;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Finds out who is asking: by a bearer token or by the session cookie that a login sets. */
public final class Authentication {

  /** Its name. */
  public static final String COOKIE = "session";

  private static final String BEARER = "Bearer ";

  private final Accounts accounts;
  private final Tokens tokens;

  public Authentication(Accounts accounts, Tokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  /**
   * Who is asking.
   *
   * @throws Refusal 401 when there is no token, or none that this shop signed and still honours
   */
  public Visitor visitor(Request request) {
    var token =
        token(request)
            .orElseThrow(() -> new Refusal(401, "a bearer token or a session cookie is needed"));
    return tokens
        .verify(token)
        .flatMap(claims -> accounts.byEmail(claims.sub()).map(a -> new Visitor(a, claims)))
        .orElseThrow(() -> new Refusal(401, "the token is not valid, or no longer"));
  }

  private static Optional<String> token(Request request) {
    var header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(cookie -> cookie.getValue())
        .findFirst();
  }
}
