package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Iteration;
import dev.squall.scenario.Step;
import dev.squall.stats.ErrorStats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the time of an iteration stands behind its steps, and what ends it. */
@Timeout(30)
class StepPerformerTest {
  private static final long MILLI = 1_000_000;

  private RecordingServer server;

  @BeforeEach
  void open() throws IOException {
    server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(socket, request.target().startsWith("/bad") ? 500 : 200, "{}"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** With a request behind them that is not performed, because a scenario has one. */
  private OneUser user(Step... steps) {
    var all = new ArrayList<>(List.of(steps));
    all.add(get("/behind").named("behind"));
    return new OneUser(scenario("s", all.toArray(Step[]::new)), at(server.url()));
  }

  /** The row in the statistics of a step by its name. */
  private static int row(OneUser user, String step) {
    return user.plan.infos().stream().map(info -> info.name()).toList().indexOf(step);
  }

  @Test
  void pausesEndWhenTheyShouldHoweverLateTheyWereNoticed() {
    try (var user = user(pause(millis(1)), repeat(3, pause(millis(0.5))))) {
      assertThat(user.perform(2)).isTrue();
      assertThat(user.performer.cursorNanos()).isEqualTo(2_500_000);
      assertThat(user.performer.pausedNanos()).isEqualTo(2_500_000);
      assertThat(user.performer.end()).isEqualTo(Iteration.End.COMPLETED);
      assertThat(user.performer.failedStep()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 2", "3, 1, 2", "1, 2, 3"})
  void afterBranchesItGoesOnWhenTheLastOfThemEnded(int first, int second, int third) {
    var branches = parallel(waiting(first), waiting(second), waiting(third));
    try (var user = user(pause(millis(1)), branches, pause(millis(2)))) {
      assertThat(user.perform(3)).isTrue();
      assertThat(user.performer.cursorNanos()).isEqualTo(6 * MILLI);
      assertThat(user.performer.pausedNanos()).isEqualTo(6 * MILLI);
      assertThat(user.context.now()).isGreaterThanOrEqualTo(6 * MILLI);
    }
  }

  private static Step waiting(int count) {
    return repeat(count, pause(millis(1)));
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void ofTheEndsOfBranchesTheHeaviestCounts(boolean failsFirst) {
    var fails = get("/bad").named("bad");
    var branches = failsFirst ? parallel(fails, leave(1)) : parallel(leave(1), fails);
    try (var user = user(get("/a"), branches)) {
      assertThat(user.performAll()).isFalse();
      assertThat(user.performer.end()).isEqualTo(Iteration.End.FAILED);
      assertThat(user.performer.failedStep()).isEqualTo(row(user, "bad"));
      assertThat(server.asked()).containsExactly("GET /a", "GET /bad");
    }
  }

  @Test
  void ofTwoBranchesThatFailTheFirstIsTold() {
    try (var user = user(parallel(get("/bad/1").named("one"), get("/bad/2").named("two")))) {
      assertThat(user.performAll()).isFalse();
      assertThat(user.performer.failedStep()).isEqualTo(row(user, "one"));
    }
  }

  @Test
  void aBranchThatLeavesEndsTheIterationAndNoStepIsNamed() {
    try (var user = user(parallel(get("/a"), leave(1)))) {
      assertThat(user.performAll()).isFalse();
      assertThat(user.performer.end()).isEqualTo(Iteration.End.ABANDONED);
      assertThat(user.performer.failedStep()).isEqualTo(-1);
    }
  }

  @Test
  void whatFailsInsideOptionalIsForgivenAndLeavingIsNot() {
    try (var user = user(optional(get("/bad").named("bad"), get("/skipped")))) {
      assertThat(user.performAll()).isTrue();
      assertThat(user.performer.end()).isEqualTo(Iteration.End.COMPLETED);
      assertThat(user.performer.failedStep()).isEqualTo(-1);
      assertThat(server.asked()).containsExactly("GET /bad", "GET /behind");
    }
    try (var user = user(optional(leave(1)))) {
      assertThat(user.performAll()).isFalse();
      assertThat(user.performer.end()).isEqualTo(Iteration.End.ABANDONED);
    }
  }

  @Test
  void aRepetitionEndsWithTheRoundThatFails() {
    try (var user = user(repeat(3, get("/a"), get("/bad").named("bad")))) {
      assertThat(user.performAll()).isFalse();
      assertThat(server.asked()).containsExactly("GET /a", "GET /bad");
      assertThat(user.performer.failedStep()).isEqualTo(row(user, "bad"));
    }
  }

  @Test
  void eachIterationBeginsAsIfNoneHadFailed() {
    try (var user = user(get("/bad"))) {
      assertThat(user.performAll()).isFalse();
      assertThat(user.perform(0)).isTrue();
      assertThat(user.performer.end()).isEqualTo(Iteration.End.COMPLETED);
      assertThat(user.performer.failedStep()).isEqualTo(-1);
      assertThat(user.performer.cursorNanos()).isZero();
      assertThat(user.performer.pausedNanos()).isZero();
    }
  }

  @Test
  void aPauseThatIsCutOffLastedAsLongAsItDid() {
    try (var user = user(pause(minutes(60)))) {
      user.context.interrupt();
      assertThat(user.performAll()).isFalse();
      long after = user.context.now();
      assertThat(user.performer.end()).isEqualTo(Iteration.End.INTERRUPTED);
      assertThat(user.performer.cursorNanos()).isBetween(1L, after);
      assertThat(user.performer.pausedNanos()).isEqualTo(user.performer.cursorNanos());
      assertThat(user.performer.failedStep()).isEqualTo(-1);
    }
  }

  @Test
  void aPauseThatIsOverIsNotCutOff() {
    try (var user = user(pause(millis(0)))) {
      user.context.interrupt();
      assertThat(user.perform(1)).isTrue();
      assertThat(user.performer.cursorNanos()).isZero();
    }
  }

  @Test
  void codeThatIsInterruptedInterruptsTheIteration() {
    var interrupted =
        code(
            "waits",
            _ -> {
              throw new InterruptedException("of the test");
            });
    try (var user = user(interrupted)) {
      assertThat(user.performAll()).isFalse();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(user.performer.end()).isEqualTo(Iteration.End.INTERRUPTED);
      assertThat(user.performer.cursorNanos()).isBetween(1L, user.context.now());
      assertThat(user.results().errors()).isEmpty();
    }
  }

  @Test
  void codeThatThrowsFailsItsStepAndSaysWhy() {
    var throwing =
        code(
            "throws",
            _ -> {
              throw new IllegalStateException("on purpose");
            });
    var silent =
        code(
            "throws",
            _ -> {
              throw new AssertionError();
            });
    try (var first = user(throwing);
        var second = user(silent)) {
      assertThat(first.performAll()).isFalse();
      assertThat(first.performer.end()).isEqualTo(Iteration.End.FAILED);
      assertThat(first.performer.failedStep()).isEqualTo(row(first, "throws"));
      assertThat(first.performer.cursorNanos()).isPositive();
      assertThat(first.results().errors())
          .extracting(ErrorStats::message)
          .containsExactly("on purpose");
      assertThat(second.performAll()).isFalse();
      assertThat(second.results().errors())
          .extracting(ErrorStats::message)
          .containsExactly("AssertionError");
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void codeTakesTheTimeThatItTakes() {
    try (var user = user(code("does", _ -> {}))) {
      assertThat(user.perform(1)).isTrue();
      assertThat(user.performer.cursorNanos()).isBetween(1L, user.context.now());
      assertThat(user.performer.pausedNanos()).isZero();
    }
  }

  @Test
  void whatBranchesAskedForCountsForTheirUser() {
    var steps =
        parallel(get("/a"), get("/b"), parallel(get("/c"), optional(get("/bad"))), get("/d"));
    try (var user = user(steps)) {
      assertThat(user.performAll()).isTrue();
      var tally = new UserTally();
      user.performer.addTo(tally);
      assertThat(tally.ok()).isEqualTo(5);
      assertThat(tally.failed()).isEqualTo(1);
      assertThat(tally.requests()).isEqualTo(server.received().size());
    }
  }

  @Test
  void whoGoesClosesTheConnectionsOfItsBranchesToo() {
    try (var user = user(parallel(get("/a"), get("/b"), get("/c")))) {
      assertThat(user.performAll()).isTrue();
      assertThat(user.context.wire.counts().idle()).isEqualTo(3);
      user.performer.close();
      assertThat(user.context.wire.counts().idle()).isZero();
      assertThat(user.context.wire.counts().closedByUs()).isEqualTo(3);
    }
  }
}
