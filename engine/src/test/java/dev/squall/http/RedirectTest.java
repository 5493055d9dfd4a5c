package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
  private static final Endpoint A = new Endpoint("a", 80);
  private static final String BASE = "/b/c/d;p?q"; // RFC 3986 §5.4: http://a/b/c/d;p?q

  private static Redirect follow(String location) {
    return Redirect.of(302, "GET", A, BASE, location);
  }

  /** Where it leads as a URL; why not if it leads nowhere. */
  private static String url(Redirect redirect) {
    return switch (redirect) {
      case Redirect.To(var endpoint, var target, _) ->
          (endpoint.secure() ? "https://" : "http://") + Authority.of(endpoint) + target;
      case Redirect.Nowhere(var why) -> why;
    };
  }

  /** A fragment is never sent, an empty path is sent as a slash; otherwise as the RFC says. */
  @ParameterizedTest
  @CsvSource({
    "g, http://a/b/c/g",
    "./g, http://a/b/c/g",
    "g/, http://a/b/c/g/",
    "/g, http://a/g",
    "//g, http://g/",
    "?y, http://a/b/c/d;p?y",
    "g?y, http://a/b/c/g?y",
    "#s, http://a/b/c/d;p?q",
    "g#s, http://a/b/c/g",
    "g?y#s, http://a/b/c/g?y",
    ";x, http://a/b/c/;x",
    "g;x, http://a/b/c/g;x",
    "g;x?y#s, http://a/b/c/g;x?y",
    "'', http://a/b/c/d;p?q",
    "., http://a/b/c/",
    "./, http://a/b/c/",
    ".., http://a/b/",
    "../, http://a/b/",
    "../g, http://a/b/g",
    "../.., http://a/",
    "../../, http://a/",
    "../../g, http://a/g",
    "g:h, 'neither http nor https: \"g:h\"'",
  })
  void theNormalExamplesOfTheRfc(String location, String expected) {
    assertThat(url(follow(location))).isEqualTo(expected);
  }

  /** The last one is what §5.4.2 allows for the sake of old references, and what browsers do. */
  @ParameterizedTest
  @CsvSource({
    "../../../g, http://a/g",
    "../../../../g, http://a/g",
    "/./g, http://a/g",
    "/../g, http://a/g",
    "g., http://a/b/c/g.",
    ".g, http://a/b/c/.g",
    "g.., http://a/b/c/g..",
    "..g, http://a/b/c/..g",
    "./../g, http://a/b/g",
    "./g/., http://a/b/c/g/",
    "g/./h, http://a/b/c/g/h",
    "g/../h, http://a/b/c/h",
    "g;x=1/./y, http://a/b/c/g;x=1/y",
    "g;x=1/../y, http://a/b/c/y",
    "g?y/./x, http://a/b/c/g?y/./x",
    "g?y/../x, http://a/b/c/g?y/../x",
    "g#s/./x, http://a/b/c/g",
    "g#s/../x, http://a/b/c/g",
    "http:g, http://a/b/c/g",
  })
  void theAbnormalExamplesOfTheRfc(String location, String expected) {
    assertThat(url(follow(location))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "  /x\t |http://a/x",
        "/a b|http://a/a%20b",
        "/é?ü=ß|http://a/%C3%A9?%C3%BC=%C3%9F",
        "/𝄞|http://a/%F0%9D%84%9E",
        "/\"<>{}\\^`?\"<>{}\\^`|http://a/%22%3C%3E%7B%7D%5C%5E%60?%22%3C%3E%7B%7D%5C%5E%60",
        "/a\tb\u007f|http://a/a%09b%7F",
        "/%41%2f%zz%|http://a/%41%2f%zz%",
        "/x?a?b/c|http://a/x?a?b/c",
        "/x?|http://a/x?",
        "?|http://a/b/c/d;p?",
        "/x?#|http://a/x?",
        "/x#?y|http://a/x",
        "/a[1]!$&'()*+,=:@~|http://a/a[1]!$&'()*+,=:@~",
        "HTTP://B.Test/X|http://b.test/X",
        "hTTps://b.test|https://b.test/",
        "https://b.test:443/x|https://b.test/x",
        "https://b.test:80/x|https://b.test:80/x",
        "http://b.test:443/x|http://b.test:443/x",
        "http://b.test:/x|http://b.test/x",
        "http://b.test:080/x|http://b.test/x",
        "http://b.test:65535/x|http://b.test:65535/x",
        "//b.test?y|http://b.test/?y",
        "//b.test#s|http://b.test/",
        "http://b.test/../x|http://b.test/x",
        "http://my_shop.test./x|http://my_shop.test./x",
        "http://[::1]/x|http://[::1]/x",
        "http://[2001:DB8::1]:8080/x|http://[2001:db8::1]:8080/x",
        "http://[::ffff:1.2.3.4]/x|http://[::ffff:1.2.3.4]/x",
        "http://127.0.0.1:8089/x|http://127.0.0.1:8089/x",
        "http://user:secret@b.test:81/x|http://b.test:81/x",
        "http://a@b@c.test/x|http://c.test/x",
        "/x@y:z|http://a/x@y:z",
        "http:/x|http://a/x",
        "http:|http://a/b/c/d;p?q",
        "/..//b.test/x|http://a//b.test/x",
        "http://azAZ09-_.test:1/x|http://azaz09-_.test:1/x",
        "1:2|http://a/b/c/1:2",
        "a_b:c|http://a/b/c/a_b:c",
        "+a:c|http://a/b/c/+a:c",
        "a@:c|http://a/b/c/a@:c",
        ":x|http://a/b/c/:x",
        "\\\\b.test\\x|http://a/b/c/%5C%5Cb.test%5Cx",
      })
  void whatBrowsersTakeIsTaken(String location, String expected) {
    assertThat(url(follow(location))).isEqualTo(expected);
  }

  @Test
  void halfACharacterIsNoQuestionMark() {
    assertThat(url(follow("/\ud834x\udd1e"))).isEqualTo("http://a/%EF%BF%BDx%EF%BF%BD");
    for (char half : new char[] {0xd800, 0xdbff, 0xdc00, 0xdfff}) {
      assertThat(url(follow("/" + half))).isEqualTo("http://a/%EF%BF%BD");
    }
    assertThat(url(follow("/\ud7ff\ue000"))).isEqualTo("http://a/%ED%9F%BF%EE%80%80");
    assertThat(url(follow("/a|b?c|d"))).isEqualTo("http://a/a%7Cb?c%7Cd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http:///x",
        "//",
        "///x",
        "https:/x",
        "https:g",
        "https:",
        "http://:80/x",
        "http://user@/x",
        "http://b.test:0/",
        "http://b.test:65536/",
        "http://b.test:99999999999999999999/",
        "http://b.test:4294967376/",
        "http://b.test:-80/",
        "http://b.test:8o/",
        "http://b.test:80:80/",
        "http://b test/",
        "http://b%2etest/",
        "http://b..test/",
        "http://.test/",
        "http://./",
        "http://bü.test/",
        "http://b<c/",
        "http://b;c/",
        "http://c.test\\@b.test/",
        "http://\\@b.test/",
        "http://[::1/",
        "http://[]/",
        "http://[b.test]/",
        "http://[1.2.3.4]/",
        "http://[::1%lo]/",
        "http://[:::1]/",
        "http://[::1]x/",
        "http://[::1]80/",
        "http://::1/",
        "http://b]/",
      })
  void withoutAHostAndAPortItLeadsNowhere(String location) {
    assertThat(follow(location))
        .isInstanceOfSatisfying(
            Redirect.Nowhere.class,
            nowhere ->
                assertThat(nowhere.why())
                    .startsWith("no valid host and port: \"")
                    .matches("[ -~]{1,400}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://b.test/",
        "javascript:alert(1)",
        "data:,x",
        "localhost:8089/x",
        "httpx:/y",
        "aAzZ09+-.:x",
        "Z:",
        "z:",
        "A:"
      })
  void anotherSchemeLeadsNowhere(String location) {
    assertThat(url(follow(location))).startsWith("neither http nor https: \"" + location);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a\rb", "/a\nb", "/a\r\nHost: b", "/a\0b", "/a\n", "\r/a", "\n/a", "\0/a"})
  void aLineEndOrANulLeadsNowhere(String location) {
    assertThat(url(follow(location))).isEqualTo("the Location holds a line end or a NUL");
  }

  @Test
  void aHostIsAtMostAsLongAsNamesAre() {
    var longest = "a.".repeat(127);
    assertThat(url(follow("//" + longest))).isEqualTo("http://" + longest + "/");
    assertThat(url(follow("//" + longest + "a"))).startsWith("no valid host");
  }

  @Test
  void thereIsALongestLocation() {
    var longest = "/" + "x".repeat(8191);
    assertThat(url(follow(longest))).isEqualTo("http://a" + longest);
    assertThat(url(follow(longest + " "))).isEqualTo("the Location is longer than 8192 characters");
    var encoded = "/x" + " y".repeat(2047) + "yy"; // 8192 with each blank as three
    assertThat(url(follow(encoded))).hasSize("http://a".length() + 8192);
    assertThat(url(follow(encoded + "y")))
        .isEqualTo("the Location's target is longer than 8192 characters");
    assertThat(url(follow("nonsense:" + "\u00fc".repeat(8000)))).hasSizeLessThan(800);
  }

  @Test
  void onlyFiveStatusesRedirect() {
    var redirecting = new ArrayList<Integer>();
    for (int status = 100; status < 600; status++) {
      boolean leads = Redirect.of(status, "GET", A, "/", "/x") instanceof Redirect.To;
      assertThat(Redirect.redirects(status)).as("%d", status).isEqualTo(leads);
      if (leads) {
        redirecting.add(status);
      }
    }
    assertThat(redirecting).containsExactly(301, 302, 303, 307, 308);
    assertThat(url(Redirect.of(304, "GET", A, "/", "/x")))
        .isEqualTo("status 304 does not redirect");
    assertThat(url(Redirect.of(302, "GET", A, "/", null)))
        .isEqualTo("status 302 without a Location");
  }

  /** RFC 9110 §15.4.2 to §15.4.9: whether the method becomes GET. */
  @ParameterizedTest
  @CsvSource({
    "GET,     false, false, false, false, false",
    "HEAD,    false, false, false, false, false",
    "POST,    true,  true,  true,  false, false",
    "PUT,     false, false, true,  false, false",
    "PATCH,   false, false, true,  false, false",
    "DELETE,  false, false, true,  false, false",
    "OPTIONS, false, false, true,  false, false",
    "BREW,    false, false, true,  false, false",
  })
  void theMethodBecomesGetOrStays(
      String method, boolean on301, boolean on302, boolean on303, boolean on307, boolean on308) {
    var expected = List.of(on301, on302, on303, on307, on308);
    var statuses = List.of(301, 302, 303, 307, 308);
    assertThat(statuses)
        .extracting(status -> Redirect.of(status, method, A, BASE, "/x"))
        .map(redirect -> ((Redirect.To) redirect).asGet())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/x, true",
    "HTTP://A:80/x, true",
    "http://a:81/x, false",
    "https://a/x, false",
    "https://a:80/x, false",
    "http://b/x, false",
    "http://a./x, false",
  })
  void anOriginIsSchemeHostAndPort(String location, boolean same) {
    var from = new Endpoint("A", 80);
    var to = (Redirect.To) Redirect.of(302, "GET", from, "/", location);
    assertThat(to.isSameOrigin(from)).isEqualTo(same);
    assertThat(to.endpoint().equals(from)).isEqualTo(same);
  }

  @Test
  void theBaseIsAPathWhateverItLooksLike() {
    assertThat(url(Redirect.of(302, "GET", A, "//b.test/c", "d"))).isEqualTo("http://a//b.test/d");
    assertThat(url(Redirect.of(302, "GET", A, "//b.test/c?x", "")))
        .isEqualTo("http://a//b.test/c?x");
    assertThat(url(Redirect.of(302, "OPTIONS", A, "*", "d"))).isEqualTo("http://a/d");
    assertThat(url(Redirect.of(302, "GET", A, "", ""))).isEqualTo("http://a/");
    assertThat(url(Redirect.of(302, "GET", A, "?x", ""))).isEqualTo("http://a/?x");
    assertThat(url(Redirect.of(302, "GET", A, "/x/a b", "?c"))).isEqualTo("http://a/x/a%20b?c");
    assertThat(url(Redirect.of(302, "GET", A, "/x?a/b", "c"))).isEqualTo("http://a/c");
    assertThat(url(Redirect.of(302, "GET", A, "/x#a/b?", ""))).isEqualTo("http://a/x");
  }

  @Test
  void aTargetThatWouldBreakTheRequestLineIsOurBug() {
    for (var target : List.of("", "x", "/a b", "/a\r\nb")) {
      assertThatThrownBy(() -> new Redirect.To(A, target, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** No exception; what leads somewhere can be asked for, and asking for it leads to the same. */
  @Test
  void randomLocationsLeadToSomethingThatCanBeAskedFor() {
    var random = new Random(20261122);
    var target = Pattern.compile("/[!-~&&[^#\"<>{}|\\\\^`]]*");
    var host = Pattern.compile("[a-z0-9._-]+|[0-9a-f:.]+");
    var printable = Pattern.compile("[ -~]{1,1100}");
    int somewhere = 0;
    int rounds = 200_000;
    for (int i = 0; i < rounds; i++) {
      var location = randomLocation(random);
      var redirect = follow(location);
      if (redirect instanceof Redirect.To to) {
        somewhere++;
        boolean valid =
            target.matcher(to.target()).matches() && host.matcher(to.endpoint().host()).matches();
        assertThat(valid && follow(url(to)).equals(to)).as("%s: %s", location, to).isTrue();
      } else {
        assertThat(printable.matcher(url(redirect)).matches()).as(location).isTrue();
      }
    }
    assertThat(somewhere).isBetween(rounds / 5, rounds * 4 / 5);
  }

  private static String randomLocation(Random random) {
    String[] parts = {
      "http:", "https:", "//", "//", "/", "/", "..", ".", "?", "#", "@", ":", "[", "]", "[::1]",
      "::", "b.test", "A", ":8080", ":0", "%41", "%", " ", "\t", "\\", "é", "\ud834", "\udd1e", "x",
      "y=1", "&", ";", "{", "|"
    };
    var text = new StringBuilder(random.nextInt(3) == 0 ? "http://b.test" : "");
    for (int n = random.nextInt(10); n > 0; n--) {
      if (random.nextInt(12) == 0) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      } else {
        text.append(parts[random.nextInt(parts.length)]);
      }
    }
    return text.toString();
  }
}
