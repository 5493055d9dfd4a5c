package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Category;
import dev.squall.sample.Connections;
import dev.squall.sample.Outcome;
import dev.squall.stats.ConnectionReading;
import dev.squall.stats.ConnectionSettings;
import dev.squall.stats.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionParagraphTest {
  private static final ConnectionSettings FRESH =
      new ConnectionSettings(false, 0, 0, 60, true, false, "user", 10, "");

  /** A run by so many users, with these requests that lost their connection. */
  private static Results run(
      ConnectionSettings settings, Connections connections, int users, int iterations, int lost) {
    var recorder = Runs.recorder("list", settings);
    recorder.iterationsStarted(iterations);
    for (int user = 1; user <= users; user++) {
      recorder.record(Runs.sample(0, user, 0, 10, 200, Outcome.OK));
    }
    for (int i = 0; i < lost; i++) {
      recorder.record(
          Runs.sample(
              0, 1, 0, 10, 0, new Outcome.Failed(Category.NETWORK_ERROR, "connection_reset", "")));
    }
    recorder.tick(1_000_000_000, users, connections);
    return recorder.finish(1_000_000_000, Runs.TRUSTED);
  }

  private static Connections connections(
      long opened, long failed, long reused, long byPeer, long byUs, long idle, long overflow) {
    return new Connections(opened, failed, reused, byPeer, byUs, 0, 0, 0, 1, 1, 0, idle, overflow);
  }

  /** The paragraph on one line. */
  private static String text(Results results) {
    return new ConnectionParagraph(results, 100).toString().replaceAll("\\s+", " ").strip();
  }

  @ParameterizedTest
  @CsvSource({
    "20, 80, excellent", "21, 79, moderate", "50, 50, moderate",
    "51, 49, low", "1, 0, low", "0, 0, none"
  })
  void theShareOfReuseHasAWord(long opened, long reused, String reading) {
    var counts = connections(opened, 0, reused, 0, 0, 0, 0);
    var results = run(ConnectionSettings.DEFAULT, counts, 1, 1, 0);
    assertThat(ConnectionReading.of(results).word()).isEqualTo(reading);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # by peer, by us, idle, overflow; users, iterations, lost requests
          50 | 50 | 0 | 0 | 2 | 2 | 0 | The server closed most of them.
          0 | 99 | 0 | 0 | 2 | 2 | 50 | Most were lost with a request that broke
          0 | 99 | 50 | 0 | 2 | 2 | 0 | Most were closed after being idle for 90 s
          0 | 99 | 0 | 50 | 2 | 2 | 0 | a user keeps at most 32 idle
          0 | 50 | 0 | 0 | 2 | 2 | 0 | Most were the first of their user
          0 | 99 | 0 | 0 | 67 | 2 | 0 | Most were the first of their user
          0 | 99 | 0 | 0 | 66 | 125 | 0 | About one was opened for each iteration
          0 | 99 | 0 | 0 | 66 | 126 | 0 | No single cause stands out
          49 | 50 | 0 | 0 | 66 | 126 | 0 | No single cause stands out
          0 | 99 | 0 | 0 | 2 | 126 | 49 | No single cause stands out
          0 | 99 | 49 | 0 | 2 | 126 | 0 | No single cause stands out
          0 | 99 | 0 | 49 | 2 | 126 | 0 | No single cause stands out
          """)
  void littleReuseSaysWhatToLookAt(
      long byPeer,
      long byUs,
      long idle,
      long overflow,
      int users,
      int iterations,
      int lost,
      String sentence) {
    var counts = connections(100, 0, 100, byPeer, byUs, idle, overflow);
    var results = run(ConnectionSettings.DEFAULT, counts, users, iterations, lost);
    assertThat(new ConnectionAdvice(results).sentence()).contains(sentence);
    assertThat(text(results)).contains(sentence).contains("moderate");
  }

  @Test
  void aRequestThatFoundNoConnectionLostNone() {
    var counts = connections(100, 1, 100, 0, 99, 0, 0);
    assertThat(text(run(ConnectionSettings.DEFAULT, counts, 2, 126, 50))).contains("No single");
  }

  @Test
  void enoughReuseNeedsNoAdvice() {
    var counts = connections(20, 0, 80, 20, 0, 0, 0);
    assertThat(text(run(ConnectionSettings.DEFAULT, counts, 1, 1, 0))).endsWith("20.0 new/s");
    assertThat(text(Runs.empty()))
        .isEqualTo(
            "connections 0 opened, 0 reused; at most 0 active and 0 idle at once 0 closed by the"
                + " server, 0 by us, 0 failed 0.00 new/s");
  }

  @Test
  void whereConnectionsAreFreshByChoiceNobodyIsBlamed() {
    var results = run(FRESH, connections(100, 0, 0, 60, 40, 0, 0), 2, 100, 0);
    assertThat(text(results))
        .contains("100 opened, 0 reused (0 %: fresh by choice)")
        .contains("by choice (freshConnections()): response times include setting it up.")
        .doesNotContain("The server closed");
  }

  @Test
  void aRequestThatEndedAtItsStatusCostsNoConnection() {
    var recorder = Runs.recorder("list", ConnectionSettings.DEFAULT);
    recorder.iterationsStarted(200);
    for (int i = 0; i < 100; i++) {
      recorder.record(
          Runs.sample(
              0, 1, 0, 10, 404, new Outcome.Failed(Category.CLIENT_ERROR, "status_404", "")));
    }
    recorder.tick(1_000_000_000, 1, connections(100, 0, 0, 0, 100, 0, 0));
    assertThat(new ConnectionAdvice(recorder.finish(1_000_000_000, Runs.TRUSTED)).sentence())
        .contains("No single cause");
  }

  @Test
  void aRequestThatTheEndCutOffCostsItsConnection() {
    var recorder = Runs.recorder("list", ConnectionSettings.DEFAULT);
    recorder.record(Runs.sample(0, 1, 0, 10, 0, Outcome.INTERRUPTED));
    recorder.tick(1_000_000_000, 1, connections(2, 0, 0, 0, 2, 0, 0));
    assertThat(new ConnectionAdvice(recorder.finish(1_000_000_000, Runs.TRUSTED)).sentence())
        .contains("cut off");
  }
}
