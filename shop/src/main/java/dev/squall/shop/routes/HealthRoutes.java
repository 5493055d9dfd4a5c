package dev.squall.shop.routes;

import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** {@code /health} and {@code /status}. */
public final class HealthRoutes {

  private static final String VERSION = "1.0.0";

  private static final List<HttpField> METHODS =
      List.of(
          new HttpField(HttpHeader.ALLOW, "GET, HEAD, OPTIONS"),
          new HttpField("Access-Control-Allow-Origin", "*"),
          new HttpField("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"),
          new HttpField("Access-Control-Allow-Headers", "Authorization, Content-Type"));

  private final LongSupplier requests;
  private final long startedNanos = System.nanoTime();
  private volatile Rendered health = new Rendered(-1, Answer.empty(200, List.of()));

  private HealthRoutes(LongSupplier requests) {
    this.requests = requests;
  }

  public static void add(Routes routes, LongSupplier requests) {
    var health = new HealthRoutes(requests);
    routes.open("GET", "/health", call -> health.health());
    routes.open("OPTIONS", "/health", call -> Answer.empty(204, METHODS));
    for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      routes.open(method, "/status", call -> health.status());
    }
  }

  private Answer health() {
    // The most loaded route of all: written once a millisecond, which is what its timestamp shows.
    var now = System.currentTimeMillis();
    var rendered = health;
    if (rendered.millis() != now) {
      rendered = new Rendered(now, healthy(timestamp(now)));
      health = rendered;
    }
    return rendered.answer();
  }

  private Answer status() {
    var uptime = (System.nanoTime() - startedNanos) / 1_000_000_000L;
    var now = timestamp(System.currentTimeMillis());
    return Answer.ok(new Status("ok", now, uptime, requests.getAsLong(), VERSION));
  }

  /** Written by hand: mostly a shop's first answer, and the JSON library takes long to begin. */
  private static Answer healthy(String timestamp) {
    var json = "{\"status\":\"healthy\",\"timestamp\":\"" + timestamp + "\"}";
    return Answer.json(200, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String timestamp(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private record Rendered(long millis, Answer answer) {}

  /** {@code uptime} in seconds. */
  private record Status(
      String status, String timestamp, long uptime, long requestsProcessed, String version) {}
}
