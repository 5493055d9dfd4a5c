package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpbinCookiesTest extends ShopTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a=1; b=2 | {\"a\":\"1\",\"b\":\"2\"}",
        "a=x=y    | {\"a\":\"x=y\"}",
        "a=1; a=2 | {\"a\":\"1\"}",
        "a=       | {\"a\":\"\"}",
      })
  void cookiesAreToldBack(String sent, String told) {
    assertThat(client.send("GET", "/cookies", "", "Cookie", sent).text())
        .isEqualTo("{\"cookies\":" + told + "}");
  }

  @Test
  void noCookiesAreToldBackToo() {
    assertThat(client.get("/cookies").text()).isEqualTo("{\"cookies\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void everyPairIsACookieOfItsOwn(String method) {
    var answer = client.send(method, "/cookies/set?session=abc123&user_id=42&empty=", "");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).isEqualTo("/cookies");
    assertThat(answer.text()).isEmpty();
    assertThat(answer.response().headers().allValues("set-cookie"))
        .containsExactly("session=abc123; Path=/", "user_id=42; Path=/", "empty=; Path=/");
  }

  @Test
  void withoutPairsNothingIsSet() {
    var answer = client.get("/cookies/set");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.response().headers().allValues("set-cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b%0D%0ASet-Cookie:x=y",
        "a=b%20c",
        "a=b;c",
        "a=%C3%BC",
        "a%20b=c",
        "%C3%BC=c",
        "a%3D=c"
      })
  void whatACookieMayNotHoldIs400(String pair) {
    var answer = client.get("/cookies/set?" + pair);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("RFC 6265");
    assertThat(answer.response().headers().allValues("set-cookie")).isEmpty();
  }

  @Test
  void aCookieWithoutANameIs400() {
    assertThat(client.get("/cookies/set?=b").detail()).isEqualTo("a cookie needs a name");
  }

  @Test
  void moreCookiesThanAnAnswerHoldsAre400() {
    assertThat(client.get("/cookies/set?a=" + "x".repeat(4_000)).status()).isEqualTo(302);
    for (var query : new String[] {"a=" + "x".repeat(4_096), "a=1&".repeat(900)}) {
      var answer = client.get("/cookies/set?" + query);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.detail()).isEqualTo("all cookies together are at most 4096 bytes");
    }
  }
}
