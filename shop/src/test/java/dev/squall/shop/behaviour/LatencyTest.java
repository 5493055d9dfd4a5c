package dev.squall.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none | none",
        "fixed:20ms | fixed:20ms",
        "fixed:0.5s | fixed:500ms",
        "fixed:250us | fixed:0.25ms",
        "fixed:1m | fixed:60s",
        "lognormal:20ms,200ms | lognormal:20ms,200ms",
        "lognormal:1.5s,2s | lognormal:1.5s,2s"
      })
  void aLatencyReadsAndPrintsItself(String text, String printed) {
    var latency = Latency.parse(text);

    assertThat(latency.text()).isEqualTo(printed);
    assertThat(Latency.parse(printed)).isEqualTo(latency);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "slow",
        "none:1ms",
        "fixed",
        "fixed:",
        "fixed:20",
        "fixed:-1ms",
        "fixed:61s",
        "fixed:999999999m",
        "lognormal:20ms",
        "lognormal:,",
        "lognormal:20ms,10ms",
        "lognormal:0ms,10ms",
        "lognormal:1ms,2ms,3ms"
      })
  void whatIsNoLatencyIsRefused(String text) {
    assertThatThrownBy(() -> Latency.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
