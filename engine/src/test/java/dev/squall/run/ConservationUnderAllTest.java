package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Mix;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.Results;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything at once, and nothing is lost or counted twice: the shop's own count says so. */
@Timeout(60)
class ConservationUnderAllTest {
  private PracticeShop shop;

  @BeforeEach
  void open() {
    shop = PracticeShop.start();
    shop.misbehave("GET /status: errors=30%");
    shop.misbehave("GET /products: errors=10%");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** Retries, redirects, branches, forgiven and unforgiven failures, leaving, lists, both ends. */
  private static Mix everything() {
    var reader =
        scenario(
                "reader",
                get("/status").named("tried again").retry(attempts(3).fixed(millis(1)).jitter(1)),
                parallel(
                    get("/redirect/2").named("redirected"),
                    group("side", get("/products?limit=3").named("list"), get("/health")),
                    optional(get("/error/503").named("broken"), get("/health"))),
                leave(0.2),
                get("/posts").extract("posts", jsonPath("$[0:2]")),
                forEach("post", "posts", get("/posts/${post.id}").named("post")))
            .setup(get("/redirect/1").named("warm up"));
    var buyer =
        scenario(
                "buyer",
                get("/users/me").bearer("${token}"),
                choose(weight(1, get("/health")), weight(1, get("/error/404").named("missing"))),
                code("think", session -> session.get("token")))
            .teardown(post("/auth/logout").bearer("${token}"));
    return mix("all", share(3, reader), share(1, buyer))
        .setup(
            post("/auth/login")
                .json("{\"email\": \"test@example.com\", \"password\": \"password123\"}")
                .extract("token", jsonPath("$.token")))
        .teardown(get("/health").named("good bye"));
  }

  private Results countedByTheShop(Results results) {
    Sums.holdIn(results);
    assertThat(results.totals().sent()).isEqualTo(shop.requests());
    // Sign in, a redirect and its end; sign out, good bye.
    assertThat(results.totals().outside()).isEqualTo(4);
    return results;
  }

  private static void nothingWasMissing(Results results) {
    assertThat(results.totals().hops()).isPositive();
    assertThat(results.totals().attempts()).isPositive();
    assertThat(results.totals().iterations().abandoned()).isPositive();
    assertThat(results.totals().iterations().failed()).isPositive();
    assertThat(results.totals().iterations().completed()).isPositive();
  }

  @Test
  void inAClosedLoad() {
    nothingWasMissing(
        countedByTheShop(run(everything(), users(5).iterations(200), at(shop.url().toString()))));
  }

  @Test
  void inAnOpenLoad() {
    nothingWasMissing(
        countedByTheShop(
            run(
                everything(),
                perSecond(100).during(seconds(1.5)).poisson(),
                at(shop.url().toString()),
                grace(seconds(30)))));
  }

  @Test
  void whereArrivalsAreDropped() {
    // Four users that need this long each can never take two hundred arrivals in a second.
    shop.misbehave("GET /health: latency=fixed:200ms");
    shop.misbehave("GET /users/me: latency=fixed:200ms");
    var results =
        countedByTheShop(
            run(
                everything(),
                perSecond(200).during(seconds(1)).maxUsers(4).queue(10),
                at(shop.url().toString()),
                grace(seconds(30))));

    var iterations = results.totals().iterations();
    assertThat(iterations.scheduled()).isEqualTo(200);
    assertThat(iterations.dropped()).isPositive();
    assertThat(results.response().count() + results.response().censored())
        .isLessThanOrEqualTo(results.totals().requests());
  }

  @Test
  void whereRequestsAreCutOffTheServersCountLiesBetween() throws InterruptedException {
    shop.misbehave("GET /posts: latency=fixed:300ms");
    var run =
        start(
            everything(),
            users(20).during(minutes(5)),
            at(shop.url().toString()),
            grace(Duration.ZERO),
            timeout(millis(200)));
    while (run.progress().requests() < 100) {
      Thread.sleep(5);
    }
    run.stop();
    var results = Sums.holdIn(run.await());

    // A time-out closes its connection: whether the shop had read the request is its own affair.
    assertThat(shop.requests()).isLessThanOrEqualTo(results.totals().sent());
    assertThat(shop.requests())
        .isGreaterThanOrEqualTo(results.response().count() + results.totals().hops());
    assertThat(results.totals().outside()).isEqualTo(4);
  }
}
