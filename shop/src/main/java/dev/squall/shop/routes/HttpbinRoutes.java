package dev.squall.shop.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Routes;
import java.util.List;
import java.util.Locale;

/** The shapes of httpbin.org: requests told back, statuses, redirects and cookies on demand. */
public final class HttpbinRoutes {

  private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH", "DELETE");

  private static final Answer SLIDESHOW =
      Answer.json(
          200,
          """
          {
            "slideshow": {
              "author": "The practice shop",
              "date": "2026-11-22",
              "title": "Load, calmly explained",
              "slides": [
                {"title": "Arrivals keep their own time", "type": "all"},
                {"title": "What a percentile hides", "type": "all", "items": ["the <em>worst</em> ones", "whoever gave up"]}
              ]
            }
          }
          """
              .getBytes(UTF_8));

  private HttpbinRoutes() {}

  public static void add(Routes routes) {
    routes.open("GET", "/get", HttpbinEcho::plain);
    for (var method : WITH_BODY) {
      routes.open(method, "/" + method.toLowerCase(Locale.ROOT), HttpbinEcho::withBody);
    }
    for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")) {
      routes.open(method, "/anything", HttpbinEcho::anything);
      routes.open(method, "/anything/{rest...}", HttpbinEcho::anything);
    }
    routes.open("GET", "/headers", HttpbinEcho::onlyHeaders);
    routes.open("GET", "/json", call -> SLIDESHOW);
    HttpbinCookies.add(routes);
    HttpbinStatus.add(routes);
  }
}
