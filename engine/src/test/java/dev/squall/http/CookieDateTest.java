package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6265 §5.1.1. */
class CookieDateTest {
  private static final Instant RFC = Instant.parse("1994-11-06T08:49:37Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "Sun, 06-Nov-1994 08:49:37 GMT",
        "08:49:37 6 nov 94",
        "1994 november 06 08:49:37",
        "\"Sun, 06 NOVember 1994 8:49:37\"",
        "6;Nov;1994;08:49:37;Nov;2001;7;09:00:00",
        "Sun, 06 Nov 1994 08:49:37 GMT+0500",
        "Mon, 6th Nov 1994 08:49:37",
        "06 Nov 1994AD 08:49:37.123Z",
        "08:49:37 6:00 Nov 1994:1",
        "~06{Nov}1994`08:49:37_\t"
      })
  void aDateIsReadInWhateverOrderAndDress(String text) {
    assertThat(CookieDate.parse(text)).isEqualTo(RFC);
  }

  @ParameterizedTest
  @CsvSource({
    "69, 2069",
    "70, 1970",
    "99, 1999",
    "00, 2000",
    "0070, 1970",
    "0005, 2005",
    "1601, 1601",
    "9999, 9999"
  })
  void yearsOfTwoDigitsAreOfTheCenturyAround(String written, int year) {
    assertThat(CookieDate.parse("1 Jan " + written + " 00:00:00"))
        .isEqualTo(Instant.parse(year + "-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "29 Feb 2024 23:59:59, 2024-02-29T23:59:59Z",
    "29 Feb 2000 00:00:00, 2000-02-29T00:00:00Z",
    "31 Dec 1999 0:0:0, 1999-12-31T00:00:00Z",
    "1 May 2038 12:34:56, 2038-05-01T12:34:56Z",
    "12 Mayor 2038 12:34:56, 2038-05-12T12:34:56Z"
  })
  void theEndsOfTheRangesAreInside(String text, Instant expected) {
    assertThat(CookieDate.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",;- ",
        "tomorrow",
        "06 Nov 1994",
        "06 1994 08:49:37",
        "Nov 1994 08:49:37",
        "06 Nov 08:49:37",
        "00 Nov 1994 08:49:37",
        "32 Nov 1994 08:49:37",
        "31 Nov 1994 08:49:37",
        "29 Feb 2023 08:49:37",
        "29 Feb 1900 08:49:37",
        "06 Nov 1600 08:49:37",
        "06 Nov 100 08:49:37",
        "06 Nov 19945 08:49:37",
        "006 Nov 1994 08:49:37",
        "06 No 1994 08:49:37",
        "06 ovd 1994 08:49:37",
        "06 Nov 1994 24:00:00",
        "06 Nov 1994 08:60:00",
        "06 Nov 1994 08:49:60",
        "06 Nov 1994 08:49",
        "06 Nov 1994 08:49:",
        "06 Nov 1994 08:49:372",
        "06 Nov 1994 008:49:37",
        "06 Nov 1994 08.49.37",
        "٠٦ Nov 1994 08:49:37"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(CookieDate.parse(text)).isNull();
  }

  @Test
  void onlyTheDelimitersOfTheRfcDelimit() {
    for (char c = 0; c <= 0xff; c++) {
      boolean digitOrTimeOrLetter = Character.isLetterOrDigit(c) || c == ':';
      boolean delimits = c == '\t' || (c >= ' ' && c < 0x7f && !digitOrTimeOrLetter);
      var text = "06 Nov" + c + "1994 08:49:37";
      // Glued to the month the year is gone.
      assertThat(CookieDate.parse(text) != null).as("%d", (int) c).isEqualTo(delimits);
    }
  }
}
