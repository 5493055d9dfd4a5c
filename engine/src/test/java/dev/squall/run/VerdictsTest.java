package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.http.Failure;
import dev.squall.http.FailureKind;
import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a request without a complete answer. */
class VerdictsTest {
  private static Outcome unanswered(FailureKind kind, boolean runInterrupted) {
    return Verdicts.unanswered(new Failure(kind, "in detail"), runInterrupted);
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT_TIMEOUT, TIMEOUT_ERROR",
    "TOTAL_TIMEOUT, TIMEOUT_ERROR",
    "IDLE_TIMEOUT, TIMEOUT_ERROR",
    "DNS, NETWORK_ERROR",
    "CONNECTION_REFUSED, NETWORK_ERROR",
    "PROXY_REFUSED, NETWORK_ERROR",
    "STALE_CONNECTION, NETWORK_ERROR",
    "TLS_WRONG_HOST, TLS_ERROR",
    "TLS_ALERT, TLS_ERROR",
    "MALFORMED_CHUNK, OTHER_ERROR",
    "NO_LOCAL_PORTS, OTHER_ERROR",
    "CLOSED, OTHER_ERROR"
  })
  void theWireSaysTheCategory(FailureKind kind, Category category) {
    assertThat(unanswered(kind, false))
        .isEqualTo(new Outcome.Failed(category, kind.label(), "in detail"));
  }

  @Test
  void whatTheEndOfTheRunClosedIsInterrupted() {
    assertThat(unanswered(FailureKind.CLOSED, true)).isEqualTo(Outcome.INTERRUPTED);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
  void whatFailedByItselfIsNot(FailureKind kind) {
    assertThat(unanswered(kind, true)).isEqualTo(unanswered(kind, false));
  }

  @Test
  void whatWasNotSentIsAMistakeInTheScript() {
    assertThat(Verdicts.unsent(new ScriptFault("bad_url", "in words")))
        .isEqualTo(new Outcome.Failed(Category.SCRIPT_ERROR, "bad_url", "in words"));
  }
}
