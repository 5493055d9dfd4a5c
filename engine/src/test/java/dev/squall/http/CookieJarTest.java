package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6265 §5.3 and §5.4. */
class CookieJarTest {
  private static final Endpoint SHOP = new Endpoint("shop.example.org", 8080);

  private long now = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private final CookieJar jar = new CookieJar(() -> now);

  private void set(String... lines) {
    for (var line : lines) {
      jar.store(SHOP, "/cart/items?x=/y/z", line);
    }
  }

  private @Nullable String sentTo(String path) {
    return jar.header(SHOP, path, "");
  }

  private @Nullable String sentToHost(String host) {
    return jar.header(new Endpoint(host, 80), "/", "");
  }

  @Test
  void anEmptyJarSendsWhatTheRequestSays() {
    assertThat(jar.isEmpty()).isTrue();
    assertThat(sentTo("/")).isNull();
    assertThat(jar.header(SHOP, "/", "a=1")).isEqualTo("a=1");
    assertThat(jar.cookies()).isEmpty();
  }

  @Test
  void theSessionOfTheRfcComesBack() {
    set("SID=31d4d96e407aad42; Path=/; Secure; HttpOnly", "lang=en-US; Path=/");
    assertThat(jar.isEmpty()).isFalse();
    assertThat(sentTo("/")).isEqualTo("lang=en-US");
    assertThat(jar.header(new Endpoint(SHOP.host(), 443, true), "/", ""))
        .isEqualTo("SID=31d4d96e407aad42; lang=en-US");
    set("lang=; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Path=/");
    assertThat(sentTo("/")).isNull();
    assertThat(jar.cookies())
        .containsExactly(
            new Cookie("SID", "31d4d96e407aad42", SHOP.host(), true, "/", null, true, true));
    assertThat(jar.cookies().getFirst()).hasToString("SID=31d4d96e407aad42");
  }

  @Test
  void aCookieOfAnotherHostIsNotSent() {
    set("a=1; Path=/");
    assertThat(sentToHost("SHOP.Example.org")).isEqualTo("a=1");
    assertThat(sentToHost("example.org")).isNull();
    assertThat(sentToHost("www.shop.example.org")).isNull();
    assertThat(sentToHost("shop.example.org.")).isNull();
    assertThat(sentToHost("xshop.example.org")).isNull();
  }

  @Test
  void aCookieOfADomainIsSentBelowIt() {
    set("a=1; Path=/; Domain=.Example.ORG");
    for (var host : new String[] {"example.org", "shop.example.org", "a.b.example.org"}) {
      assertThat(sentToHost(host)).as(host).isEqualTo("a=1");
    }
    assertThat(sentToHost("badexample.org")).isNull();
    assertThat(sentToHost("org")).isNull();
  }

