package dev.squall.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "0.5ms, PT0.0005S",
    "1.5s, PT1.5S",
    "30s, PT30S",
    "5m, PT5M",
    "0.5m, PT30S",
    "1h30m, PT1H30M",
    "1h0.5s, PT1H0.5S",
    "2d, PT48H",
    "0s, PT0S",
    "1m500ms, PT1M0.5S",
    "0.000000001s, PT0.000000001S",
    "36500d, PT876000H"
  })
  void whatPeopleWriteIsRead(String text, Duration time) {
    assertThat(Durations.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "s",
        "-1s",
        "1 s",
        "1.s",
        ".5s",
        "1S",
        "1us",
        "1h30",
        "36501d",
        "99999999999d",
        "1e3s",
        "1s "
      })
  void anythingElseIsNone(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @Test
  void theLongestIsExactlyAHundredYearsOfDays() {
    assertThat(Durations.parse("36500d")).contains(Duration.ofDays(36_500));
    assertThat(Durations.parse("36500d1ms")).isEmpty();
  }

  @Test
  void fortyCharactersAreReadAndNoMore() {
    assertThat(Durations.parse("0." + "0".repeat(37) + "s")).contains(Duration.ZERO);
    assertThat(Durations.parse("0." + "0".repeat(38) + "s")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT0.25S, 0.25s", "PT1M30S, 1m30s", "PT0S, 0s", "PT36H, 36h", "PT2M, 2m"})
  void durationsPrintAsTheyCouldHaveBeenWritten(Duration time, String text) {
    assertThat(Durations.print(time)).isEqualTo(text);
    assertThat(Durations.parse(text)).contains(time);
  }
}
