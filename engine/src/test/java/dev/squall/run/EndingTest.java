package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.squall.load.Load;
import dev.squall.plan.Lookup;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.PlannedCapture;
import dev.squall.sample.StepInfo.Captured;
import dev.squall.shop.PracticeShop;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class EndingTest {
  private static PracticeShop shop;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String url() {
    return shop.url().toString();
  }

  /** A run's time begins a moment after it was started. */
  private static void awaitBegin(Run run) throws InterruptedException {
    while (run.progress().elapsedSeconds() == 0) {
      Thread.sleep(1);
    }
  }

  static List<Load> anyLoad() {
    return List.of(
        users(3).during(minutes(1)),
        users(3).iterations(1_000_000),
        users(3).sharedIterations(1_000_000),
        perSecond(200).during(minutes(1)));
  }

  @ParameterizedTest
  @MethodSource("anyLoad")
  void aStopInTheMiddleReturnsCompleteResults(Load load) throws InterruptedException {
    long before = shop.requests();
    try (var run = start(ShoppingFlow.scenario(), load, at(url()))) {
      awaitBegin(run);
      Thread.sleep(400);
      assertThat(run.isDone()).isFalse();
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(run.isDone()).isTrue();
      assertThat(run.snapshot()).isSameAs(results);
      assertThat(run.busyUsers()).isZero();
      assertThat(run.progress().requests()).isEqualTo(results.totals().requests());
      assertThat(results.totals().iterations().completed()).isPositive();
      assertThat(results.totals().interrupted()).isZero();
      assertThat(results.totals().sent()).isEqualTo(shop.requests() - before);
      assertThat(results.totals().elapsedSeconds()).isBetween(0.4, 20.0);
    }
  }

  @ParameterizedTest
  @MethodSource("anyLoad")
  void aStopCutsOffRequestsAndPausesAfterTheGrace(Load load) throws InterruptedException {
    var slow = scenario("slow", get("/health"), pause(millis(10)), get("/delay/50000"));
    long before = shop.requests();
    try (var run = start(slow, load, at(url()), grace(millis(100)))) {
      Thread.sleep(500);
      run.stop();
      var results = Sums.holdIn(run.await());

      var iterations = results.totals().iterations();
      assertThat(iterations.completed()).isZero();
      assertThat(iterations.interrupted()).isEqualTo(iterations.started()).isPositive();
      assertThat(results.totals().interrupted()).isPositive();
      assertThat(results.totals().failed()).isZero();
      assertThat(results.response().censored()).isEqualTo(results.totals().interrupted());
      assertThat(shop.requests() - before)
          .isBetween(results.totals().ok(), results.totals().sent());
      assertThat(results.totals().elapsedSeconds()).isBetween(0.6, 20.0);
    }
  }

  @Test
  void aPauseIsCutOffAndItsRestIsNotCounted() throws InterruptedException {
    var sleepy = scenario("sleepy", get("/health"), pause(minutes(1)), get("/health"));
    try (var run = start(sleepy, users(2).during(minutes(1)), at(url()), grace(Duration.ZERO))) {
      awaitBegin(run);
      Thread.sleep(300);
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(results.totals().requests()).isEqualTo(2);
      assertThat(results.totals().iterations().interrupted()).isEqualTo(2);
      var duration = results.scenarios().getFirst().duration();
      assertThat(duration.censored()).isEqualTo(2);
      assertThat(results.totals().elapsedSeconds()).isBetween(0.3, 20.0);
    }
  }

  @Test
  void theGraceLetsRunningIterationsEnd() {
    var results =
        Sums.holdIn(
            run(
                scenario("slow", get("/delay/400"), get("/health")),
                users(2).during(millis(100)),
                at(url()),
                grace(seconds(20))));

    assertThat(results.totals().iterations().completed()).isEqualTo(2);
    assertThat(results.totals().ok()).isEqualTo(4);
    assertThat(results.totals().elapsedSeconds()).isBetween(0.4, 15.0);
  }

  @Test
  void anInterruptOfTheWaitingThreadStopsTheRunAndStillReturns() throws InterruptedException {
    var results = new AtomicReference<dev.squall.stats.Results>();
    var stillInterrupted = new AtomicReference<Boolean>();
    var waiting =
        Thread.ofPlatform()
            .start(() -> {
              results.set(
                  run(scenario("s", get("/health")), users(2).during(minutes(1)), at(url())));
              stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
    Thread.sleep(400);
    waiting.interrupt();
    waiting.join();

    assertThat(Sums.holdIn(results.get()).totals().ok()).isPositive();
    assertThat(stillInterrupted.get()).isTrue();
  }

  @Test
  void aSnapshotOfARunningRunIsConsistent() throws InterruptedException {
    try (var run = start(ShoppingFlow.scenario(), perSecond(100).during(minutes(1)), at(url()))) {
      for (int i = 0; i < 20; i++) {
        Thread.sleep(20);
        var all = run.snapshot().totals();
        assertThat(all.ok() + all.failed() + all.interrupted()).isEqualTo(all.requests());
        assertThat(all.iterations().started()).isGreaterThanOrEqualTo(all.iterations().ended());
        assertThat(all.iterations().scheduled()).isGreaterThanOrEqualTo(all.iterations().started());
        assertThat(run.busyUsers()).isNotNegative();
      }
      assertThat(run.snapshot().totals().requests()).isPositive();
      assertThat(run.progress().requests()).isPositive();
    }
  }

  @Test
  void aTickAtEachSecondSpeaksOfTheSecondThatEnded() {
    var results = run(scenario("s", get("/delay/30")), users(4).during(millis(2300)), at(url()));

    var timeline = results.timeline();
    assertThat(timeline.get(0).busyUsers()).isEqualTo(4);
    assertThat(timeline.get(1).busyUsers()).isEqualTo(4);
    assertThat(results.connections().utilisation().getFirst().seconds()).isEqualTo(1.0);
  }

  static List<Load> loadsThatAreOver() {
    return List.of(
        users(3).during(millis(100)), users(3).iterations(6), perSecond(50).during(millis(100)));
  }

  /** A lookup of a header that nobody wanted is a bug that no plan has; here one has it. */
  private static Plan broken(Load load) {
    var plan = Plan.of(scenario("s", get("/health")), load, Options.of(at(url())));
    var bad = new PlannedCapture(new Captured("x", "header", false), 0, new Lookup.Header(7), true);
    var request = Careless.with(plan.requests().getFirst(), List.of(bad));
    return Careless.with(plan, List.of(request), List.of("x"));
  }

  @ParameterizedTest
  @MethodSource("loadsThatAreOver")
  void aBugOfOursSurfacesAndNeverHangs(Load load) {
    var run = Run.start(broken(load));

    assertThatThrownBy(run::await)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThatThrownBy(run::snapshot).isInstanceOf(CompletionException.class);
    assertThat(run.busyUsers()).isZero();
  }

  @Test
  void noThreadAndNoConnectionOutlivesARun() throws InterruptedException {
    for (var load : loadsThatAreOver()) {
      var results = run(ShoppingFlow.scenario(), load, at(url()));
      assertThat(results.totals().ok()).isPositive();
    }
    // The canaries and the wire's scanner end by themselves, a moment later.
    for (int i = 0; i < 100 && !ours().isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertThat(ours()).isEmpty();
  }

  @Test
  void noDescriptorOutlivesARun() throws InterruptedException {
    assumeThat(new File("/proc/self/fd")).isDirectory();
    run(ShoppingFlow.scenario(), perSecond(100).during(millis(100)), at(url()));
    long before = descriptors();
    for (var load : anyLoad()) {
      try (var run =
          start(scenario("s", get("/delay/50")), load, at(url()), grace(Duration.ZERO))) {
        Thread.sleep(200);
        assertThat(run.snapshot().totals().requests()).isPositive();
      }
    }
    // The shop is in this process: its ends of the connections close when it notices.
    for (int i = 0; i < 100 && descriptors() > before + 2; i++) {
      Thread.sleep(20);
    }
    assertThat(descriptors()).isLessThanOrEqualTo(before + 2);
  }

  private static long descriptors() {
    return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
  }

  private static List<String> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("squall-"))
        .toList();
  }

  @Test
  void tenThousandUsersBeginAndEnd() {
    var results =
        Sums.holdIn(
            run(
                scenario("s", pause(millis(200)), get("/health")),
                users(10_000).iterations(10_000),
                at("http://127.0.0.1:1"),
                grace(seconds(20))));

    assertThat(results.totals().iterations().failed()).isEqualTo(10_000);
    assertThat(results.totals().requests()).isEqualTo(10_000);
    assertThat(results.users()).hasSize(10_000);
    assertThat(results.totals().elapsedSeconds()).isBetween(0.2, 15.0);
  }
}
