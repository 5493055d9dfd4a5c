package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.load.Load;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Scenario;
import dev.squall.stats.Mark;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a live run may be told: another rate, other users, a pause, a mark. */
@Timeout(60)
class LiveRunTest {
  private RecordingServer server;

  @BeforeEach
  void open() throws IOException {
    server = RecordingServer.answering("{}");
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private Run started(Load load) {
    return start(saying("${VU}"), load, at(server.url()));
  }

  private static Scenario saying(String text) {
    return scenario("s", post("/").text(text), pause(millis(2)));
  }

  private void awaitRequests(int count) throws InterruptedException {
    while (server.received().size() < count) {
      Thread.sleep(2);
    }
  }

  private long saidBy(int user) {
    return Collections.frequency(server.bodies(), String.valueOf(user));
  }

  @Test
  void anotherRateHoldsFromNowOnAndTheNumbersGoOn() throws InterruptedException {
    try (var run =
        start(saying("${COUNTER}"), perSecond(0.5).during(minutes(10)), at(server.url()))) {
      awaitRequests(1);
      run.rate(200);
      awaitRequests(40);
      run.rate(0);
      long scheduled = run.snapshot().totals().iterations().scheduled();
      Thread.sleep(100);
      assertThat(run.snapshot().totals().iterations().scheduled()).isEqualTo(scheduled);
      run.rate(1000);
      awaitRequests((int) scheduled + 50);
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(results.marks())
          .extracting(Mark::text)
          .containsExactly("rate 200/s", "rate 0/s", "rate 1000/s");
      assertThat(server.bodies())
          .containsExactlyInAnyOrderElementsOf(
              LongStream.range(0, results.totals().iterations().scheduled())
                  .mapToObj(Long::toString)
                  .toList());
    }
  }

  @Test
  void otherUsersComeAndGoAlsoBeyondTheFirstMost() throws InterruptedException {
    try (var run = started(users(2).during(minutes(10)))) {
      awaitRequests(10);
      run.users(4);
      while (saidBy(3) < 3 || saidBy(4) < 3) {
        Thread.sleep(2);
      }
      run.users(1);
      long second = saidBy(2);
      long fourth = saidBy(4);
      long first = saidBy(1);
      while (saidBy(1) < first + 30) {
        Thread.sleep(2);
      }
      // One may have been about to begin.
      assertThat(saidBy(2)).isLessThanOrEqualTo(second + 1);
      assertThat(saidBy(4)).isLessThanOrEqualTo(fourth + 1);
      second = saidBy(2);
      run.users(2);
      while (saidBy(2) < second + 5) {
        Thread.sleep(2);
      }
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(results.marks())
          .extracting(Mark::text)
          .containsExactly("users 4", "users 1", "users 2");
      assertThat(saidBy(5)).isZero();
    }
  }

  @Test
  void usersMayAllGoAndComeBackBeforeTheLoadsEnd() throws InterruptedException {
    try (var run = start(saying("${COUNTER}"), users(2).during(minutes(10)), at(server.url()))) {
      awaitRequests(10);
      run.users(0);
      while (run.busyUsers() > 0) {
        Thread.sleep(2);
      }
      Thread.sleep(100);
      int before = server.received().size();
      assertThat(run.isDone()).isFalse();
      run.users(3);
      awaitRequests(before + 20);
      run.stop();
      Sums.holdIn(run.await());
      assertThat(server.bodies()).doesNotHaveDuplicates();
    }
  }

  @Test
  void whoComesBackGoesOnCountingItsRounds() throws InterruptedException {
    try (var run = start(saying("${VU}-${ITER}"), users(1).during(minutes(10)), at(server.url()))) {
      awaitRequests(3);
      run.users(0);
      while (run.busyUsers() > 0) {
        Thread.sleep(2);
      }
      int before = server.received().size();
      run.users(2);
      awaitRequests(before + 20);
      run.stop();
      Sums.holdIn(run.await());
      assertThat(server.bodies()).contains("1-1", "2-1").doesNotHaveDuplicates();
    }
  }

  @Test
  void moreUsersThanRowsOrTheMachineHaveRoomForAreAProblem() {
    var few = scenario("s", get("/${n}"), pause(millis(2))).feed(values("n", 1, 2, 3).sequential());
    try (var rows = start(few, users(2).during(minutes(1)), at(server.url()));
        var run = started(users(2).during(minutes(1)))) {
      assertThatThrownBy(() -> rows.users(3))
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "run: 3 users are more than the load's own, whose rows end: the others would find"
                  + " none\n    users(2), or begin with a load of more users");
      assertThatThrownBy(() -> run.users(2_000_000_000))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("its users need 1999999998");
    }
  }

