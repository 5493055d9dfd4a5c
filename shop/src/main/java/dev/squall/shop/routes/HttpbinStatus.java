package dev.squall.shop.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.squall.shop.json.Numbers;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** {@code /status/{code}}, {@code /redirect/{n}} and {@code /basic-auth/{user}/{password}}. */
final class HttpbinStatus {

  private static final int MOST_REDIRECTS = 20;
  private static final String SCHEME = "Basic ";
  private static final String CHALLENGE = "Basic realm=\"practice shop\", charset=\"UTF-8\"";

  private HttpbinStatus() {}

  static void add(Routes routes) {
    for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      routes.open(method, "/status/{code}", call -> status(call.parameter("code")));
      // All of them: 307 and 308 keep the method.
      routes.open(method, "/redirect/{n}", call -> redirect(call.parameter("n")));
    }
    routes.open("GET", "/basic-auth/{user}/{password}", HttpbinStatus::basicAuth);
  }

  private static Answer status(String text) {
    var status = Numbers.within("the status", text, 200, 599);
    return Answer.empty(
        status,
        switch (status) {
          case 301, 302, 303, 305, 307, 308 -> List.of(location("/redirect/1"));
          case 401 -> List.of(new HttpField(HttpHeader.WWW_AUTHENTICATE, CHALLENGE));
          case 407 -> List.of(new HttpField(HttpHeader.PROXY_AUTHENTICATE, CHALLENGE));
          default -> List.of();
        });
  }

  private static Answer redirect(String text) {
    var left = Numbers.within("the number of redirects", text, 1, MOST_REDIRECTS);
    return Answer.empty(302, List.of(location(left == 1 ? "/get" : "/redirect/" + (left - 1))));
  }

  private static HttpField location(String path) {
    return new HttpField(HttpHeader.LOCATION, path);
  }

  private static Answer basicAuth(Call call) {
    var user = call.parameter("user");
    var wanted = user + ":" + call.parameter("password");
    var header = call.request().getHeaders().get(HttpHeader.AUTHORIZATION);
    return wanted.equals(credentials(header))
        ? Answer.ok(new Authenticated(true, user))
        : Answer.challenge(CHALLENGE, "the user and password of the path are needed (Basic)");
  }

  /** What the header says (RFC 7617), or null where it says nothing of that kind. */
  private static @Nullable String credentials(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    try {
      var encoded = header.substring(SCHEME.length()).strip();
      return new String(Base64.getDecoder().decode(encoded), UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private record Authenticated(boolean authenticated, String user) {}
}
