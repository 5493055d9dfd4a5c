package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTextTest {
  private static Event.RequestDone done(String url, int status, double latencyMs, String error) {
    return new Event.RequestDone(3, 11, 4, "s", "step", "GET", url, status, latencyMs, error, 1.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "http://h/a | 200 | 145.4 | -                  | VU 3 ✓ GET http://h/a - 200 (145ms)",
        "http://h/a | 404 | 9.94  | -                  | VU 3 ✓ GET http://h/a - 404 (9.9ms)",
        "http://h/a | 401 | 200   | http_status        | VU 3 ✗ GET http://h/a - 401 (200ms)",
        "http://h/a | 200 | 0.5   | check              | VU 3 ✗ GET http://h/a - 200 (0.50ms) check",
        "http://h/a | 0   | 7     | connection_refused | VU 3 ✗ GET http://h/a - ERROR: connection_refused",
      })
  void aRequestIsALine(String url, int status, double latencyMs, String error, String line) {
    assertThat(new EventText(false).words(done(url, status, latencyMs, error == null ? "" : error)))
        .isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00ms",
    "0.004, 0.00ms",
    "0.054, 0.05ms",
    "0.949, 0.95ms",
    "0.951, 1.0ms",
    "9.94, 9.9ms",
    "9.96, 10ms",
    "145.5, 146ms",
    "60000, 60000ms"
  })
  void aTimeHasTwoDigitsThatMatter(double ms, String text) {
    assertThat(EventText.millis(ms)).isEqualTo(text);
  }

  @Test
  void neitherSecretsNorCursorMovementsAreShown() {
    assertThat(
            new EventText(false).words(done("http://me:pw@h/a?token=abc&b=\033[2J 2", 200, 1, "")))
        .isEqualTo("VU 3 ✓ GET http://me:…@h/a?token=…&b=[2J2 - 200 (1.0ms)");
  }

  @Test
  void whatElseAUserDoesIsALineToo() {
    assertThat(new EventText(false).words(new Event.UserStarted(1, 0))).isEqualTo("VU 1 started");
    assertThat(new EventText(false).words(new Event.IterationStarted(1, 40, 5, "s", 0)))
        .isEqualTo("VU 1 → iteration 5");
    assertThat(new EventText(true).words(new Event.IterationStarted(1, 40, 1, "s", 0)))
        .isEqualTo("VU 1 → iteration 41");
    assertThat(new EventText(false).words(new Event.UserDone(1, 5, 10, 9, 1, 0, 2)))
        .isEqualTo("VU 1 completed");
    assertThat(new EventText(false).of(new Event.UserStarted(1, 0)))
        .matches("\\[\\d\\d:\\d\\d:\\d\\d] VU 1 started");
  }
}
