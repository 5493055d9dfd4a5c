package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Segment.Escape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapingTest {

  @ParameterizedTest
  @CsvSource({
    "NONE, a b/ü&, a b/ü&",
    "TARGET, /a?b=c, /a?b=c",
    "HEADER, a b, a b",
    "JSON_STRING, a/b ü, a/b ü",
    "QUERY, a b&c, a%20b%26c",
    "FORM, a b&c, a+b%26c"
  })
  void aValueBecomesWhatItsPlaceNeeds(Escape escape, String value, String escaped) {
    assertThat(Escaping.of(value, escape)).isEqualTo(escaped);
  }

  @Test
  void whatWouldBreakOutOfItsPlaceIsNothing() {
    assertThat(Escaping.of("/a b", Escape.TARGET)).isNull();
    assertThat(Escaping.of("a\r\nEvil: 1", Escape.HEADER)).isNull();
  }

  @Test
  void jsonEscapesQuotesBackslashesAndControls() {
    assertThat(Escaping.of("ab\"c\\d", Escape.JSON_STRING)).isEqualTo("ab\\\"c\\\\d");
    assertThat(Escaping.of("\n\u001f \u007f", Escape.JSON_STRING))
        .isEqualTo("\\u000a\\u001f \u007f");
    assertThat(Escaping.of("\"", Escape.JSON_STRING)).isEqualTo("\\\"");
    assertThat(Escaping.of("", Escape.JSON_STRING)).isEmpty();
  }
}
