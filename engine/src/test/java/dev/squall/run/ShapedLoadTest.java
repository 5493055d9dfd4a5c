package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.Load;
import dev.squall.plan.Options;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Scenario;
import dev.squall.stats.Mark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads that change over time, that end by a goal, that several workers share. */
@Timeout(60)
class ShapedLoadTest {
  private static Scenario saying(String text) {
    return scenario("s", post("/").text(text), pause(millis(2)));
  }

  @Test
  void aUserThatComesBackHasKeptItsConnection() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var results =
          Sums.holdIn(
              run(
                  saying("${VU}"),
                  users(1)
                      .during(millis(300))
                      .jumpTo(3, millis(500))
                      .jumpTo(1, millis(300))
                      .jumpTo(2, millis(500)),
                  at(server.url())));

      assertThat(server.bodies()).contains("1", "2", "3").doesNotContain("4");
      assertThat(server.connections()).isEqualTo(3);
      assertThat(results.totals().interrupted()).isZero();
      assertThat(results.users()).hasSize(3);
      assertThat(results.totals().elapsedSeconds()).isGreaterThan(1.55);
    }
  }

  @Test
  void aUserThatIsGoneForGoodGivesUpItsConnectionBeforeTheEnd()
      throws IOException, InterruptedException {
    try (var server = RecordingServer.answering("{}");
        var run =
            start(
                saying("${VU}"),
                users(3).during(millis(300)).jumpTo(1, minutes(10)),
                at(server.url()))) {
      var connections = run.snapshot().connections().totals();
      while (connections.opened() < 3 || connections.closedByUs() < 2) {
        Thread.sleep(5);
        connections = run.snapshot().connections().totals();
      }
      assertThat(run.isDone()).isFalse();
      run.stop();
      assertThat(Sums.holdIn(run.await()).connections().totals().opened()).isEqualTo(3);
    }
  }

  @Test
  void aLoadOfNobodyForAWhileWaitsForItsUsers() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var results =
          Sums.holdIn(
              run(
                  saying("${COUNTER}"),
                  users(0).during(millis(200)).rampTo(2, millis(200)).jumpTo(0, millis(100)),
                  at(server.url())));

      assertThat(results.totals().ok()).isPositive();
      assertThat(results.totals().elapsedSeconds()).isGreaterThan(0.45);
      assertThat(server.bodies()).doesNotHaveDuplicates();
    }
  }

  @Test
  void aRampOfArrivalsIsAsManyAsItsArea() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var results =
          Sums.holdIn(
              run(
                  saying("${COUNTER}"),
                  perSecond(0)
                      .rampTo(100, millis(500))
                      .rampDown(millis(500))
                      .spike(0, millis(400), millis(200)),
                  at(server.url())));

      assertThat(results.totals().iterations().scheduled()).isEqualTo(32);
      assertThat(results.totals().ok()).isEqualTo(32);
      assertThat(results.info().load())
          .isEqualTo(
              "0 to 100/s in 0.5s, then 100 to 0/s in 0.5s, a spike of 0/s at 0.4s for 0.2s");
    }
  }

  @Test
  void aStaircaseEndsOnTheStepThatFails() throws IOException {
    var seen = new AtomicInteger();
    // 20 in the first second, 40 in the second, 60 in the third: all of those fail.
    try (var server =
        new RecordingServer((_, socket) ->
            RecordingServer.say(socket, seen.getAndIncrement() < 60 ? 200 : 500, List.of()))) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/")),
                  stepUp(20, 20, seconds(1)).until(errorRate().isAbove(percent(50))),
                  at(server.url())));

      var reason = results.stopped().orElseThrow();
      assertThat(reason).matches("stopped at 60/s: error rate was [0-9.]+ %, above 50 %");
      assertThat(results.marks()).containsExactly(new Mark(3, reason));
      assertThat(results.totals().elapsedSeconds()).isBetween(3.0, 20.0);
      assertThat(report(results).toString()).contains("  " + reason + "\n");
    }
  }

  @Test
  void aClosedLoadEndsByAGoalToo() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var results =
          Sums.holdIn(
              run(
                  saying("x"),
                  users(2)
                      .during(seconds(1))
                      .hold(minutes(1))
                      .until(requestRate().of("POST /").isAbove(1)),
                  at(server.url())));

      assertThat(results.stopped().orElseThrow())
          .matches("stopped at 2 users: request rate of POST / was [0-9.]+/s, above 1/s");
      assertThat(results.totals().elapsedSeconds()).isBetween(1.0, 20.0);
    }
  }

  private static List<String> bodies(Load load, int worker, int workers) throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      Sums.holdIn(
          run(
              saying("${COUNTER} ${UUID}"),
              load,
              at(server.url()),
              seed(7),
              part(worker, workers)));
      return server.bodies();
    }
  }

  static List<Load> countedLoads() {
    return List.of(
        perSecond(100).during(millis(230)),
        perSecond(200).during(millis(230)).poisson(),
        users(3).iterations(22),
        users(3).sharedIterations(22));
  }

  @ParameterizedTest
  @MethodSource("countedLoads")
  void theWorkersOfALoadSendTogetherWhatOneSends(Load load) throws IOException {
    var whole = bodies(load, 0, 1);
    assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    for (int workers : new int[] {2, 4}) {
      var union = new ArrayList<String>();
      for (int worker = 0; worker < workers; worker++) {
        union.addAll(bodies(load, worker, workers));
      }
      assertThat(union).containsExactlyInAnyOrderElementsOf(whole);
    }
  }

  @Test
  void aWorkerOfAClosedLoadHasEveryNthUser() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      run(saying("${VU}"), users(5).during(millis(300)), at(server.url()), part(1, 2));
      assertThat(server.bodies()).containsOnly("2", "4");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void aWorkerIsOneOfThem(int worker) {
    var problem =
        Assertions.catchThrowableOfType(
            ProblemException.class,
            () ->
                run(
                    saying("x"),
                    users(1).iterations(1),
                    at("http://127.0.0.1:1"),
                    part(worker, 2)));
    assertThat(problem.problems())
        .singleElement()
        .hasToString(
            "load: there is no worker "
                + worker
                + " of 2\n    part(0, 4) is the first of four, part(3, 4) the last");
    assertThat(Options.of(part(1, 2)).part()).isEqualTo(new Options.Part(1, 2));
  }

  @Test
  void fewSharedIterationsAreAllPerformedByManyWorkers() throws IOException {
    var union = new ArrayList<String>();
    for (int worker = 0; worker < 4; worker++) {
      union.addAll(
          bodies(users(2).sharedIterations(6), worker, 4).stream()
              .map(body -> body.substring(0, body.indexOf(' ')))
              .toList());
    }
    assertThat(union)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(0, 6).mapToObj(Long::toString).toList());
  }
}
