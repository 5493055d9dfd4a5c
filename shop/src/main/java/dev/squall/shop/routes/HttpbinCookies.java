package dev.squall.shop.routes;

import dev.squall.shop.json.Refusal;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.Syntax;
import org.eclipse.jetty.server.Request;

/** {@code /cookies} and {@code /cookies/set}. */
final class HttpbinCookies {

  /** Bytes: the headers of an answer must fit into a buffer of 8 KiB. */
  private static final int LIMIT = 4 * 1024;

  private HttpbinCookies() {}

  static void add(Routes routes) {
    routes.open("GET", "/cookies", HttpbinCookies::shown);
    routes.open("GET", "/cookies/set", HttpbinCookies::set);
    routes.open("POST", "/cookies/set", HttpbinCookies::set);
  }

  private static Answer shown(Call call) {
    var cookies = new LinkedHashMap<String, String>();
    for (var cookie : Request.getCookies(call.request())) {
      // RFC 6265 §5.4: the one with the longest path comes first.
      cookies.putIfAbsent(cookie.getName(), cookie.getValue());
    }
    return Answer.ok(Map.of("cookies", cookies));
  }

  private static Answer set(Call call) {
    var headers = new ArrayList<HttpField>();
    headers.add(new HttpField(HttpHeader.LOCATION, "/cookies"));
    HttpbinEcho.args(call.request()).forEach((name, value) -> headers.add(setCookie(name, value)));
    if (length(headers) > LIMIT) {
      throw Refusal.badRequest("all cookies together are at most " + LIMIT + " bytes");
    }
    return Answer.empty(302, headers);
  }

  private static HttpField setCookie(String name, String value) {
    if (name.isEmpty()) {
      throw Refusal.badRequest("a cookie needs a name");
    }
    try {
      Syntax.requireValidRFC2616Token(name, "a cookie's name");
      Syntax.requireValidRFC6265CookieValue(value);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(
          "the cookie '%s' has a character in its name or value that RFC 6265 §4.1.1 forbids"
              .formatted(name));
    }
    return new HttpField(HttpHeader.SET_COOKIE, name + "=" + value + "; Path=/");
  }

  private static int length(List<HttpField> headers) {
    return headers.stream().mapToInt(h -> h.getName().length() + h.getValue().length() + 4).sum();
  }
}
