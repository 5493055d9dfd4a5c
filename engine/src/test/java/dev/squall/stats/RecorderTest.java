package dev.squall.stats;

import static dev.squall.stats.Facts.REFUSED;
import static dev.squall.stats.Facts.TIMED_OUT;
import static dev.squall.stats.Facts.UNWELCOME;
import static dev.squall.stats.Facts.checked;
import static dev.squall.stats.Facts.exact;
import static dev.squall.stats.Facts.iteration;
import static dev.squall.stats.Facts.nanos;
import static dev.squall.stats.Facts.ok;
import static dev.squall.stats.Facts.recorder;
import static dev.squall.stats.Facts.sample;
import static dev.squall.stats.Facts.silent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.squall.sample.Category;
import dev.squall.sample.Connections;
import dev.squall.sample.Iteration;
import dev.squall.sample.Iteration.End;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.Estimate.AtLeast;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final Connections SOME =
      new Connections(20, 1, 180, 2, 3, 4, 7, 13, 15, 20, 99, 1, 2);

  @Test
  void aRunWithoutRequestsHasNoNumbersAndNoNaN() {
    var results = recorder().finish(0, Generator.RUNNING);
    assertThat(results.totals())
        .isEqualTo(
            new Totals(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                new IterationCounts(0, 0, 0, 0, 0, 0, 0),
                0,
                0,
                0,
                0));
    assertThat(results.response().percentile(99)).isEqualTo(Estimate.NONE);
    assertThat(results.timeline()).isEmpty();
    assertThat(results.users()).isEmpty();
    assertThat(results.otherUsers().meanMs()).isEqualTo(Estimate.NONE);
    assertThat(results.errors()).isEmpty();
    assertThat(results.connections().openedPerSecond()).isZero();
    assertThat(results.steps()).hasSize(3);
    assertThat(results.info()).isEqualTo(Facts.INFO);
  }

  @Test
  void responseServiceAndWaitAreToldApart() {
    var recorder = recorder();
    recorder.record(sample(0, 1, 100, 30, 80, 200, Outcome.OK));
    var results = recorder.finish(nanos(1000), Generator.RUNNING);
    var step = results.steps().getFirst();
    assertThat(exact(step.response().max())).isCloseTo(80, within(0.1));
    assertThat(exact(step.service().max())).isCloseTo(50, within(0.1));
    assertThat(exact(step.waiting().max())).isCloseTo(30, within(0.1));
    assertThat(results.response()).isEqualTo(step.response());
    assertThat(results.service()).isEqualTo(step.service());
    assertThat(results.waiting()).isEqualTo(step.waiting());
  }

  /** Written 1, 30 and 5 ms after their starts; the last never, so it was never in flight. */
  @Test
  void whateverWasInFlightIsAddedUpWhateverBecameOfIt() {
    var recorder = recorder();
    recorder.record(Facts.ok(0, 1, 0, 101));
    recorder.record(silent(1, 0, 30, 230, TIMED_OUT));
    recorder.record(silent(2, 0, 5, 45, Outcome.INTERRUPTED));
    recorder.record(silent(2, 0, 5, 8, Facts.BROKEN));
    recorder.record(silent(2, 0, -1, 500, Facts.REFUSED));
    recorder.record(Facts.exchange(Sample.Kind.HOP, 0, 1, 0, 20));
    recorder.record(Facts.exchange(Sample.Kind.ATTEMPT, 0, 1, 0, 4.5));
    assertThat(recorder.finish(nanos(1000), Generator.RUNNING).totals().inFlightSeconds())
        .isEqualTo(0.3675);
  }

  @Test
  void aTimeOutIsCensoredAtItsAge() {
    var recorder = recorder();
    recorder.record(silent(1, 0, 2000, 5000, TIMED_OUT));
    var step = recorder.finish(nanos(6000), Generator.RUNNING).steps().getFirst();
    assertThat(step.response().percentile(50)).isEqualTo(new AtLeast(5000));
    assertThat(step.service().percentile(50)).isEqualTo(new AtLeast(3000));
    assertThat(exact(step.waiting().percentile(50))).isCloseTo(2000, within(2.0));
    assertThat(step.failed()).isEqualTo(1);
    assertThat(step.response().beside()).isZero();
  }

  @Test
  void whatWasNeverWrittenIsCensoredInTheWaitAndInNoService() {
    var recorder = recorder();
    recorder.record(silent(1, 0, -1, 5000, Outcome.INTERRUPTED));
    var step = recorder.finish(nanos(6000), Generator.RUNNING).steps().getFirst();
    assertThat(step.response().percentile(50)).isEqualTo(new AtLeast(5000));
    assertThat(step.waiting().percentile(50)).isEqualTo(new AtLeast(5000));
    assertThat(step.service().percentile(50)).isEqualTo(Estimate.NONE);
    assertThat(step.service().beside()).isEqualTo(1);
    assertThat(step.interrupted()).isEqualTo(1);
    assertThat(step.slowest().getFirst().serviceMs()).isEqualTo(-1);
  }

  @Test
  void aRequestWrittenAtTheVeryStartHasAService() {
    var recorder = recorder();
    recorder.record(sample(0, 1, 0, 0, 10, 200, Outcome.OK));
    recorder.record(silent(1, 0, 0, 20, TIMED_OUT));
    var step = recorder.finish(nanos(1000), Generator.RUNNING).steps().getFirst();
    assertThat(step.service().count()).isEqualTo(1);
    assertThat(step.service().censored()).isEqualTo(1);
    assertThat(step.waiting().count()).isEqualTo(2);
    assertThat(step.slowest()).extracting(Exemplar::serviceMs).containsExactly(20.0, 10.0);
  }

  @Test
  void aRefusalIsCountedBesideTheLatencies() {
    var recorder = recorder();
    recorder.record(silent(1, 0, -1, 3, REFUSED));
    recorder.record(ok(0, 1, 0, 50));
    var results = recorder.finish(nanos(1000), Generator.RUNNING);
    assertThat(results.response().count()).isEqualTo(1);
    assertThat(results.response().censored()).isZero();
    assertThat(results.response().beside()).isEqualTo(1);
    assertThat(exact(results.response().min())).isCloseTo(50, within(0.1));
    assertThat(results.totals().failed()).isEqualTo(1);
    assertThat(results.totals().sent()).isEqualTo(1);
  }

  @Test
  void anAnswerThatAChecksDoesNotAcceptIsStillATime() {
    var recorder = recorder();
    recorder.record(sample(0, 1, 0, 1, 50, 500, UNWELCOME));
    var step = recorder.finish(nanos(1000), Generator.RUNNING).steps().getFirst();
    assertThat(step.response().count()).isEqualTo(1);
    assertThat(step.failed()).isEqualTo(1);
    assertThat(step.ok()).isZero();
    assertThat(step.status()).containsExactly(entry(500, 1L));
  }

  @Test
  void requestsWithoutAStatusAreInNone() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 0, 50));
    recorder.record(ok(0, 2, 0, 50));
    recorder.record(silent(1, 0, 1, 3, REFUSED));
    var step = recorder.finish(nanos(1000), Generator.RUNNING).steps().getFirst();
    assertThat(step.status()).containsExactly(entry(200, 2L));
  }

  @Test
  void stepsOfOneScenarioAndNameShareARow() {
    var recorder = recorder();
    for (int step = 0; step < 4; step++) {
      recorder.record(ok(step, 1, 0, 10 * (step + 1)));
    }
    var results = recorder.finish(nanos(2000), Generator.RUNNING);
    assertThat(results.steps())
        .extracting(StepStats::scenario, StepStats::name, StepStats::count, StepStats::ok)
        .containsExactly(
            tuple("shopping", "login", 2L, 2L),
            tuple("shopping", "list", 1L, 1L),
            tuple("browsing", "list", 1L, 1L));
    assertThat(exact(results.steps().getFirst().response().max())).isCloseTo(40, within(0.1));
    assertThat(results.steps().getFirst().endpoint()).isEqualTo("POST /auth/login");
  }

  @Test
  void anEndpointGathersItsStepsAcrossScenarios() {
    var recorder = recorder();
    for (int step = 0; step < 4; step++) {
      recorder.record(ok(step, 1, 0, 10 * (step + 1)));
    }
    recorder.record(sample(2, 1, 0, 1, 5, 500, UNWELCOME));
    recorder.record(sample(1, 1, 0, 1, 5, 0, Outcome.INTERRUPTED));
    var endpoints = recorder.finish(nanos(2000), Generator.RUNNING).endpoints();
    assertThat(endpoints)
        .extracting(EndpointStats::endpoint)
        .containsExactly("POST /auth/login", "GET /products", "POST /auth/again");
    var products = endpoints.get(1);
    assertThat(products.count()).isEqualTo(4);
    assertThat(products.ok()).isEqualTo(2);
    assertThat(products.failed()).isEqualTo(1);
    assertThat(products.interrupted()).isEqualTo(1);
    assertThat(products.response().count()).isEqualTo(3);
    assertThat(products.service().count()).isEqualTo(3);
    assertThat(products.waiting().count()).isEqualTo(4);
    assertThat(products.waiting().beside()).isZero();
  }

  @Test
  void everyCheckIsCountedAndThoseOfOneNameAreAdded() {
    var recorder = recorder();
    recorder.record(checked(ok(0, 1, 0, 10), 0b00));
    recorder.record(checked(sample(0, 1, 0, 1, 10, 200, UNWELCOME), 0b10));
    recorder.record(checked(sample(0, 1, 0, 1, 10, 200, UNWELCOME), 0b11));
    recorder.record(checked(sample(3, 1, 0, 1, 10, 200, UNWELCOME), 0b01));
    recorder.record(ok(0, 1, 0, 10));
    assertThat(recorder.finish(nanos(1000), Generator.RUNNING).steps().getFirst().checks())
        .containsExactly(
            new CheckStats("status is 200", 2, 1),
            new CheckStats("token", 1, 3),
            new CheckStats("fresh", 1, 0));
  }

  @Test
  void aScenarioTellsHowItsIterationsEndedAndWhere() {
    var recorder = recorder();
    recorder.iterationsScheduled(8);
    recorder.iterationsDropped(2);
    IntStream.range(0, 6).forEach(_ -> recorder.iterationsStarted(1));
    recorder.record(iteration(0, 1, 0, 100, End.COMPLETED));
    recorder.record(iteration(0, 2, 0, 10, End.FAILED));
    recorder.record(iteration(0, 2, 0, 10, End.FAILED));
    recorder.record(iteration(0, 3, 0, 20, End.ABANDONED));
    recorder.record(iteration(0, 4, 0, 900, End.INTERRUPTED));
    recorder.record(iteration(1, 5, 0, 300, End.COMPLETED));
    recorder.record(ok(0, 1, 0, 10));
    recorder.record(sample(1, 1, 0, 1, 5, 500, UNWELCOME));
    recorder.record(sample(3, 1, 0, 1, 5, 0, Outcome.INTERRUPTED));
    var results = recorder.finish(nanos(2000), Generator.RUNNING);
    assertThat(results.totals().iterations()).isEqualTo(new IterationCounts(8, 6, 2, 2, 2, 1, 1));
    assertThat(results.totals().iterations().ended()).isEqualTo(6);
    assertThat(results.totals().iterations().running()).isZero();
    assertThat(results.totals().iterationsPerSecond()).isEqualTo(2.5);
    assertThat(results.totals().requestsPerSecond()).isEqualTo(1.5);
    var shopping = results.scenarios().getFirst();
    assertThat(shopping.name()).isEqualTo("shopping");
    assertThat(shopping.completed()).isEqualTo(1);
    assertThat(shopping.failed()).isEqualTo(2);
    assertThat(shopping.abandoned()).isEqualTo(1);
    assertThat(shopping.interrupted()).isEqualTo(1);
    assertThat(shopping.iterations()).isEqualTo(5);
    assertThat(shopping.failedAt()).containsExactly(entry("login", 2L));
    assertThat(shopping.requests()).isEqualTo(3);
    assertThat(shopping.ok()).isEqualTo(1);
    assertThat(shopping.failedRequests()).isEqualTo(1);
    assertThat(shopping.interruptedRequests()).isEqualTo(1);
    assertThat(shopping.requestsPerSecond()).isEqualTo(1.5);
    assertThat(shopping.iterationsPerSecond()).isEqualTo(2);
    assertThat(shopping.duration().count()).isEqualTo(1);
    assertThat(shopping.duration().beside()).isEqualTo(3);
    assertThat(exact(shopping.duration().min())).isCloseTo(100, within(0.1));
    assertThat(exact(shopping.active().min())).isCloseTo(98, within(0.1));
    assertThat(shopping.duration().max()).isEqualTo(new AtLeast(900));
    assertThat(shopping.active().max()).isEqualTo(new AtLeast(898));
    assertThat(results.scenarios().get(1).completed()).isEqualTo(1);
    assertThat(results.scenarios().get(1).requests()).isZero();
  }

  @Test
  void aFailureOutsideEveryStepIsNamedAfterNone() {
    var recorder = recorder();
    recorder.record(new Iteration(0, 1, 0, 0, nanos(5), 0, End.FAILED, -1));
    var shopping = recorder.finish(nanos(1000), Generator.RUNNING).scenarios().getFirst();
    assertThat(shopping.failed()).isEqualTo(1);
    assertThat(shopping.failedAt()).isEmpty();
  }

  @Test
  void errorsOfOneKindAreOneRowWithTheEarliestAsExample() {
    var recorder = recorder();
    recorder.record(silent(1, 500, -1, 3, new Outcome.Failed(Category.NETWORK_ERROR, "x", "late")));
    recorder.record(
        silent(2, 100, -1, 3, new Outcome.Failed(Category.NETWORK_ERROR, "x", "early")));
    recorder.record(silent(1, 300, -1, 3, new Outcome.Failed(Category.NETWORK_ERROR, "x", "mid")));
    recorder.record(sample(0, 1, 0, 1, 5, 500, UNWELCOME));
    var results = recorder.finish(nanos(1000), Generator.RUNNING);
    assertThat(results.errors()).hasSize(2);
    var first = results.errors().getFirst();
    assertThat(first.category()).isEqualTo(Category.NETWORK_ERROR);
    assertThat(first.kind()).isEqualTo("x");
    assertThat(first.scenario()).isEqualTo("shopping");
    assertThat(first.step()).isEqualTo("login");
    assertThat(first.status()).isZero();
    assertThat(first.count()).isEqualTo(3);
    assertThat(first.message()).isEqualTo("early");
    assertThat(first.example().user()).isEqualTo(2);
    assertThat(first.example().iteration()).isEqualTo(7);
    assertThat(first.example().atSeconds()).isEqualTo(0.103);
    assertThat(first.example().responseMs()).isEqualTo(3);
    assertThat(results.errors().get(1).status()).isEqualTo(500);
    assertThat(results.furtherErrors()).isZero();
  }

  @Test
  void errorRowsAreBoundedAndTheRestIsCounted() {
    var recorder = recorder();
    for (int i = 0; i < 1500; i++) {
      var outcome = new Outcome.Failed(Category.OTHER_ERROR, "kind " + i, "");
      recorder.record(silent(i, 0, -1, 3, outcome));
      recorder.record(silent(i, 0, -1, 3, outcome));
    }
    var results = recorder.finish(nanos(1000), Generator.RUNNING);
    assertThat(results.errors()).hasSize(1000);
    assertThat(results.errors()).allMatch(error -> error.count() == 2);
    assertThat(results.furtherErrors()).isEqualTo(1000);
  }

  @Test
  void resultsPrintInOneLine() {
    var recorder = recorder();
    recorder.record(ok(0, 1, 0, 50));
    recorder.record(sample(0, 2, 0, 0, 2000, 0, TIMED_OUT));

    assertThat(recorder.finish(nanos(2500), Generator.RUNNING))
        .hasToString(
            "shopping: 2 requests in 2.5 s, 1 failed, p50 50.0 ms, p99 ≥ 2000.0 ms, suspect");
    assertThat(recorder().finish(0, Generator.RUNNING))
        .hasToString(
            "shopping: 0 requests in 0.0 s, 0 failed, p50 nothing measured, p99 nothing measured,"
                + " suspect");
  }

  @Test
  void theSlowestTwentyOfEachRowAreKept() {
    var recorder = recorder();
    for (int i = 1; i <= 100; i++) {
      recorder.record(ok(i % 2 == 0 ? 0 : 3, i, 0, i));
      recorder.record(ok(1, i, 0, 1000 + i));
    }
    var steps = recorder.finish(nanos(1000), Generator.RUNNING).steps();
    assertThat(steps.getFirst().slowest())
        .extracting(Exemplar::responseMs)
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> 100.0 - i).toList());
    assertThat(steps.getFirst().slowest().getFirst())
        .isEqualTo(
            new Exemplar(
                42,
                "shopping",
                0,
                100,
                7,
                1,
                100,
                99,
                200,
                0.1,
                new Breakdown(0, 1000, 0, 0, 0, 0, 0, 99_000, 0),
                Outcome.OK));
    assertThat(steps.get(1).slowest()).hasSize(20);
    assertThat(steps.get(2).slowest()).isEmpty();
  }

  @Test
  void usersAreKeptSinglyUpToALimitAndTogetherBeyond() {
    var recorder = recorder();
    for (int user : new int[] {1, 2, 4, 5, 4, 10_000, 10_001, 20_000, 0}) {
      recorder.record(ok(0, user, 0, user == 4 ? 10 : 20));
      recorder.record(iteration(0, user, 0, 20, End.COMPLETED));
    }
    recorder.record(silent(4, 0, 1, 9, REFUSED));
    recorder.record(silent(4, 0, 1, 9, Outcome.INTERRUPTED));
    recorder.record(iteration(0, 9_999, 0, 20, End.INTERRUPTED));
    recorder.record(sample(0, 5, 0, 0, 2000, 0, TIMED_OUT));
    var results = recorder.finish(nanos(1000), Generator.RUNNING);
    assertThat(results.users())
        .containsExactly(
            new UserStats(1, 1, 1, 1, 0, 0, 1, 0, 20_000),
            new UserStats(2, 1, 1, 1, 0, 0, 1, 0, 20_000),
            new UserStats(4, 2, 4, 2, 1, 1, 2, 0, 20_000),
            new UserStats(5, 1, 2, 1, 1, 0, 1, 1, 2_020_000),
            new UserStats(9_999, 1, 0, 0, 0, 0, 0, 0, 0),
            new UserStats(10_000, 1, 1, 1, 0, 0, 1, 0, 20_000));
    assertThat(results.otherUsers()).isEqualTo(new UserStats(0, 3, 3, 3, 0, 0, 3, 0, 60_000));
    assertThat(results.users())
        .extracting(UserStats::meanMs)
        .startsWith(new Estimate.Exact(20), new Estimate.Exact(20), new Estimate.Exact(10))
        .contains(new Estimate.AtLeast(1010), Estimate.NONE);
  }

  @Test
  void connectionsAreTheLastTickAndTheirCourse() {
    var recorder = recorder();
    recorder.tick(nanos(1000), 5, Connections.NONE);
    recorder.tick(nanos(2000), 9, SOME);
    var connections = recorder.finish(nanos(4000), Generator.RUNNING).connections();
    assertThat(connections.totals()).isEqualTo(SOME);
    assertThat(connections.openedPerSecond()).isEqualTo(5);
    assertThat(connections.utilisation())
        .containsExactly(
            new ConnectionStats.Utilisation(1, 0, 0, 5, 0),
            new ConnectionStats.Utilisation(2, 7, 13, 9, 20));
  }

  @Test
  void aVeryLongRunThinsItsTicks() {
    var recorder = recorder();
    for (int second = 1; second <= 36_001; second++) {
      recorder.tick(nanos(1000.0 * second), 1, SOME);
    }
    var ticks = recorder.finish(nanos(36_001_000), Generator.RUNNING).connections().utilisation();
    assertThat(ticks).hasSize(18_001);
    assertThat(ticks.get(1).seconds()).isEqualTo(3);
    assertThat(ticks.getLast().seconds()).isEqualTo(36_001);
  }

  @Test
  void progressIsCheapAndSaysWhatTheSnapshotSays() {
    var recorder = recorder();
    for (int i = 1; i <= 100; i++) {
      recorder.record(ok(1, i, 0, i));
    }
    recorder.record(silent(3, 0, 1, 5, REFUSED));
    recorder.record(iteration(0, 1, 0, 5, End.COMPLETED));
    var progress = recorder.progress(nanos(500));
    var results = recorder.snapshot(nanos(500));
    assertThat(progress)
        .isEqualTo(
            new Progress(
                0.5,
                101,
                1,
                202,
                1,
                results.response().percentile(50),
                results.response().percentile(95),
                results.response().percentile(99)));
    assertThat(exact(progress.p95())).isCloseTo(95, within(0.1));
    assertThat(exact(progress.p99())).isCloseTo(99, within(0.1));
    assertThat(results.generator().verdict().label()).isEqualTo("suspect");
  }

  @Test
  void aSnapshotDoesNotChangeWhatFollows() {
    var disturbed = recorder();
    var quiet = recorder();
    for (int i = 0; i < 500; i++) {
      for (var recorder : List.of(disturbed, quiet)) {
        recorder.record(ok(i % 4, i, 13.0 * i, 5 + i % 90));
      }
      if (i % 7 == 0) {
        disturbed.snapshot(nanos(13 * i));
      }
    }
    var a = disturbed.finish(nanos(7000), Generator.RUNNING);
    var b = quiet.finish(nanos(7000), Generator.RUNNING);
    assertThat(a.steps()).isEqualTo(b.steps());
    assertThat(a.timeline()).isEqualTo(b.timeline());
    assertThat(a.users()).isEqualTo(b.users());
    assertThat(a.matrix().encode()).isEqualTo(b.matrix().encode());
  }

  @Test
  void aStepOfAnUnknownScenarioIsRefused() {
    var steps = List.of(new StepInfo("nowhere", "a", "GET /", List.of()));
    assertThatThrownBy(() -> new Recorder(Facts.INFO, Facts.SCENARIOS, steps, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
  }
}
