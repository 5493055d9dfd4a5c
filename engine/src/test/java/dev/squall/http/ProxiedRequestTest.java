package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiedRequestTest {
  private static final Endpoint SHOP = new Endpoint("shop.test", 8089);
  private static final HttpProxy OPEN =
      new HttpProxy(new Endpoint("proxy.test", 3128), Optional.empty());
  private static final HttpProxy LOCKED = new HttpProxy(OPEN.endpoint(), Optional.of("Basic eA=="));

  private static String text(RenderedRequest request) {
    return new String(
        request.bytes(), request.offset(), request.length(), StandardCharsets.ISO_8859_1);
  }

  private static String proxied(Endpoint endpoint, HttpProxy proxy, String text) {
    byte[] bytes = Parsing.bytes("before" + text + "behind");
    var request = new RenderedRequest().bytes(bytes, 6, bytes.length - 12);
    return text(new ProxiedRequest(endpoint, proxy).of(request));
  }

  @Test
  void aProxyReadsTheWholeUrl() {
    var text =
        "POST /a?b=c HTTP/1.1\r\nHost: own\r\nProxy-Authorization: x\r\nA: 1\r\n\r\nbo\r\ndy";
    assertThat(proxied(SHOP, OPEN, text))
        .isEqualTo(
            "POST http://shop.test:8089/a?b=c HTTP/1.1\r\n"
                + "Host: own\r\nProxy-Authorization: x\r\nA: 1\r\n\r\nbo\r\ndy");
    assertThat(proxied(SHOP, LOCKED, text))
        .isEqualTo(
            "POST http://shop.test:8089/a?b=c HTTP/1.1\r\n"
                + "Host: own\r\nA: 1\r\nProxy-Authorization: Basic eA==\r\n\r\nbo\r\ndy");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.test, 80,   false, GET / HTTP/1.1,               GET http://shop.test/ HTTP/1.1",
    "shop.test, 443,  false, GET / HTTP/1.1,               GET http://shop.test:443/ HTTP/1.1",
    "shop.test, 443,  true,  GET / HTTP/1.1,               GET https://shop.test/ HTTP/1.1",
    "::1,       80,   false, GET /x HTTP/1.1,              GET http://[::1]/x HTTP/1.1",
    "::1,       8089, false, GET //x HTTP/1.1,             GET http://[::1]:8089//x HTTP/1.1",
    "shop.test, 8089, false, OPTIONS * HTTP/1.1,           OPTIONS http://shop.test:8089 HTTP/1.1",
    "shop.test, 80,   false, GET http://b.test/x HTTP/1.1, GET http://b.test/x HTTP/1.1",
  })
  void theRequestLineNamesTheServer(
      String host, int port, boolean secure, String line, String expected) {
    assertThat(proxied(new Endpoint(host, port, secure), OPEN, line + "\r\n\r\n"))
        .isEqualTo(expected + "\r\n\r\n");
  }

  @Test
  void theFactsStay() {
    var proxied = new ProxiedRequest(SHOP, OPEN);
    for (var facts : List.of(List.of(true, false, false), List.of(false, true, true))) {
      var request =
          RenderedRequest.of(Parsing.bytes("GET / HTTP/1.1\r\n\r\n"))
              .facts(facts.get(0), facts.get(1), facts.get(2));
      var written = proxied.of(request);
      assertThat(List.of(written.isHead(), written.isIdempotent(), written.asksClose()))
          .isEqualTo(facts);
    }
  }

  @Test
  void aBodyOfItsOwnIsHandedOn() {
    byte[] body = {1, 2, 3};
    var request =
        RenderedRequest.of(Parsing.bytes("PUT / HTTP/1.1\r\n\r\n"))
            .body(body, 1, 2)
            .expectsContinue(true);
    var written = new ProxiedRequest(SHOP, OPEN).of(request);
    assertThat(text(written)).isEqualTo("PUT http://shop.test:8089/ HTTP/1.1\r\n\r\n");
    assertThat(written.body()).isSameAs(body);
    assertThat(written.bodyOffset()).isEqualTo(1);
    assertThat(written.bodyLength()).isEqualTo(2);
    assertThat(written.expectsContinue()).isTrue();
  }

  @Test
  void aTunnelIsAskedForByHostAndPort() {
    assertThat(text(ProxiedRequest.connect(new Endpoint("shop.test", 443, true), OPEN)))
        .isEqualTo("CONNECT shop.test:443 HTTP/1.1\r\nHost: shop.test:443\r\n\r\n");
    assertThat(text(ProxiedRequest.connect(new Endpoint("::1", 80), LOCKED)))
        .isEqualTo(
            "CONNECT [::1]:80 HTTP/1.1\r\nHost: [::1]:80\r\nProxy-Authorization: Basic eA==\r\n\r\n");
  }

  @Test
  void namesAndPasswordsAreUtf8() { // the examples of RFC 7617 §2 and §2.1
    assertThat(BasicCredentials.of("Aladdin", "open sesame"))
        .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertThat(BasicCredentials.of("test", "123£")).isEqualTo("Basic dGVzdDoxMjPCow==");
  }
}
