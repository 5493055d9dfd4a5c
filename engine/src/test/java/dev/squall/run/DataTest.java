package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.Squall;
import dev.squall.load.Load;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Scenario;
import dev.squall.stats.Results;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which rows reach the server, and what becomes of a load whose rows come to an end. */
@Timeout(60)
class DataTest {
  private RecordingServer server;

  @BeforeEach
  void open() throws IOException {
    server = RecordingServer.answering("{}");
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static Feed rows(int count) {
    return Squall.values(
        "row", IntStream.range(0, count).<Object>mapToObj(Integer::toString).toArray());
  }

  private static Scenario reading(Feed feed) {
    return scenario("reading", get("/${row}/${VU}/${COUNTER}").named("read")).feed(feed);
  }

  private Results sent(Feed feed, Load load) {
    return Sums.holdIn(run(reading(feed), load, at(server.url()), grace(seconds(30))));
  }

  private List<Integer> rowsSeen() {
    return server.received().stream()
        .map(one -> Integer.valueOf(one.target().split("/", -1)[1]))
        .sorted()
        .toList();
  }

  @Test
  void aCircularFeedGivesEachIterationTheRowOfItsIndex() {
    sent(rows(4), users(3).iterations(10));

    assertThat(server.received())
        .allSatisfy(one -> {
          var parts = one.target().split("/", -1);
          assertThat(Integer.parseInt(parts[1])).isEqualTo(Integer.parseInt(parts[3]) % 4);
        });
    assertThat(rowsSeen()).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 3, 3);
  }

  @Test
  void aSequentialFeedEndsAClosedLoadAfterItsLastRow() {
    var results = sent(rows(7).sequential(), users(3).during(minutes(5)));

    assertThat(rowsSeen()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(results.stopped().orElseThrow()).startsWith("stopped: the data has rows for");
    assertThat(results.totals().elapsedSeconds()).isLessThan(60);
  }

  @Test
  void andAnOpenOne() {
    var results = sent(rows(7).once(), perSecond(200).during(minutes(5)));

    assertThat(rowsSeen()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(results.totals().iterations().scheduled()).isEqualTo(7);
    assertThat(results.stopped()).isPresent();
  }

  @Test
  void andIterationsOfBothKinds() {
    var divided = sent(rows(7).sequential(), users(3).iterations(100));
    var shared = sent(rows(7).sequential(), users(3).sharedIterations(100));

    assertThat(divided.totals().iterations().scheduled()).isEqualTo(7);
    assertThat(shared.totals().iterations().scheduled()).isEqualTo(7);
    assertThat(divided.stopped()).isPresent();
    assertThat(shared.stopped()).isPresent();
  }

  @Test
  void enoughRowsEndNothing() {
    var results = sent(rows(10).sequential(), users(3).iterations(10));

    assertThat(rowsSeen()).hasSize(10).doesNotHaveDuplicates();
    assertThat(results.stopped()).isEmpty();
  }

  @Test
  void aUniqueFeedGivesEachUserARowForGood() {
    sent(rows(4).unique(), users(4).iterations(20));

    assertThat(server.received())
        .hasSize(20)
        .allSatisfy(one -> {
          var parts = one.target().split("/", -1);
          assertThat(Integer.parseInt(parts[1])).isEqualTo(Integer.parseInt(parts[2]) - 1);
        });
  }

  @Test
  void moreUsersThanUniqueRowsAreAProblemBeforeAnythingIsSent() {
    assertThatThrownBy(() -> sent(rows(4).unique(), users(5).during(seconds(1))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("5 users share 4 rows, and each wants its own");
    assertThatThrownBy(() -> sent(rows(4).unique(), perSecond(5).during(seconds(1))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("add .maxUsers(4) to the load, or more rows");
    assertThat(server.received()).isEmpty();
  }

  @Test
  void moreUsersThanUniqueRowsCannotBeCalledLive() {
    try (var run =
        start(reading(rows(4).unique()), users(4).during(minutes(1)), at(server.url()))) {
      assertThatThrownBy(() -> run.users(5))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("4 rows");
    }
  }

  @Test
  void namesOfColumnsAreTheirOwn() {
    var twice = reading(rows(2)).feed(rows(3));
    var extracted =
        scenario("s", get("/${row}").extract("row", body())).feed(rows(2)).at(server.url());
    var builtIn = scenario("s", get("/")).feed(Squall.values("VU", "1")).at(server.url());

    assertThatThrownBy(() -> once(twice, at(server.url())))
        .hasMessageContaining("two feeds have a column row");
    assertThatThrownBy(() -> once(extracted))
        .hasMessageContaining("has the name of a variable that a step extracts");
    assertThatThrownBy(() -> once(builtIn)).hasMessageContaining("has the name of a built-in");
  }

  @Test
  void theSetupAndTheTeardownHaveNoRow() {
    assertThatThrownBy(() ->
            once(reading(rows(2)).setup(get("/setup/${row}").named("set up")), at(server.url())))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("row");
    assertThatThrownBy(() ->
            once(reading(rows(2)).teardown(get("/end/${row}").named("end")), at(server.url())))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("row");
  }

  @Test
  void pacingDelaysNoEnd() {
    var paced = scenario("paced", get("/health")).pacing(minutes(5));

    var divided = run(paced, users(2).iterations(2), at(server.url()));
    var shared = run(paced, users(2).sharedIterations(1), at(server.url()));
    var trace = once(paced, at(server.url()));

    assertThat(divided.totals().iterations().completed()).isEqualTo(2);
    assertThat(shared.totals().iterations().completed()).isEqualTo(1);
    assertThat(trace.totalMs()).isLessThan(60_000);
  }

  @Test
  void pacingKeepsItsGridAndALateUserDoesNotSkip() {
    var paced = scenario("paced", get("/health")).pacing(millis(20));
    var results =
        Sums.holdIn(run(paced, users(2).iterations(20), at(server.url()), grace(seconds(30))));

    assertThat(results.totals().iterations().completed()).isEqualTo(20);
    // Ten iterations of a user begin at 0, 20, … 180 ms: never earlier.
    assertThat(results.totals().elapsedSeconds()).isGreaterThanOrEqualTo(0.18);
    assertThatThrownBy(() -> run(paced, perSecond(5).during(seconds(1)), at(server.url())))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("pacing is for users that go round");
  }
}
