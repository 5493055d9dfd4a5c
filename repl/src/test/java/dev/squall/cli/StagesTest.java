package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class StagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30s:10 | 0 to 10 users in 30s",
        "30s:10,5m:10,30s:0 | 0 to 10 users in 30s, then 10 users for 5m, then 10 to 0 users in 30s",
        "1m:100/s, 5m:50.5/s | 0 to 100/s in 1m, then 100 to 50.5/s in 5m"
      })
  void eachIsARampFromTheOneBefore(String text, String load) {
    assertThat(new Stages.Converter().convert(text).load()).hasToString(load);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30s", "10:30s", "30s:10,1m:5/s", "30s:-1", "30s:10;1m:5", "30:10"})
  void whatIsNoneIsToldWithAnExample(String text) {
    assertThatThrownBy(() -> new Stages.Converter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("30s:10,5m:10,30s:0");
  }
}
