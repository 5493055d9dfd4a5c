package dev.squall.shop.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void whatNestsTooDeepIsToldSo() {
    assertIsRefused("{\"a\":".repeat(1_001) + "1" + "}".repeat(1_001));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".5", "e1"})
  void aNumberOfTooManyDigitsIsToldSo(String end) {
    assertIsRefused("{\"a\":" + "9".repeat(1_001) + end + "}");
  }

  private static void assertIsRefused(String text) {
    assertThatThrownBy(() -> Json.readObject(text.getBytes(UTF_8)))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("the body is not JSON at line 1, column ")
        .hasMessageEndingWith(
            ": at most 1000 levels, numbers of 1000 digits and names of 50000 characters are read");
  }
}
