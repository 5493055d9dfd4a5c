package dev.squall.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
  @ParameterizedTest
  @CsvSource({
    "9090, 127.0.0.1, 9090",
    "0, 127.0.0.1, 0",
    "0.0.0.0:65535, 0.0.0.0, 65535",
    "127.0.0.2:80, 127.0.0.2, 80",
    "[::1]:80, 0:0:0:0:0:0:0:1, 80"
  })
  void aPortAloneIsLoopbacks(String text, String address, int port) {
    var parsed = ListenAddress.parse(text);

    assertThat(parsed.address().getHostAddress()).isEqualTo(address);
    assertThat(parsed.port()).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http",
        "65536",
        "-1",
        "host:",
        ":80",
        "::1:80",
        "1 2",
        "a b:80",
        "99999999999"
      })
  void whatIsNoAddressIsToldWithExamples(String text) {
    assertThatThrownBy(() -> ListenAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "' is no address to listen on; write 9090");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9lives", "a-b", "a b", "a:b", "é", "a\n"})
  void aNamespaceIsTheBeginningOfAName(String name) {
    assertThatThrownBy(() -> new MetricNamespace(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + name + "' begins no metric's name");
  }

  @ParameterizedTest
  @CsvSource({"1.0, 0", "0.5, -8", "2.0, 8", "1.01, 1", "0.75, -3", "0.000001, -159"})
  void aNativeBucketIsTheOneThatHoldsTheTime(double seconds, int index) {
    assertThat(Distribution.index(seconds)).isEqualTo(index);
    assertThat(seconds)
        .isGreaterThan(Math.pow(2, (index - 1) / 8.0))
        .isLessThanOrEqualTo(Math.pow(2, index / 8.0));
  }
}
