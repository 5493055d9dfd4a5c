package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that do their worst, and threads that meet in one jar. */
class CookieLimitsTest {
  private static final Endpoint SHOP = new Endpoint("shop.test", 80);

  private long now = 1_000_000;
  private final CookieJar jar = new CookieJar(() -> now);

  private List<String> names() {
    return jar.cookies().stream().map(Cookie::name).toList();
  }

  @Test
  void ofADomainTheOldestGoesFirst() {
    jar.store(new Endpoint("other.test", 80), "/", "first=1");
    for (int i = 0; i < 60; i++) {
      jar.store(SHOP, "/", "c" + i + "=1");
    }
    assertThat(names()).hasSize(51).startsWith("first", "c10", "c11").endsWith("c59");
    jar.store(SHOP, "/", "c10=2");
    assertThat(names()).hasSize(51).startsWith("first", "c10", "c11");
    jar.store(SHOP, "/", "c60=1");
    assertThat(names()).hasSize(51).startsWith("first", "c11").endsWith("c60");
    assertThat(jar.header(SHOP, "/", "")).startsWith("c11=1; c12=1; ").endsWith("; c60=1");
  }

  @Test
  void whatHasExpiredGoesBeforeWhatIsOld() {
    for (int i = 0; i < 50; i++) {
      jar.store(SHOP, "/", "c" + i + "=1" + (i == 30 ? "; Max-Age=1" : ""));
    }
    now += 1_000;
    jar.store(SHOP, "/", "new=1");
    assertThat(names()).hasSize(50).contains("c0", "new").doesNotContain("c30");
  }

  @Test
  void inAllTheOldestGoesFirst() {
    for (int i = 0; i < 3_100; i++) {
      jar.store(new Endpoint("h" + i + ".test", 80), "/", "c" + i + "=1");
    }
    assertThat(names()).hasSize(3_000).startsWith("c100").endsWith("c3099");
    assertThat(jar.header(new Endpoint("h99.test", 80), "/", "")).isNull();
    for (int i = 100; i < 3_100; i++) {
      assertThat(jar.header(new Endpoint("h" + i + ".test", 80), "/", ""))
          .isEqualTo("c" + i + "=1");
    }
  }

  @Test
  void aHostOrPathLongerThanAnyHasNoCookies() {
    var longest = new Endpoint("a.".repeat(127) + "a", 80);
    jar.store(longest, "/", "a=1");
    assertThat(jar.header(longest, "/", "")).isEqualTo("a=1");
    var tooLong = new Endpoint("a.".repeat(100_000) + "a", 80);
    jar.store(tooLong, "/", "b=1");
    jar.store(longest, "/" + "p".repeat(5_000) + "/", "c=1");
    assertThat(names()).containsExactly("a");
    assertThat(jar.header(tooLong, "/", "")).isNull();
  }

  @Test
  @Timeout(60)
  void linesAndHeadersOfAMegabyteAreReadOnce() {
    var semicolons = "a=b" + ";".repeat(1_000_000);
    var attributes = "a=b" + "; a=".repeat(250_000);
    var blanks = "a=" + " ".repeat(1_000_000) + "b";
    var digits = "a=b; Max-Age=" + "9".repeat(1_000_000);
    var explicit = "x=1;".repeat(250_000);
    for (int i = 0; i < 5; i++) {
      assertThat(SetCookie.parse(semicolons)).isNotNull();
      assertThat(SetCookie.parse(attributes)).isNull();
      assertThat(SetCookie.parse(blanks)).isNotNull();
      assertThat(SetCookie.parse(digits)).isNull();
      assertThat(CookieDate.parse(explicit)).isNull();
    }
    jar.store(SHOP, "/", "a=1");
    assertThat(jar.header(SHOP, "/", explicit)).hasSize(1_000_004).endsWith("x=1; a=1");
  }

  @Test
  @Timeout(120)
  void twoHundredThousandRandomLinesDoNoHarm() {
    var random = new Random(6265);
    int full = 0;
    for (int i = 1; i <= 200_000; i++) {
      jar.store(
          RandomCookie.endpoint(random), RandomCookie.path(random), RandomCookie.line(random));
      now += random.nextInt(200);
      var header = jar.header(RandomCookie.endpoint(random), RandomCookie.path(random), "");
      if (header != null) {
        assertThat(RequestText.isSafeHeaderValue(header)).as(header).isTrue();
        assertThat(header).isNotEmpty().hasSizeLessThan(4 * 50 * 4_100);
      }
      if (i % 500 == 0) {
        full += assertInOrder(jar.cookies());
        jar.clear();
      }
    }
    assertThat(full).isPositive();
  }

  /** Returns how many domains are full. */
  private int assertInOrder(List<Cookie> cookies) {
    assertThat(cookies)
        .isNotEmpty()
        .allMatch(cookie -> cookie.expiresAtMillis() > now)
        .allMatch(cookie -> RequestText.isSafeHeaderValue(cookie.toString()));
    var perDomain =
        cookies.stream().collect(Collectors.groupingBy(Cookie::domain, Collectors.counting()));
    assertThat(perDomain.values()).allMatch(count -> count <= 50);
    return (int) perDomain.values().stream().filter(count -> count == 50).count();
  }

  /** Each writer counts up in its own cookie, and no reader may see it go down or half written. */
  @Test
  @Timeout(120)
  void threadsThatStoreAndReadSeeWholeCookiesThatOnlyGrow() throws Exception {
    var shared = new CookieJar();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var first = threads.submit(() -> count(shared, "a"));
      var second = threads.submit(() -> count(shared, "b"));
      Callable<Integer> reading =
          () -> {
            int seen = 0;
            int reads = 0;
            for (boolean last = false; !last; reads++) {
              last = first.isDone() && second.isDone();
              var header = shared.header(SHOP, "/" + reads, "");
              assertThat(
                      header == null
                          || header.matches("a=\\d+|b=\\d+|a=\\d+; b=\\d+|b=\\d+; a=\\d+"))
                  .as(header)
                  .isTrue();
              int a = header == null ? 0 : value(header);
              assertThat(a).isGreaterThanOrEqualTo(seen);
              seen = a;
              assertThat(shared.cookies()).hasSizeLessThanOrEqualTo(2);
            }
            return seen;
          };
      var one = threads.submit(reading);
      var two = threads.submit(reading);
      assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(50_000);
      assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(50_000);
      assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(50_000);
      assertThat(two.get(60, TimeUnit.SECONDS)).isEqualTo(50_000);
    }
  }

  /** A writer sees what it wrote at once, whatever the others do. */
  private static int count(CookieJar shared, String name) {
    int n = 0;
    while (n < 50_000) {
      n++;
      shared.store(SHOP, "/", name + "=" + n);
      assertThat(shared.header(SHOP, "/", "")).contains(name + "=" + n);
    }
    return n;
  }

  private static int value(String header) {
    for (var pair : header.split("; ", -1)) {
      if (pair.startsWith("a=")) {
        return Integer.parseInt(pair.substring(2));
      }
    }
    return 0;
  }
}
