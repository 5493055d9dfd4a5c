package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.truth.Truth;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The controls, and what of them shows at a client. Times have lower bounds only. */
class MisbehaviourTest extends ShopTest {

  private static final String GOOD =
      """
      {"latency":"none","errors":"0%","resets":"0%","bandwidth":"none","workers":0,"routes":{}}\
      """;

  @AfterEach
  void behaveAgain() {
    client.delete("/practice/behaviour");
  }

  @Test
  void aLineAddsToThePresentBehaviour() {
    shop.misbehave("workers=3");
    shop.misbehave("GET /health: errors=100%:503");

    assertThat(shop.behaviour().everywhere().workers()).isEqualTo(3);
    assertThat(client.get("/health").status()).isEqualTo(503);
    assertThat(client.get("/status").status()).isEqualTo(200);
  }

  @Test
  void aLineThatCannotBeReadChangesNothing() {
    for (var line : List.of("slow", "GET /nowhere: workers=1", "latency=x")) {
      assertThatThrownBy(() -> shop.misbehave(line)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(shop.behaviour()).isEqualTo(Behaviour.GOOD);
  }

  @Test
  void aLatencyHoldsEveryAnswerBack() {
    shop.behave(Behaviour.GOOD.with("latency=fixed:50ms"));

    for (var path : List.of("/health", "/products", "/nowhere")) {
      assertThat(serviceMicros(path)).as(path).isGreaterThanOrEqualTo(50_000);
    }
  }

  @Test
  void theBehaviourIsChangedShownAndTakenBackOverHttp() {
    var answer =
        client.put(
            "/practice/behaviour",
            """
            {"latency": "fixed:5ms", "errors": "2%:503", "resets": "0.5%", "bandwidth": "10KB/s", "workers": 3,
             "routes": {"POST /checkout": {"latency": "bimodal:20ms,500ms,5%", "errors": "10%"}, "GET /cart": null}}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            """
            {"latency":"fixed:5ms","errors":"2%:503","resets":"0.5%","bandwidth":"10KB/s","workers":3,"routes":\
            {"POST /checkout":{"latency":"bimodal:20ms,500ms,5%","errors":"10%","resets":"0.5%","bandwidth":"10KB/s","workers":0}}}\
            """);
    assertThat(shop.behaviour())
        .isEqualTo(
            Behaviour.GOOD
                .with("latency=fixed:5ms errors=2%:503 resets=0.5% bandwidth=10KB/s workers=3")
                .with("POST /checkout: latency=bimodal:20ms,500ms,5% errors=10%"));

    var shown = client.get("/practice/behaviour").text();
    assertThat(client.delete("/practice/behaviour").text()).isEqualTo(GOOD);
    assertThat(shop.behaviour()).isEqualTo(Behaviour.GOOD);
    assertThat(client.put("/practice/behaviour", shown).text()).isEqualTo(shown);
  }

  @Test
  void whatIsAbsentStaysAsItIs() {
    client.put("/practice/behaviour", "{\"latency\": \"fixed:50ms\", \"workers\": 3}");
    client.put("/practice/behaviour", "{\"latency\": \"none\"}");
    client.put("/practice/behaviour", "{\"routes\": {\"GET /cart\": {\"errors\": \"1%\"}}}");
    client.put("/practice/behaviour", "{\"routes\": {\"GET /cart\": {\"resets\": \"2%\"}}}");

    assertThat(shop.behaviour())
        .isEqualTo(Behaviour.GOOD.workers(3).with("GET /cart: errors=1% resets=2%"));
    client.put("/practice/behaviour", "{\"routes\": {\"GET /cart\": null}}");
    assertThat(shop.behaviour()).isEqualTo(Behaviour.GOOD.workers(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"latency\": \"slow\"} | latency: 'slow' is no latency",
        "{\"latency\": \"fixed:x\"} | is no time",
        "{\"latency\": \"fixed:61s\"} | between 0ms and 60s, not 61s",
        "{\"latency\": \"lognormal:20ms,10ms\"} | a p99 latency is between 20ms and 60s",
        "{\"latency\": 5} | latency must be a string",
        "{\"errors\": \"2%:200\"} | errors: an error's status is between 400 and 599, not 200",
        "{\"resets\": \"101%\"} | between 0% and 100%",
        "{\"bandwidth\": \"0KB/s\"} | no body ever arrives",
        "{\"workers\": -1} | workers is 0 (no limit) or more",
        "{\"workers\": 1.5} | workers must be a whole number",
        "{\"freeze\": \"11m\"} | freeze: a freeze is between 0ms and 600s, not 660s",
        "{\"wrokers\": 1} | wrokers is unknown",
        "{\"workers\": 2 | line 1",
        "{\"routes\": []} | routes must be an object",
        "{\"routes\": {\"GET /cart\": 5}} | routes.GET /cart must be an object",
        "{\"routes\": {\"GET /cart\": {\"freeze\": \"1s\"}}} | routes.GET /cart.freeze is unknown",
        "{\"routes\": {\"GET /practice/truth\": {}}} | GET /practice/truth: there is no such route"
      })
  void aBadBehaviourIsNamedAndChangesNothing(String body, String detail) {
    var answer = client.put("/practice/behaviour", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains(detail);
    assertThat(shop.behaviour()).isEqualTo(Behaviour.GOOD);
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    var answer =
        client.put(
            "/practice/behaviour",
            """
            {"errors": "2%", "latency": "slow", "workers": -1, "freeze": "long",
             "routes": {"GET /cart": {"resets": 5}, "POST /chekout": {"errors": "x"}}}
            """);

    assertThat(answer.detail())
        .contains(
            "latency: 'slow'",
            "workers: workers is 0",
            "freeze: 'long' is no time",
            "routes.GET /cart.resets must be a string",
            "routes.POST /chekout: there is no such route; the nearest are POST /checkout, ",
            "routes.POST /chekout.errors: 'x' is no share");
    assertThat(shop.behaviour()).isEqualTo(Behaviour.GOOD);
  }

  @Test
  void aRouteThatDoesNotExistIsToldInJavaToo() {
    assertThatThrownBy(() -> shop.behave(Behaviour.GOOD.with("GET /products/prod-1: errors=1%")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no route 'GET /products/prod-1'; the nearest are ")
        .hasMessageContaining("GET /products/{id}");
    assertThat(shop.behaviour()).isEqualTo(Behaviour.GOOD);
  }

  @Test
  void aFrozenShopAnswersNothingAndThenEverything() throws Exception {
    var started = System.nanoTime();
    shop.freeze(Duration.ofMillis(400));

    var ended = inParallel(20, () -> client.get("/health").status() + " " + System.nanoTime());

    assertThat(ended)
        .allSatisfy(e -> {
          assertThat(e).startsWith("200 ");
          var after = Duration.ofNanos(Long.parseLong(e.substring(4)) - started);
          assertThat(after).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        });
  }

  @Test
  void theControlsOfAFrozenShopAnswerAndEndTheFreeze() throws Exception {
    client.put("/practice/behaviour", "{\"freeze\": \"10m\"}");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var frozen = threads.submit(() -> client.get("/health").status());
      awaitRequests("GET /health", 1);
      assertThat(client.get("/practice/truth").status()).isEqualTo(200);
      assertThat(frozen.isDone()).isFalse();

      client.delete("/practice/behaviour");

      assertThat(frozen.get()).isEqualTo(200);
    }
  }

  @Test
  void aFreezeHasBounds() {
    assertThatThrownBy(() -> shop.freeze(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shop.freeze(Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shop.freeze(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"latency=fixed:50ms workers=2", "'GET /health: latency=fixed:50ms workers=2'"})
  void twoWorkersTakeTwoRequestsAtATime(String fault) throws Exception {
    shop.behave(Behaviour.GOOD.with(fault));
    var started = System.nanoTime();

    inParallel(20, () -> serviceMicros("/health"));

    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isGreaterThanOrEqualTo(Duration.ofMillis(500));
  }

  private long serviceMicros(String path) {
    return Long.parseLong(client.get(path).header("x-service-time-us"));
  }

  private static void awaitRequests(String route, long more) throws InterruptedException {
    for (var i = 0; i < 1_000; i++) {
      var truth = shop.truth().routes().get(route);
      if (truth != null && truth.requests() - answered(truth) >= more) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("no request of " + route + " is under way");
  }

  private static long answered(Truth.RouteTruth truth) {
    return truth.statuses().values().stream().mapToLong(n -> n).sum() + truth.resets();
  }

  private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, times).mapToObj(i -> threads.submit(work)).toList().stream()
          .map(done -> {
            try {
              return done.get();
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          })
          .toList();
    }
  }
}
