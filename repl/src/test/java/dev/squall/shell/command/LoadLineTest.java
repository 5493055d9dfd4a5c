package dev.squall.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20 users for 10s | 20 users for 10s",
        "20 users | 20 users for 10s",
        "1 user for 1m | 1 user for 1m",
        "100/s for 30s | 100/s for 30s",
        "0.5/s | 0.5/s for 10s",
        "100 /s | 100/s for 10s",
        "100 rps for 2m | 100/s for 2m",
        "1000 iterations by 5 users | 1000 iterations by 5 users",
        "1000 iterations with 5 vus shared | 1000 iterations shared by 5 users",
        "1000 iterations shared by 5 users | 1000 iterations shared by 5 users",
        "7 iterations | 7 iterations by 1 user",
        "vus=10, duration=5m, ramp_up=30s | 0 to 10 users in 30s, then 10 users for 5m",
        "{ rps = 5, duration = 1m, max_vus = 3 } | 5/s for 1m, at most 3 users",
      })
  void aLoadIsSaidInWords(String said, String load) {
    assertThat(LoadLine.of("%burst " + said, 7).load()).hasToString(load);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 to 10 users in 10s",
        "0 to 10 users in 10s, then 10 users for 1m",
        "0 to 20/s in 5s, then 20/s for 30s, then 20 to 0/s in 5s",
        "5/s for 10s, then 50/s for 10s",
      })
  void whatALoadPrintsIsRead(String load) {
    assertThat(LoadLine.of(load, 0).load()).hasToString(load);
  }

  @Test
  void theGraceIsKept() {
    assertThat(LoadLine.of("vus=5, duration=1s, grace=2s", 0).grace())
        .contains(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%burst 20 people for 10s | command:1:11 | users, /s or iterations",
        "%burst 20 users for ever | command:1:21 | how long",
        "%burst 20 users for 10s now | command:1:25 | left over",
        "%burst 20 users 10s | command:1:17 | expected `for`",
        "%burst 5 iterations by 2 men | command:1:26 | expected `users`",
        "%burst 0 to 5 users in 5s, then so on | command:1:33 | no part of a load",
        "%burst vus=5, durations=1s | command:1:15 | did you mean `duration`?",
        "%burst -5 users | command:1:8 | how much",
      })
  void whatIsWrongStandsWhereItWasWritten(String line, String position, String what) {
    assertThatThrownBy(() -> LoadLine.of(line, 7))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith(position + ": ")
        .hasMessageContaining(what)
        .hasMessageContaining(line);
  }
}
