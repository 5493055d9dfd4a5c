package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurlJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " [ ] \r\n",
        "{\"a\": [1, -2.5e+3, true, false, null, \"\"], \"b\": {\"c\": \"\\\"}\\u0041\"}}",
        "{\"a\": ${a}, \"${k}\": $b, ${c}: \"x ${pick(\"1\",2)} $d\"}",
        "[${a}]",
        "[0, 10]"
      })
  void jsonIsAnObjectOrAnArray(String text) {
    assertThat(CurlJson.matches(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "true",
        "\"a\"",
        "${a}",
        "a=1",
        "{",
        "[1",
        "{}x",
        "{\"a\"}",
        "{\"a\":}",
        "{a: 1}",
        "{1: 2}",
        "{\"a\": 1,}",
        "[1,]",
        "[,]",
        "[01]",
        "[1 2]",
        "[\"a\nb\"]",
        "[\"a]",
        "[\"a\\",
        "{\"a\": ${b}",
        "{]"
      })
  void anythingElseIsNot(String text) {
    assertThat(CurlJson.matches(text)).isFalse();
  }

  @Test
  void depthAndLengthAreNoDanger() {
    assertThat(CurlJson.matches("[".repeat(200) + "]".repeat(200))).isTrue();
    assertThat(CurlJson.matches("[".repeat(1_000_000))).isFalse();
    assertThat(CurlJson.matches("[\"" + "a\\n".repeat(1_000_000) + "\"]")).isTrue();
    assertThat(CurlJson.matches("[" + "1,".repeat(100_000) + "1]")).isTrue();
  }
}
