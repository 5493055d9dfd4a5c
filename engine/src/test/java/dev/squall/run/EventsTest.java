package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Category;
import dev.squall.sample.Event;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final StepInfo LOGIN =
      new StepInfo("shopping", "login", "POST /users/${id}", List.of());

  /** Intended at 1 s, written at 1.25 s or never, ended at 2 s. */
  private static Event.RequestDone told(boolean written, int status, Outcome outcome) {
    var sample =
        new Sample(
            Sample.Kind.REQUEST,
            3,
            17,
            40,
            1_000_000_000,
            written ? 1_250_000_000 : -1,
            -1,
            2_000_000_000,
            status,
            status != 0,
            written,
            1,
            2,
            0,
            false,
            outcome);
    return Events.requestDone(sample, 4, LOGIN, "POST", "http://localhost/users/9");
  }

  @Test
  void aRequestIsToldWithWhatWasReallySent() {
    assertThat(told(true, 200, Outcome.OK))
        .isEqualTo(
            new Event.RequestDone(
                17,
                40,
                4,
                "shopping",
                "login",
                "POST",
                "http://localhost/users/9",
                200,
                750,
                "",
                2));
    assertThat(told(true, 200, Outcome.OK).ok()).isTrue();
  }

  @Test
  void whereNothingWasWrittenTheLatencyIsTheResponseTime() {
    var refused = new Outcome.Failed(Category.NETWORK_ERROR, "connection_refused", "no");
    var told = told(false, 0, refused);
    assertThat(told.latencyMs()).isEqualTo(1000);
    assertThat(told.error()).isEqualTo("connection_refused");
    assertThat(told.status()).isZero();
    assertThat(told.ok()).isFalse();
  }

  @Test
  void whatWasWrittenAtT0ItselfWasWritten() {
    var sample =
        new Sample(
            Sample.Kind.REQUEST,
            3,
            17,
            40,
            -500_000_000,
            0,
            -1,
            2_000_000_000,
            200,
            true,
            true,
            1,
            2,
            0,
            false,
            Outcome.OK);
    assertThat(Events.requestDone(sample, 4, LOGIN, "POST", "http://localhost/").latencyMs())
        .isEqualTo(2000);
  }

  @Test
  void whatTheEndCutOffIsCalledInterrupted() {
    assertThat(told(true, 0, Outcome.INTERRUPTED).error()).isEqualTo("interrupted");
  }

  @Test
  void timesAreSeconds() {
    assertThat(Events.seconds(1_500_000_000)).isEqualTo(1.5);
  }
}
