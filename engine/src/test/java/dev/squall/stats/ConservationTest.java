package dev.squall.stats;

import static dev.squall.stats.Facts.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Category;
import dev.squall.sample.Connections;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample.Kind;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class ConservationTest {
  private static final int USERS = 400;
  private static final int ITERATIONS = 50;

  /** Steps, seconds, users, scenarios, endpoints and errors add up to the totals. */
  static void sumsHold(Results results) {
    var totals = results.totals();
    assertThat(totals.requests()).isEqualTo(totals.ok() + totals.failed() + totals.interrupted());
    var timeline = results.timeline();
    assertThat(sum(results.steps(), StepStats::hops)).isEqualTo(totals.hops());
    assertThat(sum(results.steps(), StepStats::attempts)).isEqualTo(totals.attempts());
    assertThat(results.hopService().count() + results.hopService().beside())
        .isEqualTo(totals.hops());
    for (var step : results.steps()) {
      assertThat(step.hopService().count() + step.hopService().beside()).isEqualTo(step.hops());
    }
    assertSums(totals.requests(), results, StepStats::count, ScenarioStats::requests);
    assertSums(totals.ok(), results, StepStats::ok, ScenarioStats::ok);
    assertSums(totals.failed(), results, StepStats::failed, ScenarioStats::failedRequests);
    assertSums(
        totals.interrupted(), results, StepStats::interrupted, ScenarioStats::interruptedRequests);
    assertThat(sum(timeline, TimelinePoint::requests)).isEqualTo(totals.requests());
    assertThat(sum(timeline, TimelinePoint::ok)).isEqualTo(totals.ok());
    assertThat(sum(timeline, TimelinePoint::failed)).isEqualTo(totals.failed());
    assertThat(sum(timeline, TimelinePoint::interrupted)).isEqualTo(totals.interrupted());
    assertThat(sum(timeline, TimelinePoint::bytesSent)).isEqualTo(totals.bytesSent());
    assertThat(sum(timeline, TimelinePoint::bytesReceived)).isEqualTo(totals.bytesReceived());
    assertThat(sum(timeline, TimelinePoint::iterations)).isEqualTo(totals.iterations().ended());
    assertThat(sum(results.users(), UserStats::requests) + results.otherUsers().requests())
        .isEqualTo(totals.requests());
    assertThat(sum(results.users(), UserStats::iterations) + results.otherUsers().iterations())
        .isEqualTo(totals.iterations().ended());
    assertThat(sum(results.users(), UserStats::ok) + results.otherUsers().ok())
        .isEqualTo(totals.ok());
    assertThat(sum(results.endpoints(), EndpointStats::count)).isEqualTo(totals.requests());
    assertThat(sum(results.errors(), ErrorStats::count) + results.furtherErrors())
        .isEqualTo(totals.failed());
    assertThat(sum(results.scenarios(), ScenarioStats::iterations))
        .isEqualTo(totals.iterations().ended());
    var response = results.response();
    assertThat(response.count() + response.censored() + response.beside())
        .isEqualTo(totals.requests());
    assertThat(totals.iterations().running()).isNotNegative();
  }

  private static void assertSums(
      long total,
      Results results,
      ToLongFunction<StepStats> ofSteps,
      ToLongFunction<ScenarioStats> ofScenarios) {
    assertThat(sum(results.steps(), ofSteps)).isEqualTo(total);
    assertThat(sum(results.scenarios(), ofScenarios)).isEqualTo(total);
  }

  private static <T> long sum(Iterable<T> rows, ToLongFunction<T> value) {
    long sum = 0;
    for (var row : rows) {
      sum += value.applyAsLong(row);
    }
    return sum;
  }

  @Test
  void whateverTheThreadsDoEverySumHoldsAtEveryMoment() throws InterruptedException {
    var recorder = Facts.recorder();
    var recording = Thread.ofPlatform().start(() -> record(recorder));
    long last = 0;
    while (recording.isAlive()) {
      var snapshot = recorder.snapshot(nanos(5000));
      sumsHold(snapshot);
      assertThat(snapshot.totals().requests()).isGreaterThanOrEqualTo(last);
      last = snapshot.totals().requests();
      recorder.tick(nanos(5000), 1, Connections.NONE);
    }
    recording.join();
    var results = recorder.finish(nanos(5000), Generator.RUNNING);
    sumsHold(results);
    long requests = USERS * ITERATIONS * 3L;
    assertThat(results.totals().requests()).isEqualTo(requests);
    assertThat(results.totals().hops()).isEqualTo(requests);
    assertThat(results.totals().attempts()).isEqualTo(requests / 3);
    assertThat(results.totals().bytesSent()).isEqualTo(100 * requests + 10 * (4 * requests / 3));
    assertThat(results.connections().connect().count()).isEqualTo((long) USERS * ITERATIONS);
    assertThat(results.connections().handshakes()).isEqualTo((long) USERS * ITERATIONS);
    assertThat(results.connections().resumed()).isEqualTo(USERS * ITERATIONS / 2L);
    assertThat(results.users()).hasSize(USERS);
    var iterations = results.totals().iterations();
    assertThat(iterations.scheduled()).isEqualTo(iterations.started() + iterations.dropped());
    assertThat(iterations.started()).isEqualTo((long) USERS * ITERATIONS);
    assertThat(iterations.running()).isZero();
  }

  private static void record(Recorder recorder) {
    try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int user = 1; user <= USERS; user++) {
        int number = user;
        users.execute(() -> iterate(recorder, number));
      }
    }
  }

  private static void iterate(Recorder recorder, int user) {
    var random = new Random(user);
    for (int i = 0; i < ITERATIONS; i++) {
      recorder.iterationsScheduled(i % 5 == 0 ? 2 : 1);
      recorder.iterationsDropped(i % 5 == 0 ? 1 : 0);
      recorder.iterationsStarted(1);
      recorder.record(Facts.opened(user, 0, 1, 2, i % 2 == 0));
      double start = random.nextDouble() * 4000;
      recorder.record(Facts.exchange(Kind.ATTEMPT, i % 3, user, start, 1));
      for (int step = 0; step < 3; step++) {
        double took = Math.exp(random.nextGaussian() + 3);
        recorder.record(Facts.exchange(Kind.HOP, step, user, start, took));
        recorder.record(
            switch (random.nextInt(4)) {
              case 0 -> Facts.silent(user, start, 1, took, Facts.TIMED_OUT);
              case 1 -> Facts.silent(user, start, -1, took, Outcome.INTERRUPTED);
              case 2 ->
                  Facts.sample(
                      step,
                      user,
                      start,
                      1,
                      took,
                      404,
                      new Outcome.Failed(Category.CLIENT_ERROR, "kind " + user * i, ""));
              default -> Facts.ok(step, user, start, took);
            });
      }
      recorder.record(Facts.iteration(i % 2, user, start, 100, Facts.end(random)));
    }
  }
}
