package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTest extends ShopTest {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request",
    "404, Not Found",
    "418, I'm a Teapot",
    "425, Too Early",
    "429, Too Many Requests",
    "451, Unavailable For Legal Reasons",
    "499, Client Error",
    "500, Internal Server Error",
    "503, Service Unavailable",
    "506, Variant Also Negotiates",
    "599, Server Error"
  })
  void anErrorIsTheStatusAskedForWithABody(int code, String error) {
    var answer = client.get("/error/" + code);

    assertThat(answer.status()).isEqualTo(code);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.json().path("error").asText()).isEqualTo(error);
    assertThat(answer.json().has("detail")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"100", "101", "200", "204", "302", "304", "399", "600", "0", "-404", "4e2", "x"})
  void onlyErrorsAreErrors(String code) {
    var answer = client.get("/error/" + code);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .isEqualTo(
            "the status of an error must be a whole number, between 400 and 599, not '%s'"
                .formatted(code));
  }

  @Test
  void everyErrorLeavesItsConnectionUsable() throws Exception {
    try (var connection = new RawConnection(shop)) {
      for (var code = 400; code <= 599; code++) {
        connection.ask("GET", "/error/" + code);
        var head = connection.head();
        var body = JSON.readTree(connection.body(head));

        assertThat(head.statusLine()).startsWith("HTTP/1.1 " + code + " ");
        assertThat(head.header("connection").orElse("")).doesNotContain("close");
        assertThat(body.path("error").asText()).matches("[A-Z][A-Za-z' -]+");
        assertThat(body.path("detail").asText()).isNotBlank();

        connection.ask("HEAD", "/error/" + code);
        assertThat(connection.head().header("content-length"))
            .isEqualTo(head.header("content-length"));
      }
    }
  }

  @Test
  void anOrdinaryClientReadsEveryErrorAsItWasSent() {
    for (var code = 400; code <= 599; code++) {
      var answer = client.get("/error/" + code);

      assertThat(answer.status()).isEqualTo(code);
      assertThat(answer.json().has("error")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, WWW-Authenticate, Bearer",
    "405, Allow, ''",
    "407, Proxy-Authenticate, 'Basic realm=\"practice\"'",
    "426, Upgrade, websocket",
    "426, Connection, Upgrade"
  })
  void anErrorHasTheHeadersItMustHave(int code, String name, String value) throws Exception {
    try (var connection = new RawConnection(shop)) {
      connection.ask("GET", "/error/" + code);

      assertThat(connection.head().header(name)).hasValue(value);
    }
  }

  @Test
  void anInjectedErrorHasThemToo() {
    shop.behave(
        Behaviour.GOOD.on("GET /health", faults -> faults.errors(Errors.parse("100%:405"))));
    try {
      var answer = client.get("/health");

      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.response().headers().firstValue("allow")).hasValue("");
    } finally {
      shop.behave(Behaviour.GOOD);
    }
  }
}
