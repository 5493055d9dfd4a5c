package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextRequestTest {
  private static final Endpoint SHOP = new Endpoint("shop.test", 8089);
  private static final Redirect.To SAME = new Redirect.To(SHOP, "/next?q", false);
  private static final Redirect.To OTHER =
      new Redirect.To(new Endpoint("b.test", 80), "/next?q", false);

  private static final String POST =
      """
      POST /orders?a=b HTTP/1.1
      Host: shop.test:8089
      X-First: 1
      authorization: Bearer abc
      COOKIE: a=1; b=2
      Content-Type: application/json
      Content-Length: 11
      Accept: */*

      """
              .replace("\n", "\r\n")
          + "{\"x\":\r\n\r\n1}";

  private final NextRequest next = new NextRequest();

  private static RenderedRequest request(String text) {
    byte[] bytes = Parsing.bytes("before" + text + "behind");
    return new RenderedRequest().bytes(bytes, 6, bytes.length - 12).facts(false, false, false);
  }

  private static String text(RenderedRequest request) {
    return new String(
        request.bytes(), request.offset(), request.length(), StandardCharsets.ISO_8859_1);
  }

  private static Redirect.To asGet(Redirect.To to) {
    return new Redirect.To(to.endpoint(), to.target(), true);
  }

  private String follow(String text, Redirect.To to, @Nullable String cookies) {
    return text(next.follow(request(text), SHOP, to, cookies));
  }

  @Test
  void withinAnOriginOnlyTheTargetAndTheCookiesChange() {
    assertThat(follow(POST, SAME, "c=3"))
        .isEqualTo(
            """
            POST /next?q HTTP/1.1
            Host: shop.test:8089
            X-First: 1
            authorization: Bearer abc
            Content-Type: application/json
            Content-Length: 11
            Accept: */*
            Cookie: c=3

            """
                    .replace("\n", "\r\n")
                + "{\"x\":\r\n\r\n1}");
  }

  @Test
  void anotherOriginLearnsNoSecret() {
    assertThat(follow(POST, OTHER, null))
        .isEqualTo(
            """
            POST /next?q HTTP/1.1
            Host: b.test
            X-First: 1
            Content-Type: application/json
            Content-Length: 11
            Accept: */*

            """
                    .replace("\n", "\r\n")
                + "{\"x\":\r\n\r\n1}");
  }

  @Test
  void aGetHasNoBodyAndNothingThatDescribesOne() {
    assertThat(follow(POST, asGet(SAME), null))
        .isEqualTo(
            """
            GET /next?q HTTP/1.1
            Host: shop.test:8089
            X-First: 1
            authorization: Bearer abc
            Accept: */*

            """
                .replace("\n", "\r\n"));
  }

  /** Whether a line stays, goes or is written anew; by whether the origin or the method changes. */
  @ParameterizedTest
  @CsvSource({
    // field,              same, same as GET, other, other as GET
    "Host,                 stays, stays, new,   new",
    "HOST,                 stays, stays, new,   new",
    "Authorization,        stays, stays, goes,  goes",
    "Proxy-Authorization,  stays, stays, goes,  goes",
    "proxy-authorization,  stays, stays, goes,  goes",
    "Cookie,               goes,  goes,  goes,  goes",
    "Cookie2,              stays, stays, stays, stays",
    "Content-Length,       stays, goes,  stays, goes",
    "content-type,         stays, goes,  stays, goes",
    "Content-Encoding,     stays, goes,  stays, goes",
    "Content-Language,     stays, goes,  stays, goes",
    "Content-Location,     stays, goes,  stays, goes",
    "Content-,             stays, goes,  stays, goes",
    "Content-Digest,       stays, goes,  stays, goes",
    "Digest,               stays, goes,  stays, goes",
    "Repr-Digest,          stays, goes,  stays, goes",
    "Last-Modified,        stays, goes,  stays, goes",
    "Transfer-Encoding,    stays, goes,  stays, goes",
    "Trailer,              stays, goes,  stays, goes",
    "Expect,               stays, goes,  stays, goes",
    "Accept,               stays, stays, stays, stays",
    "Content,              stays, stays, stays, stays",
    "X-Content-Type,       stays, stays, stays, stays",
    "X-Authorization,      stays, stays, stays, stays",
    "Connection,           stays, stays, stays, stays",
    "Referer,              stays, stays, stays, stays",
  })
  void whatStaysAndWhatGoes(
      String field, String same, String sameAsGet, String other, String otherAsGet) {
    var line = field + ": v\r\n";
    var text = "POST / HTTP/1.1\r\n" + line + "\r\n";
    var hops = List.of(SAME, asGet(SAME), OTHER, asGet(OTHER));
    var expected = List.of(same, sameAsGet, other, otherAsGet);
    for (int i = 0; i < hops.size(); i++) {
      var fields = follow(text, hops.get(i), null).split("HTTP/1.1\r\n", 2)[1];
      assertThat(fields)
          .as("%s %s", field, hops.get(i))
          .isEqualTo(
              switch (expected.get(i)) {
                    case "stays" -> line + (i < 2 ? "" : "Host: b.test\r\n");
                    case "goes" -> i < 2 ? "" : "Host: b.test\r\n";
                    case String _ -> "Host: b.test\r\n";
                  }
                  + "\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop.test:8089/x,  shop.test:8089, true",
    "http://SHOP.test:8089/x,  shop.test:8089, true",
    "http://shop.test:8090/x,  shop.test:8090, false",
    "http://shop.test/x,       shop.test,      false",
    "https://shop.test:8089/x, shop.test:8089, false",
    "https://shop.test/x,      shop.test,      false",
    "http://b.test:8089/x,     b.test:8089,    false",
    "http://[::1]:8089/x,      [::1]:8089,     false",
    "https://[::1]/x,          [::1],          false",
  })
  void anotherSchemeHostOrPortIsAnotherOrigin(String location, String host, boolean keeps) {
    var to = (Redirect.To) Redirect.of(307, "POST", SHOP, "/", location);
    var written = follow(POST, to, null);
    assertThat(written).startsWith("POST /x HTTP/1.1\r\nHost: " + host + "\r\nX-First: 1\r\n");
    assertThat(written.contains("authorization: Bearer abc")).isEqualTo(keeps);
  }

  @Test
  void aHostOfTheUsersOwnStaysWithinTheOrigin() {
    var text = "GET / HTTP/1.1\r\nA: 1\r\nhost: virtual\r\nB: 2\r\n\r\n";
    assertThat(follow(text, SAME, null))
        .isEqualTo("GET /next?q HTTP/1.1\r\nA: 1\r\nhost: virtual\r\nB: 2\r\n\r\n");
    assertThat(follow(text, OTHER, null))
        .isEqualTo("GET /next?q HTTP/1.1\r\nA: 1\r\nHost: b.test\r\nB: 2\r\n\r\n");
  }

  @Test
  void theBodyIsKeptByteByByte() {
    var random = new Random(307);
    for (int length : new int[] {0, 1, 2, 1023, 5_000, 200_000, 100}) {
      byte[] body = new byte[length];
      random.nextBytes(body);
      byte[] head = Parsing.bytes("PUT /x HTTP/1.1\r\nHost: shop.test:8089\r\n\r\n");
      byte[] whole = Arrays.copyOf(head, head.length + length);
      System.arraycopy(body, 0, whole, head.length, length);
      var written = next.follow(RenderedRequest.of(whole), SHOP, SAME, null);
      byte[] expected =
          Parsing.bytes(
              "PUT /next?q HTTP/1.1\r\nHost: shop.test:8089\r\n\r\n"
                  + new String(body, StandardCharsets.ISO_8859_1));
      assertThat(Parsing.bytes(text(written))).isEqualTo(expected);
    }
  }

  @Test
  void aBodyOfItsOwnIsHandedOnOrLeft() {
    byte[] body = {1, 2, 3};
    var request =
        request("PUT / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n")
            .body(body, 1, 2)
            .expectsContinue(true);
    var written = next.follow(next.follow(request, SHOP, SAME, null), SHOP, SAME, null);
    assertThat(text(written)).isEqualTo("PUT /next?q HTTP/1.1\r\nExpect: 100-continue\r\n\r\n");
    assertThat(written.body()).isSameAs(body);
    assertThat(written.bodyOffset()).isEqualTo(1);
    assertThat(written.bodyLength()).isEqualTo(2);
    assertThat(written.expectsContinue()).isTrue();
    var without = next.follow(written, SHOP, asGet(SAME), null);
    assertThat(text(without)).isEqualTo("GET /next?q HTTP/1.1\r\n\r\n");
    assertThat(without.bodyLength()).isZero();
    assertThat(without.expectsContinue()).isFalse();
  }

  @Test
  void whatWasDroppedStaysDropped() {
    var away = next.follow(request(POST), SHOP, OTHER, "b=2");
    var back = next.follow(away, OTHER.endpoint(), SAME, "c=3");
    assertThat(text(back))
        .startsWith("POST /next?q HTTP/1.1\r\nHost: shop.test:8089\r\nX-First: 1\r\nContent-Type")
        .contains("\r\nAccept: */*\r\nCookie: c=3\r\n\r\n")
        .doesNotContain("Bearer", "b=2");
    var asGet = next.follow(back, SHOP, asGet(SAME), null);
    var last = next.follow(asGet, SHOP, new Redirect.To(SHOP, "/last", false), null);
    assertThat(text(last))
        .isEqualTo(
            "GET /last HTTP/1.1\r\nHost: shop.test:8089\r\nX-First: 1\r\nAccept: */*\r\n\r\n");
  }

  @Test
  void oneUsersBuffersAreUsedAgain() {
    var first = next.follow(request(POST), SHOP, SAME, null);
    byte[] one = first.bytes();
    byte[] two = next.follow(first, SHOP, SAME, null).bytes();
    assertThat(two).isNotSameAs(one);
    assertThat(next.follow(RenderedRequest.of(two), SHOP, SAME, null).bytes()).isSameAs(one);
    assertThat(next.follow(request(POST), SHOP, SAME, null).bytes()).isSameAs(one);
  }

  @Test
  void theFactsFollowTheMethod() {
    var post = request(POST).facts(false, false, true);
    var kept = next.follow(post, SHOP, SAME, null);
    assertThat(facts(kept)).containsExactly(false, false, true);
    assertThat(facts(next.follow(post, SHOP, asGet(SAME), null)))
        .containsExactly(false, true, true);
    var head = request("HEAD / HTTP/1.1\r\n\r\n").facts(true, true, false);
    assertThat(facts(next.follow(head, SHOP, SAME, null))).containsExactly(true, true, false);
    assertThat(facts(next.follow(head, SHOP, asGet(SAME), null)))
        .containsExactly(false, true, false);
  }

  private static List<Boolean> facts(RenderedRequest request) {
    return List.of(request.isHead(), request.isIdempotent(), request.asksClose());
  }

  @Test
  void theUsersOwnCookiesCanBeRead() {
    assertThat(NextRequest.explicitCookies(request(POST))).isEqualTo("a=1; b=2");
    assertThat(
            NextRequest.explicitCookies(request("GET / HTTP/1.1\r\nA: 1\r\n\r\nCookie: x=1\r\n")))
        .isNull();
    assertThat(
            NextRequest.explicitCookies(
                request("GET / HTTP/1.1\r\nCookie: \tx=\u00c3\u00a9 \r\nB: 2\r\ncookie:y\r\n\r\n")))
        .isEqualTo("x=é; y");
  }

  @Test
  void aCookieCannotBringAnotherHeader() {
    assertThat(follow(POST, SAME, "a=1\r\nX-Evil: 1")).doesNotContain("Cookie", "Evil");
    assertThat(follow(POST, SAME, "a=é")).contains("\r\nCookie: a=\u00c3\u00a9\r\n");
  }

  @Test
  void aFoldedLineGoesWithItsField() {
    var text = "GET / HTTP/1.1\nAuthorization : Digest\n\t secret\nA: 1\n 2\n\nbody";
    assertThat(follow(text, OTHER, null))
        .isEqualTo("GET /next?q HTTP/1.1\r\nA: 1\r\n 2\r\nHost: b.test\r\n\r\nbody");
    assertThat(follow("GET / HTTP/1.1\r\n folded\r\nHost: a\r\nHost: b\r\n\r\n", OTHER, null))
        .isEqualTo("GET /next?q HTTP/1.1\r\n folded\r\nHost: b.test\r\n\r\n");
  }

  @Test
  void aRequestWithoutAHeadIsNoException() {
    for (var text : List.of("", "\n", "\r\n", " ", "\r")) {
      var written = text(next.follow(RenderedRequest.of(Parsing.bytes(text)), SHOP, OTHER, null));
      assertThat(written).endsWith(" /next?q HTTP/1.1\r\nHost: b.test\r\n\r\n");
    }
  }

  @Test
  void oddBytesAreNoException() {
    var random = new Random(20261122);
    var proxied = new ProxiedRequest(SHOP, new HttpProxy(SHOP, Optional.of("Basic eA==")));
    byte[] whole = Parsing.bytes(POST);
    for (int i = 0; i < 50_000; i++) {
      byte[] odd = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int n = random.nextInt(4); n > 0 && odd.length > 0; n--) {
        odd[random.nextInt(odd.length)] = (byte) "\r\n :\0x".charAt(random.nextInt(6));
      }
      var request = RenderedRequest.of(odd);
      var to = i % 2 == 0 ? OTHER : asGet(SAME);
      var written = text(next.follow(request, SHOP, to, NextRequest.explicitCookies(request)));
      assertThat(written).contains(" /next?q HTTP/1.1\r\n", "\r\n\r\n");
      assertThat(text(proxied.of(request))).contains("\r\n");
    }
  }
}
