package dev.squall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({"0,0", "999,999", "1000,1 000", "48120,48 120", "1234567,1 234 567", "-1000,-1 000"})
  void thousandsStandApart(long value, String text) {
    assertThat(Numbers.count(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.00", "0.004,0.00", "0.42,0.42", "0.994,0.99", "0.996,1.0", "4.84,4.8", "99.94,99.9",
    "99.96,100", "301.2,301", "999.4,999", "999.6,1 000", "1210.4,1 210", "NaN,–", "Infinity,–"
  })
  void threeDigitsMatter(double value, String text) {
    assertThat(Numbers.decimal(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,–",
    "0,10,0 %",
    "10,10,100 %",
    "1,2,50 %",
    "1,3,33.3 %",
    "1,1000,0.1 %",
    "1,10000,0.010 %",
    "9999,10000,99.990 %",
    "1,1000000,< 0.001 %",
    "999999,1000000,> 99.999 %"
  })
  void onlyNothingIsZeroAndOnlyAllIsAHundred(long part, long whole, String text) {
    assertThat(Numbers.percent(part, whole)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "999,999 B",
    "1000,1.0 kB",
    "1400000,1.4 MB",
    "999600,1.0 MB",
    "2500000000,2.5 GB",
    "5000000000000,5.0 TB"
  })
  void bytesAreInPowersOfTen(long value, String text) {
    assertThat(Numbers.bytes(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"90,90", "0.5,0.5", "0,0", "1000000,1000000"})
  void whatWasGivenIsShownAsItWas(double value, String text) {
    assertThat(Numbers.plain(value)).isEqualTo(text);
  }

  @Test
  void aBoundSaysThatItIsOne() {
    assertThat(Numbers.millis(new Estimate.Exact(1210))).isEqualTo("1 210");
    assertThat(Numbers.millis(new Estimate.AtLeast(5000))).isEqualTo("≥ 5 000");
    assertThat(Numbers.millis(Estimate.NONE)).isEqualTo("–");
    assertThat(Numbers.millisInWords(new Estimate.AtLeast(5000))).startsWith("at least 5 000 ms");
  }
}