  @Test
  void portsShareTheirCookies() {
    set("a=1; Path=/");
    assertThat(jar.header(new Endpoint(SHOP.host(), 9), "/", "")).isEqualTo("a=1");
    assertThat(jar.header(new Endpoint(SHOP.host(), 443, true), "/", "")).isEqualTo("a=1");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example.org, example.org, example.org, false",
    "shop.example.org, shop.example.org, shop.example.org, false",
    "shop.example.org, '', shop.example.org, true",
    "shop.example.org, ., shop.example.org, true",
    "shop.example.org, org, , ",
    "shop.example.org, org., , ",
    "shop.example.org, .., , ",
    "shop.example.org, www.shop.example.org, , ",
    "shop.example.org, other.org, , ",
    "shop.example.org, hop.example.org, , ",
    "shop.example.org, shop.example.org., , ",
    "shop.example.org, shop.example.org:8080, , ",
    "shop.example.org, \"example.org\", , ",
    "example.com., com., , ",
    "example.com., com, , ",
    "example.com., example.com., example.com., false",
    "localhost, localhost, localhost, true",
    "a.localhost, localhost, , ",
    "127.0.0.1, 127.0.0.1, 127.0.0.1, false",
    "127.0.0.1, 0.0.1, , ",
    "127.0.0.1, 1, , ",
    "::1, ::1, ::1, true",
    "::1, [::1], ::1, true"
  })
  void aHostSetsCookiesForItselfAndWhatItIsBelow(
      String host, String attribute, @Nullable String domain, @Nullable Boolean hostOnly) {
    jar.store(new Endpoint(host, 80), "/", "a=1; Domain=" + attribute);
    if (domain == null) {
      assertThat(jar.cookies()).isEmpty();
      assertThat(jar.isEmpty()).isTrue();
    } else {
      assertThat(jar.cookies())
          .containsExactly(
              new Cookie("a", "1", domain, Boolean.TRUE.equals(hostOnly), "/", null, false, false));
      assertThat(sentToHost(host)).isEqualTo("a=1");
    }
  }

  @Test
  void whereNoPathIsNamedItIsTheDirectoryOfTheRequest() {
    set("a=1", "b=2; Path=items");
    assertThat(sentTo("/cart")).isEqualTo("a=1; b=2");
    assertThat(sentTo("/cart/items/7?q")).isEqualTo("a=1; b=2");
    assertThat(sentTo("/cart?q=/cart/items")).isEqualTo("a=1; b=2");
    assertThat(sentTo("/cartoon")).isNull();
    assertThat(sentTo("/")).isNull();
    assertThat(sentTo("/?/cart/")).isNull();
  }

  @Test
  void longerPathsComeFirstThenOlderCookies() {
    set(
        "a=1; Path=/",
        "b=2; Path=/cart/items",
        "c=3; Path=/cart",
        "d=4; Path=/",
        "e=5; Path=/cart");
    assertThat(sentTo("/cart/items")).isEqualTo("b=2; c=3; e=5; a=1; d=4");
    assertThat(sentTo("/cart/x")).isEqualTo("c=3; e=5; a=1; d=4");
    assertThat(sentTo("/x")).isEqualTo("a=1; d=4");
    assertThat(sentTo("")).isEqualTo("a=1; d=4");
    assertThat(sentTo("*")).isEqualTo("a=1; d=4");
  }

  @Test
  void pathsThatAreNotBelowEachOtherDoNotMix() {
    set("a=1; Path=/a", "b=2; Path=/b", "ab=3; Path=/a/b", "slash=4; Path=/a/");
    assertThat(sentTo("/a")).isEqualTo("a=1");
    assertThat(sentTo("/a/x")).isEqualTo("slash=4; a=1");
    assertThat(sentTo("/a/b")).isEqualTo("ab=3; slash=4; a=1");
    assertThat(sentTo("/b/a")).isEqualTo("b=2");
    assertThat(sentTo("/c")).isNull();
  }

  @Test
  void aReplacedCookieKeepsItsPlace() {
    set("a=1; Path=/", "b=2; Path=/", "a=3; Path=/; HttpOnly");
    assertThat(sentTo("/")).isEqualTo("a=3; b=2");
    set("A=4; Path=/", "a=5; Path=/cart", "a=6; Path=/; Domain=example.org");
    assertThat(sentTo("/cart")).isEqualTo("a=5; a=3; b=2; A=4; a=6");
    set("b=; Max-Age=0; Path=/", "b=7; Path=/");
    assertThat(sentTo("/")).isEqualTo("a=3; A=4; a=6; b=7");
  }

  @Test
  void anExpiredOneDeletesOnlyItself() {
    set("a=1; Path=/", "a=2; Path=/cart", "b=3; Path=/");
    set("a=; Path=/; Max-Age=0");
    assertThat(sentTo("/cart")).isEqualTo("a=2; b=3");
    set("b=; Path=/; Domain=example.org; Max-Age=-1", "c=; Max-Age=0");
    assertThat(sentTo("/cart")).isEqualTo("a=2; b=3");
    set("a=; Max-Age=-5", "b=; Path=/; Expires=Thu, 01-Jan-1970 00:00:00 GMT");
    assertThat(jar.isEmpty()).isTrue();
  }

  @Test
  void aCookieIsSentUntilItExpires() {
    set("a=1; Path=/; Max-Age=10; Expires=Thu, 01-Jan-1970 00:00:00 GMT", "b=2; Path=/");
    set("c=3; Path=/; Expires=Thu, 01 Jan 2026 00:00:20 GMT");
    assertThat(jar.cookies().getFirst().expires()).isEqualTo("2026-01-01T00:00:10Z");
    now += 9_999;
    assertThat(sentTo("/")).isEqualTo("a=1; b=2; c=3");
    now += 1;
    assertThat(sentTo("/")).isEqualTo("b=2; c=3");
    assertThat(jar.cookies()).hasSize(2);
    now += 10_000;
    assertThat(sentTo("/")).isEqualTo("b=2");
    now += 1_000_000_000_000L;
    assertThat(sentTo("/")).isEqualTo("b=2");
  }

  @Test
  void whenAllHaveExpiredTheJarIsEmpty() {
    set("a=1; Max-Age=1");
    now += 1_000;
    assertThat(jar.cookies()).isEmpty();
    assertThat(jar.isEmpty()).isTrue();
    set("a=1; Max-Age=1");
    now += 1_000;
    assertThat(sentTo("/cart")).isNull();
    assertThat(jar.isEmpty()).isTrue();
  }

  @Test
  void aRenewedCookieLivesLongerAndAShortenedOneShorter() {
    set("a=1; Path=/; Max-Age=10");
    assertThat(sentTo("/")).isEqualTo("a=1");
    set("a=1; Path=/; Max-Age=20");
    now += 15_000;
    assertThat(sentTo("/")).isEqualTo("a=1");
    set("a=1; Path=/; Max-Age=1");
    now += 1_000;
    assertThat(sentTo("/")).isNull();
    set("a=1; Path=/; Max-Age=99999999999999999999");
    now += 100L * 365 * 86_400_000;
    assertThat(sentTo("/")).isEqualTo("a=1");
  }

  @Test
  void aCookieThatBecomesSecureIsNoLongerSentInTheClear() {
    set("a=1; Path=/");
    assertThat(sentTo("/")).isEqualTo("a=1");
    set("a=1; Path=/; Secure");
    assertThat(sentTo("/")).isNull();
    set("a=1; Path=/; Domain=shop.example.org");
    assertThat(sentToHost("www.shop.example.org")).isEqualTo("a=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "''| s=0; b=2",
        "a=1| a=1; s=0; b=2",
        "b=9| b=9; s=0",
        "b=9; s=8| b=9; s=8",
        "s=8;b=9;| s=8;b=9;",
        "' b = 9 ; a=1; '| ' b = 9 ; a=1; s=0'",
        "B=9| B=9; s=0; b=2",
        "bb=b=9| bb=b=9; s=0; b=2",
        "b| b; s=0",
        ";| s=0; b=2",
        "z=9; y=8; z=7| z=9; y=8; z=7; s=0; b=2"
      })
  void whatTheRequestSaysComesFirstAndIsNotSaidTwice(String explicit, String header) {
    set("s=0; Path=/", "b=2; Path=/");
    for (int i = 0; i < 2; i++) {
      assertThat(jar.header(SHOP, "/" + i, explicit)).isEqualTo(header);
    }
  }

  @Test
  void headersAreMadeOnceForPathsThatGetTheSame() {
    set("a=1; Path=/", "b=2; Path=/cart");
    assertThat(sentTo("/cart/1")).isSameAs(sentTo("/cart/2?x=" + now));
    assertThat(sentTo("/a")).isSameAs(sentTo("/b")).isEqualTo("a=1");
    for (var explicit = "x"; explicit.length() < 100; explicit += "x") {
      assertThat(jar.header(SHOP, "/cart", explicit)).isEqualTo(explicit + "; b=2; a=1");
      assertThat(jar.header(SHOP, "/", explicit)).isEqualTo(explicit + "; a=1");
    }
  }

  @Test
  void anAnswerThatChangesNothingCostsNoNewHeader() {
    set("a=1; Path=/; Max-Age=10", "b=2; Path=/");
    var header = sentTo("/");
    set("a=1; Path=/; Max-Age=10", "a=1; Path=/; Max-Age=20", "b=2; Path=/", "c=3; Max-Age=0");
    assertThat(sentTo("/")).isSameAs(header);
    set("a=3; Path=/; Max-Age=20");
    assertThat(sentTo("/")).isEqualTo("a=3; b=2");
  }

  @Test
  void aClearedJarIsEmpty() {
    set("a=1; Path=/; Max-Age=9");
    assertThat(sentTo("/")).isEqualTo("a=1");
    jar.clear();
    assertThat(jar.isEmpty()).isTrue();
    assertThat(sentTo("/")).isNull();
    set("b=2; Path=/");
    assertThat(sentTo("/")).isEqualTo("b=2");
  }
}
