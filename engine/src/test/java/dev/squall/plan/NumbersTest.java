package dev.squall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are numbers, and numbers that keep their text. */
class NumbersTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", "-12.50", "+7", ".5", "1e3", "1E-10000", "1e10000"})
  void aDecimalNumberHasItsExactValue(String text) {
    assertThat(Numbers.parse(text)).contains(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "/1", ":1", "1x", "-", "٣", "0x10", "1e10001", "1e-10001"})
  void everyOtherTextHasNone(String text) {
    assertThat(Numbers.parse(text)).isEmpty();
  }

  @Test
  void aNumberHasAtMostFourHundredDigits() {
    assertThat(Numbers.parse("7".repeat(400))).contains(new BigDecimal("7".repeat(400)));
    assertThat(Numbers.parse("7".repeat(401))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.10, 1, 1.1", "1e3, 1000, 1000", "-2.50, -2, -2.5"})
  void aWrittenNumberCountsAsWhatItSays(String text, int whole, double value) {
    var number = new WrittenNumber(text);
    assertThat(number).hasToString(text);
    assertThat(number.intValue()).isEqualTo(whole);
    assertThat(number.longValue()).isEqualTo(whole);
    assertThat(number.floatValue()).isEqualTo((float) value);
    assertThat(number.doubleValue()).isEqualTo(value);
  }

  @Test
  void aWrittenNumberEqualsOnlyWhatIsWrittenLikeIt() {
    assertThat(new WrittenNumber("1.10"))
        .isEqualTo(new WrittenNumber("1.10"))
        .hasSameHashCodeAs(new WrittenNumber("1.10"))
        .isNotEqualTo(new WrittenNumber("1.1"))
        .isNotEqualTo(1.1);
    assertThat(new WrittenNumber("1.10").hashCode())
        .isNotEqualTo(new WrittenNumber("1.1").hashCode());
  }
}
