package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest extends ShopTest {

  @Test
  void aDelayAnswersAfterThatLong() {
    var started = System.nanoTime();
    var answer = client.get("/delay/120");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("delayed_ms").asInt()).isEqualTo(120);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(119));
    assertThat(Long.parseLong(answer.header("x-service-time-us"))).isBetween(120_000L, 1_000_000L);
  }

  @Test
  void noDelayIsADelayToo() {
    assertThat(client.get("/delay/0").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"60001", "-1", "x", "1.5"})
  void aDelayIsAtMostAMinute(String millis) {
    var answer = client.get("/delay/" + millis);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("between 0 and 60000", "'" + millis + "'");
  }

  @ParameterizedTest
  @CsvSource({"'', 2000", "?max=0, 0", "?max=30, 30"})
  void aRandomDelayIsAtMostWhatWasAskedFor(String query, int most) {
    var answer = client.get("/delay/random" + query);

    assertThat(answer.status()).isEqualTo(200);
    var millis = answer.json().path("delayed_ms").asInt(-1);
    assertThat(millis).isBetween(0, most);
    assertThat(Long.parseLong(answer.header("x-service-time-us")))
        .isGreaterThanOrEqualTo(millis * 1_000L);
  }

  @Test
  void theSameSeedDelaysTheSameRequestsForAsLong() {
    var seven = ShopOptions.defaults().seed(7);
    try (var one = PracticeShop.start(seven);
        var same = PracticeShop.start(seven);
        var other = PracticeShop.start(seven.seed(8))) {
      var delays = randomDelays(one);

      assertThat(randomDelays(same)).isEqualTo(delays);
      assertThat(randomDelays(other)).isNotEqualTo(delays);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"60001", "-1", "x", "1.5", ""})
  void aRandomDelayIsAtMostAMinute(String most) {
    var answer = client.get("/delay/random?max=" + most);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("max must be", "between 0 and 60000", "'" + most + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nowhere", "/products/", "/products/prod-1/x", "/cart/items", "/practice"})
  void anythingElseIsNotFound(String path) {
    var answer = client.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("error").asText()).isEqualTo("Not Found");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    var answer = client.delete("/products");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail()).isEqualTo("there is no DELETE /products; there is GET, HEAD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"email\": } | line 1, column 11: unexpected '}'",
        "{\"email\": \"a\", | line 1, column 15: it ends too early",
        "{\"email\": \"a | line 1, column 13: it ends too early",
        "{\"email\": \"\u0001\"} | line 1, column 12: unexpected control character U+0001",
        "{\"a\": 1, \"a\": 2} | line 1, column 16: an object has the same name twice",
        "{'email': 1} | line 1, column 2: unexpected '''",
        "{\"ä\": ö} | line 1, column 7: unexpected 'ö'",
        "{} {} | line 1, column 4: something follows the end of the value",
        "{} x | line 1, column 4: unexpected 'x'",
        "nonsense | line 1, column 1: unexpected 'n'"
      })
  void malformedJsonIsToldWhere(String body, String where) {
    var answer = client.post("/auth/login", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo("the body is not JSON at " + where);
  }

  @Test
  void jsonIsReadToAThousandLevels() {
    var deep = "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000);
    var deeper = "{\"a\":" + deep + "}";

    assertThat(client.post("/auth/login", deep).detail()).contains("email is missing");
    assertThat(client.post("/auth/login", deeper).detail()).contains("at most 1000 levels");
  }

  @Test
  void aByteOrderMarkIsNoMistake() {
    assertThat(client.post("/auth/login", "\uFEFF{}").detail()).contains("email is missing");
  }

  @Test
  void malformedJsonOnALaterLineIsToldWhere() {
    var answer =
        client.post(
            "/auth/login",
            """
            {
              "email": "a@b.c",
              "password": oops
            }\
            """);

    assertThat(answer.detail())
        .isEqualTo("the body is not JSON at line 3, column 15: unexpected 'o'");
  }

  @Test
  void noBodyAtAllIsToldSo() {
    assertThat(client.post("/auth/login", "").detail())
        .isEqualTo("a JSON object is needed as body");
  }

  private static List<Integer> randomDelays(PracticeShop shop) {
    try (var client = new Client(shop)) {
      return Stream.of(10, 20, 40, 80, 160, 320)
          .map(most -> client.get("/delay/random?max=" + most))
          .map(answer -> answer.json().path("delayed_ms").asInt())
          .toList();
    }
  }
}
