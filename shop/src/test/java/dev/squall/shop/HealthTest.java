package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest extends ShopTest {

  @Test
  void healthSaysHealthyAndWhen() {
    var answer = client.get("/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.json().path("status").asText()).isEqualTo("healthy");
    var said = Instant.parse(answer.json().path("timestamp").asText());
    assertThat(Duration.between(said, Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void headOfHealthHasTheHeadersAndNoBody() {
    var answer = client.send("HEAD", "/health", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("content-length"))
        .isEqualTo("" + client.get("/health").text().length());
  }

  @Test
  void optionsOfHealthNamesTheMethods() {
    var answer = client.send("OPTIONS", "/health", "");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(answer.header("access-control-allow-methods")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(answer.header("access-control-allow-headers"))
        .isEqualTo("Authorization, Content-Type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void statusAnswersEveryMethod(String method) {
    var answer = client.send(method, "/status", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("ok");
    assertThat(answer.json().path("version").asText()).isEqualTo("1.0.0");
    assertThat(answer.json().path("uptime").isIntegralNumber()).isTrue();
    assertThat(answer.json().path("requests_processed").asLong()).isEqualTo(shop.requests());
    assertThat(Instant.parse(answer.json().path("timestamp").asText())).isBefore(Instant.MAX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/status", "/products", "/products?limit=101", "/products/prod-1", "/cart", "/no"})
  void headIsGetWithoutItsBody(String path) {
    var head = client.send("HEAD", path, "");
    var get = client.get(path);

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.text()).isEmpty();
    assertThat(head.header("content-type")).isEqualTo("application/json");
    assertThat(head.header("content-length")).isNotEmpty();
  }

  @Test
  void statusCountsAndItsUptimeGrows() {
    var first = client.get("/status").json();
    var second = client.post("/status", "{}").json();

    assertThat(second.path("requests_processed").asLong())
        .isEqualTo(first.path("requests_processed").asLong() + 1);
    assertThat(second.path("uptime").asLong())
        .isGreaterThanOrEqualTo(first.path("uptime").asLong());
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly("status", "timestamp", "uptime", "requests_processed", "version");
  }

  @Test
  void everyAnswerCarriesItsServiceTime() {
    for (var path : new String[] {"/health", "/products", "/nowhere", "/error/500", "/cart"}) {
      assertThat(client.get(path).header("x-service-time-us")).as(path).matches("\\d+");
    }
  }
}
