package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpbinTest extends ShopTest {

  private static final String CLOSE = "\"Connection\":\"close\"}}";

  @Test
  void aGetIsToldBack() {
    var asked = client.send("GET", "/get?feature=new_api", "", "X-Request-Id", "r-7");
    var told = asked.json();

    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.header("content-type")).isEqualTo("application/json");
    assertThat(told.fieldNames()).toIterable().containsExactly("args", "headers", "origin", "url");
    assertThat(told.at("/args/feature").asText()).isEqualTo("new_api");
    assertThat(told.at("/headers/X-Request-Id").asText()).isEqualTo("r-7");
    assertThat(told.at("/headers/Host").asText()).isEqualTo("127.0.0.1:" + shop.port());
    assertThat(told.path("origin").asText()).isEqualTo("127.0.0.1");
    assertThat(told.path("url").asText()).isEqualTo(shop.url() + "/get?feature=new_api");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void aMethodWithABodyIsToldBackWithIt(String method) {
    var told = client.send(method, "/" + method.toLowerCase(Locale.ROOT), "[1]").json();

    assertThat(told.fieldNames())
        .toIterable()
        .containsExactly("args", "data", "files", "form", "headers", "json", "origin", "url");
    assertThat(told.path("data").asText()).isEqualTo("[1]");
    assertThat(told.path("json")).hasToString("[1]");
  }

  @ParameterizedTest
  @CsvSource({"POST, /get", "GET, /post", "POST, /put", "PUT, /patch", "GET, /delete"})
  void eachPathHasItsOneMethod(String method, String path) {
    assertThat(client.send(method, path, "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a=1&b=2           | {\"a\":\"1\",\"b\":\"2\"}",
        "b=2&a=1           | {\"b\":\"2\",\"a\":\"1\"}",
        "b=1&a=2&b=3       | {\"b\":[\"1\",\"3\"],\"a\":\"2\"}",
        "a                 | {\"a\":\"\"}",
        "a=&=b             | {\"a\":\"\",\"\":\"b\"}",
        "a+b=c+d%20%2B%26  | {\"a b\":\"c d +&\"}",
        "%C3%BC=%E2%82%AC  | {\"ü\":\"€\"}",
        "A=1&a=2           | {\"A\":\"1\",\"a\":\"2\"}",
      })
  void theArgumentsAreThoseOfTheQueryInTheirOrder(String query, String args) {
    assertThat(client.get("/get?" + query).text()).startsWith("{\"args\":" + args + ",");
  }

  @Test
  void withoutAQueryThereAreNoArguments() {
    assertThat(client.get("/get").text()).startsWith("{\"args\":{},");
  }

  @ParameterizedTest
  @CsvSource({"%zz", "a=%ff", "a=%", "%ED%A0%80=1"})
  void aBadlyEncodedQueryIs400(String query) throws IOException {
    assertThat(raw("GET /get?" + query + " HTTP/1.1\r\nHost: a\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("the query of the URL is not properly percent-encoded UTF-8");
  }

  @Test
  void aQueryOfTooManyPairsIs400() {
    assertThat(client.get("/get?" + "a&".repeat(1_000)).status()).isEqualTo(200);
    assertThat(client.get("/get?" + "a&".repeat(1_001)).detail()).contains("more than 1000 pairs");
  }

  @Test
  void headerNamesAreInTitleCaseAndRepeatedOnesAreJoined() throws IOException {
    var told = raw("GET /headers HTTP/1.1\r\nHost: a\r\nx-rEQUEST-id: 1\r\nX-Request-ID: 2\r\n");

    assertThat(told).endsWith("\r\n{\"headers\":{\"Host\":\"a\",\"X-Request-Id\":\"1,2\"," + CLOSE);
  }

  @Test
  void cookiesInTwoHeadersStayCookies() throws IOException {
    var told = raw("GET /headers HTTP/1.1\r\nHost: a\r\nCookie: a=1\r\nCookie: b=2\r\n");

    assertThat(told).contains("\"Cookie\":\"a=1; b=2\"");
  }

  @Test
  void theHostIsToldAlsoWhereOnlyTheUrlSaysIt() throws IOException {
    assertThat(raw("GET http://shop.example:81/headers HTTP/1.0\r\n"))
        .contains("{\"headers\":{\"Host\":\"shop.example:81\",");
  }

  @Test
  void fiveHundredHeadersAreToldBack() throws IOException {
    var headers = new StringBuilder();
    for (var i = 0; i < 500; i++) {
      headers.append("H-").append(i).append(": x\r\n");
    }

    assertThat(raw("GET /headers HTTP/1.1\r\nHost: a\r\n" + headers))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"H-499\":\"x\"");
  }

  @Test
  void theUrlIsTheOneThatWasAskedForByThatName() throws IOException {
    assertThat(raw("GET /get?b=%20&a=1 HTTP/1.1\r\nHost: shop.example:81\r\n"))
        .contains("\"url\":\"http://shop.example:81/get?b=%20&a=1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
  void anythingTakesEveryMethodAndSaysWhich(String method) {
    for (var path : new String[] {"/anything", "/anything/", "/anything/a/b%20c?q=1"}) {
      var told = client.send(method, path, "").json();

      assertThat(told.path("method").asText()).isEqualTo(method);
      assertThat(told.path("url").asText()).isEqualTo(shop.url() + path);
      assertThat(told.path("json").isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/get", "/anything", "/headers", "/cookies", "/json", "/status/200"})
  void aGetComesWithItsHead(String path) {
    var head = client.send("HEAD", path, "");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
  }

  @Test
  void theDocumentIsASlideshow() {
    var slideshow = client.get("/json").json().path("slideshow");

    assertThat(slideshow.path("author").isTextual()).isTrue();
    assertThat(slideshow.path("date").isTextual()).isTrue();
    assertThat(slideshow.path("title").isTextual()).isTrue();
    assertThat(slideshow.path("slides")).hasSize(2).allMatch(s -> s.path("title").isTextual());
  }

  private static String raw(String head) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      socket.setSoTimeout(10_000);
      var request = head + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
