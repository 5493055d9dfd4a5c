package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisbehaviourTest extends ShopTest {

  @Test
  void aFixedLatencyHoldsEveryAnswerBack() {
    shop.behave(Behaviour.GOOD.latency(new Latency.Fixed(Duration.ofMillis(50))));

    for (var path : List.of("/health", "/products", "/nowhere")) {
      assertThat(serviceMicros(path)).as(path).isBetween(50_000L, 1_000_000L);
    }
  }

  @Test
  void theLatencyIsSetAtRunTimeOverHttp() {
    var answer = client.put("/practice/behaviour", "{\"latency\": \"fixed:50ms\", \"workers\": 3}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"latency\":\"fixed:50ms\",\"workers\":3}");
    assertThat(shop.behaviour())
        .isEqualTo(Behaviour.GOOD.latency(new Latency.Fixed(Duration.ofMillis(50))).workers(3));
    assertThat(serviceMicros("/health")).isGreaterThanOrEqualTo(50_000);
    client.put("/practice/behaviour", "{\"latency\": \"none\"}");
    assertThat(client.get("/practice/behaviour").text())
        .isEqualTo("{\"latency\":\"none\",\"workers\":3}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"latency\": \"slow\"} | is no latency",
        "{\"latency\": \"fixed:x\"} | is no time",
        "{\"latency\": \"fixed:61s\"} | between 0ms and 60s, not 61s",
        "{\"latency\": \"lognormal:20ms,10ms\"} | a p99 latency is between 20ms and 60s",
        "{\"latency\": 5} | latency must be a string",
        "{\"workers\": -1} | workers is 0 (no limit) or more",
        "{\"freeze\": \"11m\"} | a freeze is between",
        "{\"wrokers\": 1} | wrokers is unknown",
        "{\"workers\": 2 | line 1"
      })
  void aBadBehaviourIsNamedAndChangesNothing(String body, String detail) {
    var answer = client.put("/practice/behaviour", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains(detail);
    assertThat(shop.behaviour()).isEqualTo(Behaviour.GOOD);
  }

  @Test
  void aLognormalLatencyReachesTheWire() {
    shop.behave(Behaviour.GOOD.latency(Latency.parse("lognormal:10ms,40ms")));

    var micros = IntStream.range(0, 61).mapToLong(i -> serviceMicros("/health")).sorted().toArray();

    assertThat(micros[30]).isBetween(6_000L, 40_000L);
    assertThat(micros[60]).isGreaterThan(12_000);
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
          assertThat(after).isBetween(Duration.ofMillis(400), Duration.ofSeconds(3));
        });
    assertThat(serviceMicros("/health")).isLessThan(300_000);
  }

  @Test
  void aFreezeHoldsBackWhatWasUnderWay() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var underWay = threads.submit(() -> serviceMicros("/delay/100"));
      Thread.sleep(50);
      client.put("/practice/behaviour", "{\"freeze\": \"500ms\"}");

      assertThat(underWay.get()).isBetween(450_000L, 3_000_000L);
    }
  }

  @Test
  void theControlsOfAFrozenShopAnswer() {
    shop.freeze(Duration.ofMillis(500));

    assertThat(serviceMicros("/practice/truth")).isLessThan(300_000);
  }

  @Test
  void aShorterFreezeDoesNotEndALongerOne() {
    shop.freeze(Duration.ofMillis(300));
    shop.freeze(Duration.ofMillis(1));

    assertThat(serviceMicros("/health")).isGreaterThan(200_000);
  }

  @Test
  void aFreezeHasBounds() {
    assertThatThrownBy(() -> shop.freeze(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shop.freeze(Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoWorkersTakeTwoRequestsAtATime() throws Exception {
    shop.behave(Behaviour.GOOD.latency(new Latency.Fixed(Duration.ofMillis(50))).workers(2));
    var started = System.nanoTime();

    inParallel(20, () -> serviceMicros("/health"));

    // Twenty requests of 50 ms through two workers: 500 ms, and hardly more.
    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isBetween(Duration.ofMillis(500), Duration.ofMillis(1_500));
  }

  @Test
  void moreWorkersTakeOverWhatIsQueued() throws Exception {
    shop.behave(Behaviour.GOOD.latency(new Latency.Fixed(Duration.ofMillis(100))).workers(1));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var started = System.nanoTime();
      var all =
          IntStream.range(0, 30)
              .mapToObj(i -> threads.submit(() -> serviceMicros("/health")))
              .toList();
      Thread.sleep(150);
      shop.behave(shop.behaviour().workers(0));
      for (var one : all) {
        one.get();
      }

      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }
  }

  private long serviceMicros(String path) {
    return Long.parseLong(client.get(path).header("x-service-time-us"));
  }

  private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (var done : threads.invokeAll(Collections.nCopies(times, work))) {
        results.add(done.get());
      }
      return results;
    }
  }
}