  @Test
  void whatComesAfterTheEndIsNoMark() {
    var closed = started(users(1).during(millis(20)));
    var open = started(perSecond(50).during(millis(20)));
    closed.await();
    open.await();
    closed.users(2);
    open.rate(3);
    assertThat(closed.snapshot().marks()).isEmpty();
    assertThat(open.snapshot().marks()).isEmpty();
    assertThat(closed).hasToString("scenario s (2 steps), 1 user for 0.02s, ended");
  }

  static List<Load> longLoads() {
    return List.of(
        users(3).during(minutes(10)),
        users(3).iterations(1_000_000),
        users(3).sharedIterations(1_000_000),
        perSecond(300).during(minutes(10)));
  }

  @ParameterizedTest
  @MethodSource("longLoads")
  void nothingBeginsWhileTheLoadIsPaused(Load load) throws InterruptedException {
    try (var run = started(load)) {
      awaitRequests(20);
      run.pause();
      run.pause();
      while (run.busyUsers() > 0) {
        Thread.sleep(2);
      }
      // One may have been between its look at the pause and its iteration.
      Thread.sleep(50);
      int during = server.received().size();
      Thread.sleep(150);
      assertThat(server.received()).hasSize(during);
      run.resume();
      run.resume();
      awaitRequests(during + 20);
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(results.marks()).extracting(Mark::text).containsExactly("paused", "resumed");
      assertThat(results.totals().failed()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("longLoads")
  void aPausedLoadCanBeStopped(Load load) throws InterruptedException {
    try (var run = started(load)) {
      awaitRequests(5);
      run.pause();
      run.stop();
      assertThat(Sums.holdIn(run.await()).totals().ok()).isGreaterThanOrEqualTo(5);
    }
  }

  static List<Load> shortLoads() {
    return List.of(users(2).during(millis(400)), perSecond(100).during(millis(400)));
  }

  @ParameterizedTest
  @MethodSource("shortLoads")
  void aPauseMovesTheEnd(Load load) throws InterruptedException {
    try (var run = started(load)) {
      awaitRequests(1);
      run.pause();
      Thread.sleep(600);
      assertThat(run.isDone()).isFalse();
      run.resume();
      var results = Sums.holdIn(run.await());

      assertThat(results.totals().elapsedSeconds()).isGreaterThan(0.95);
      if (load.toString().startsWith("100/s")) {
        assertThat(results.totals().iterations().scheduled()).isEqualTo(40);
        assertThat(results.totals().ok()).isEqualTo(40);
      }
    }
  }

  @Test
  void aMarkIsInTheResultsInTheTimelineAndInTheReports() throws InterruptedException {
    try (var run = started(users(1).during(minutes(1)))) {
      awaitRequests(1);
      run.mark("cache off");
      run.stop();
      var results = run.await();
      run.mark("too late");

      assertThat(results.marks()).extracting(Mark::text).containsExactly("cache off");
      assertThat(results.marks().getFirst().seconds())
          .isBetween(0.0, results.totals().elapsedSeconds());
      assertThat(results.timeline())
          .filteredOn(point -> point.marks().equals(List.of("cache off")))
          .hasSize(1);
      assertThat(run.snapshot().marks()).hasSize(1);
      assertThat(report(results).toString()).contains("marks  ").contains("cache off");
    }
  }

  @Test
  void whatDoesNotFitTheLoadSaysWhichLoadItIs() {
    try (var closed = started(users(2).during(minutes(1)));
        var open = started(perSecond(5).during(minutes(1)));
        var some = started(users(2).iterations(1_000_000))) {
      assertThatThrownBy(() -> closed.rate(5))
          .isInstanceOf(ProblemException.class)
          .hasMessage("run: the load, 2 users for 1m, has no rate\n    users(30) changes it");
      assertThatThrownBy(() -> open.users(5))
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "run: the load, 5/s for 1m, has the users that it needs\n    rate(50) changes it");
      assertThatThrownBy(() -> some.rate(5))
          .isInstanceOf(ProblemException.class)
          .hasMessage("run: the load, 1000000 iterations by 2 users, has no rate");
      assertThatThrownBy(() -> some.users(5))
          .isInstanceOf(ProblemException.class)
          .hasMessage("run: the load, 1000000 iterations by 2 users, keeps its users to its end");
      assertThatThrownBy(() -> open.rate(-1)).hasMessageContaining("a rate of -1.0 per second");
      assertThatThrownBy(() -> open.rate(Double.NaN)).hasMessageContaining("a rate of NaN");
      assertThatThrownBy(() -> open.rate(2e9)).hasMessageContaining("a rate of 2.0E9");
      assertThatThrownBy(() -> closed.users(-1)).hasMessageContaining("-1 users cannot be kept");
      assertThat(closed.snapshot().marks()).isEmpty();
    }
  }
}
