package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieScopeTest {

  @ParameterizedTest
  @CsvSource({
    "example.com, example.com, true",
    "www.example.com, example.com, true",
    "a.b.example.com, example.com, true",
    "example.com, www.example.com, false",
    "badexample.com, example.com, false",
    "example.com.evil.org, example.com, false",
    "com, example.com, false",
    "example.com., example.com, false",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 0.0.1, false",
    "10.127.0.0.1, 127.0.0.1, false",
    "::ffff:127.0.0.1, 0.0.1, false",
    "::1, ::1, true",
    "localhost, localhost, true"
  })
  void aHostMatchesItselfAndWhatItIsBelow(String host, String domain, boolean matches) {
    assertThat(CookieScope.domainMatches(host, domain)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /, true",
    "/a, /, true",
    "/a, /a, true",
    "/a/, /a, true",
    "/a/b, /a, true",
    "/a/b, /a/, true",
    "/a, /a/, false",
    "/ab, /a, false",
    "/A, /a, false",
    "/a?x=/b, /a, true",
    "/a?x, /a?x, false",
    "/a?/b, /a/b, false",
    "/?a, /, true",
    "/%61, /a, false"
  })
  void aPathMatchesItselfAndWhatIsBelow(String target, String cookiePath, boolean matches) {
    assertThat(CookieScope.pathMatches(target, CookieScope.pathEnd(target), cookiePath))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "'', /",
    "/, /",
    "/a, /",
    "/a/, /a",
    "/a/b, /a",
    "/a/b/c?d=/e/f, /a/b",
    "/?a/b, /",
    "?a/b, /",
    "*, /",
    "a/b/c, /"
  })
  void theDefaultPathIsTheDirectory(String target, String path) {
    assertThat(CookieScope.defaultPath(target)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "1, true",
    "::1, true",
    "a.1, true",
    "1.a, false",
    "a1, false",
    "a., false"
  })
  void anAddressIsNoName(String host, boolean address) {
    assertThat(CookieScope.isAddress(host)).isEqualTo(address);
  }

  @Test
  void aDotAtTheEdgeIsNotInside() {
    assertThat(CookieScope.hasInnerDot("a.b")).isTrue();
    assertThat(CookieScope.hasInnerDot("com")).isFalse();
    assertThat(CookieScope.hasInnerDot("com.")).isFalse();
    assertThat(CookieScope.hasInnerDot(".com")).isFalse();
    assertThat(CookieScope.hasInnerDot(".")).isFalse();
    assertThat(CookieScope.hasInnerDot("")).isFalse();
  }
}
