package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6265 §5.2. */
class SetCookieTest {
  private static final Instant RFC = Instant.parse("1994-11-06T08:49:37Z");

  private static SetCookie of(String name, String value) {
    return new SetCookie(name, value, null, null, null, null, false, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "SID=31d4d96e407aad42| SID| 31d4d96e407aad42",
        "' \t a \t = \t b c \t ; x'| a| b c",
        "a=\"b c\"| a| \"b c\"",
        "a=\"b;c\"| a| \"b",
        "a=b=c=| a| b=c=",
        "a=| a| ''",
        "a=;b=c| a| ''",
        "a=b;| a| b",
        "a=b,c=d| a| b,c=d",
        "Secure=1| Secure| 1",
        "a b=ü| a b| ü"
      })
  void theFirstPairIsNameAndValue(String line, String name, String value) {
    assertThat(SetCookie.parse(line)).isEqualTo(of(name, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "a",
        "=",
        "=b",
        " \t=b",
        "a;b=c",
        "; a=b",
        "a\u0000=b",
        "a=b\r\nSet-Cookie: c=d",
        "a=b\nc",
        "a=b\rc",
        "a=b\u0000",
        "a=b\u007f",
        "a=b; Path=/\n"
      })
  void aLineThatSetsNoneIsNone(String line) {
    assertThat(SetCookie.parse(line)).isNull();
  }

  @Test
  void attributesCountInEveryCase() {
    var all = new SetCookie("a", "b", "x.org", "/P", 9L, RFC, true, true);
    var line =
        "a=b; Domain=.X.org; Path=/P; Max-Age=9; Expires=Sun, 06 Nov 1994 08:49:37 GMT;"
            + " Secure; HttpOnly";
    assertThat(SetCookie.parse(line)).isEqualTo(all);
    assertThat(
            SetCookie.parse(
                "a=b;DOMAIN=x.ORG;PATH=/P;MAX-AGE=9;EXPIRES=06-Nov-94 08:49:37;SECURE;HTTPONLY"))
        .isEqualTo(all);
    assertThat(
            SetCookie.parse(
                "a=b ;\tdomain =\tx.org ;path= /P; max-age =9; expires = 08:49:37 6 nov 94 ;;"
                    + "secure=no; httponly = ; priority=high; samesite; =; =x"))
        .isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    "Domain=a.org; Domain=b.org, b.org",
    "Domain=a.org; Domain=, a.org",
    "Domain=a.org; Domain, a.org",
    "Domain=a.org; Domain=., ",
    "Domain=..a.org, .a.org",
    "Domain=[::1], ::1",
    "Domain=\"a.org\", \"a.org\""
  })
  void theLastDomainWins(String attributes, @Nullable String domain) {
    assertThat(SetCookie.parse("a=b; " + attributes).domain()).isEqualTo(domain);
  }

  @ParameterizedTest
  @CsvSource({
    "Path=/a; Path=/b, /b",
    "Path=/a; Path=, ",
    "Path=/a; Path, ",
    "Path=/a; Path=b, ",
    "Path=b; Path=/a, /a",
    "Path=\"/a\", ",
    "Path=/A?b, /A?b"
  })
  void theLastPathWinsAndOneWithoutASlashIsNone(String attributes, @Nullable String path) {
    assertThat(SetCookie.parse("a=b; " + attributes).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-1, -1",
    "007, 7",
    "3600, 3600",
    "99999999999999999999999999, 1000000000000",
    "-99999999999999999999999999, -1000000000000",
    "'', ",
    "-, ",
    "+5, ",
    "5s, ",
    "--5, ",
    "1.5, ",
    "\"5\", ",
    "٥, "
  })
  void anAgeIsDigitsPerhapsAfterAMinus(String written, @Nullable Long seconds) {
    assertThat(SetCookie.parse("a=b; Max-Age=" + written).maxAgeSeconds()).isEqualTo(seconds);
  }

  @Test
  void anAttributeThatMeansNothingLeavesTheOneBefore() {
    var cookie =
        SetCookie.parse(
            "a=b; Max-Age=1; Max-Age=2; Max-Age=x;"
                + " Expires=01 Jan 2001 00:00:00; Expires=06 Nov 1994 08:49:37; Expires=never");
    assertThat(cookie.maxAgeSeconds()).isEqualTo(2);
    assertThat(cookie.expires()).isEqualTo(RFC);
  }

  @Test
  void nameValueAndAttributesHaveFourThousandAndNinetySixBytesTogether() {
    assertThat(SetCookie.parse("a=" + "v".repeat(4095))).isNotNull();
    assertThat(SetCookie.parse("a=" + "v".repeat(4096))).isNull();
    assertThat(SetCookie.parse("a=" + "v".repeat(4090) + "; Path = / ; ;")).isNotNull();
    assertThat(SetCookie.parse("a=" + "v".repeat(4091) + "; Path = / ; ;")).isNull();
    assertThat(SetCookie.parse("n".repeat(4096) + "=")).isNotNull();
    assertThat(SetCookie.parse("a=b; x=" + "y".repeat(4094))).isNull();
    assertThat(SetCookie.parse("a=" + "ü".repeat(2047))).isNotNull();
    assertThat(SetCookie.parse("a=" + "ü".repeat(2048))).isNull();
    assertThat(SetCookie.parse("a=" + "€".repeat(1365))).isNotNull();
    assertThat(SetCookie.parse("a=" + "€".repeat(1366))).isNull();
    assertThat(SetCookie.parse("a=" + "😀".repeat(1023))).isNotNull();
    assertThat(SetCookie.parse("a=" + "😀".repeat(1024))).isNull();
  }
}
