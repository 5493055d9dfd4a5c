package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.plan.Lookup;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.PlannedCapture;
import dev.squall.sample.Category;
import dev.squall.sample.StepInfo.Captured;
import dev.squall.scenario.Step;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.StepStats;
import dev.squall.stats.Trace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Branches at the same time inside one user. */
@Timeout(60)
class ParallelTest {
  private static final Step THREE =
      parallel(
          get("/p/a").extract("a", header("X-Target")),
          group("two", get("/p/b").extract("b", header("X-Target")), get("/q/${b}")),
          get("/p/c").extract("c", header("X-Target")));

  /** Answers the branches' first steps only after so many of them have arrived. */
  private static RecordingServer meeting(int branches) throws IOException {
    var barrier = new CyclicBarrier(branches);
    return new RecordingServer((request, socket) -> {
      if (request.target().startsWith("/p/")) {
        try {
          barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
          throw new IOException("the branches did not meet", e);
        }
      }
      answer(request, socket);
    });
  }

  private static void answer(RecordingServer.Received request, java.net.Socket socket)
      throws IOException {
    var name = request.target().substring(request.target().lastIndexOf('/') + 1);
    RecordingServer.say(
        socket,
        request.target().contains("fail") ? 500 : 200,
        List.of("X-Target: " + name, "Set-Cookie: " + name + "=1; Path=/"));
  }

  private static RecordingServer answering() throws IOException {
    return new RecordingServer(ParallelTest::answer);
  }

  @Test
  void branchesAreInFlightAtTheSameTimeAndJoinedBeforeTheNextStep() throws IOException {
    try (var server = meeting(3)) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/first"), THREE, get("/${a}/${b}/${c}")),
                  users(1).iterations(4),
                  at(server.url())));

      assertThat(results.totals().ok()).isEqualTo(24);
      assertThat(results.totals().sent()).isEqualTo(server.received().size());
      for (int i = 0; i < 4; i++) {
        var one = server.asked().subList(6 * i, 6 * i + 6);
        assertThat(one.getFirst()).isEqualTo("GET /first");
        assertThat(one.subList(1, 4)).containsExactlyInAnyOrder("GET /p/a", "GET /p/b", "GET /p/c");
        assertThat(one.subList(4, 6)).containsExactly("GET /q/b", "GET /a/b/c");
      }
    }
  }

  @Test
  void eachBranchHasAConnectionOfItsOwnAndKeepsIt() throws IOException {
    try (var server = meeting(3)) {
      var results =
          run(
              scenario("s", get("/first"), THREE, repeat(2, THREE), get("/last")),
              users(1).iterations(3),
              at(server.url()));

      assertThat(Sums.holdIn(results).totals().ok()).isEqualTo(3 * 14);
      // The first branch takes the user's own; the next step with branches takes those of the last.
      assertThat(server.connections()).isEqualTo(1 + 2);
      assertThat(results.connections().totals().opened()).isEqualTo(3);
    }
  }

  @Test
  void anArrivalIsANewUserWithBranchesOfItsOwn() throws IOException {
    try (var server = answering()) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", THREE, get("/${a}/${b}/${c}")),
                  perSecond(100).during(millis(300)),
                  at(server.url())));

      assertThat(results.totals().iterations().completed()).isEqualTo(30);
      assertThat(results.totals().sent()).isEqualTo(150).isEqualTo(server.received().size());
      assertThat(server.asked()).filteredOn("GET /a/b/c"::equals).hasSize(30);
    }
  }

  @Test
  void branchesDoNotSeeWhatTheOthersSet() throws IOException {
    var seen = new AtomicReference<String>("");
    var set = new CountDownLatch(1);
    try (var server = answering()) {
      run(
          scenario(
              "s",
              get("/").extract("x", header("X-None")),
              code("begin", session -> session.set("y", "before")).sets("y"),
              parallel(
                  group(
                      "sets",
                      code("set", session -> session.set("y", "changed")).sets("y"),
                      code("say", _ -> set.countDown())),
                  code(
                      "look",
                      session -> {
                        set.await(20, TimeUnit.SECONDS);
                        seen.set(session.get("y") + " " + session.has("x"));
                      })),
              get("/${y}")),
          users(1).iterations(1),
          at(server.url()));

      assertThat(seen.get()).isEqualTo("before false");
      assertThat(server.asked()).containsExactly("GET /", "GET /changed");
    }
  }

  @Test
  void whatTheLastOfTheBranchesSetsCountsWhereSeveralDo() throws IOException {
    try (var server = answering()) {
      run(
          scenario(
              "s",
              parallel(
                  code("one", session -> session.set("y", 1)).sets("y"),
                  code("two", session -> session.set("y", 2)).sets("y"),
                  get("/")),
              get("/${y}")),
          users(1).iterations(1),
          at(server.url()));

      assertThat(server.asked()).containsExactly("GET /", "GET /2");
    }
  }

  @Test
  void theCookiesAreTheUsers() throws IOException {
    try (var server = answering()) {
      run(
          scenario("s", parallel(get("/one"), get("/two"), get("/three")), get("/last")),
          users(1).iterations(1),
          at(server.url()));

      assertThat(server.received().getLast().cookies().split("; "))
          .containsExactlyInAnyOrder("one=1", "two=1", "three=1");
    }
  }

  @Test
  void aFailingBranchLetsTheOthersEndAndFailsTheIteration() throws IOException {
    try (var server = meeting(2)) {
      var results =
          Sums.holdIn(
              run(
                  scenario(
                      "s",
                      parallel(
                          group("good", get("/p/a"), get("/q/a")),
                          group("bad", get("/p/fail"), get("/never")),
                          leave(1)),
                      get("/never")),
                  users(1).iterations(2),
                  at(server.url())));

      assertThat(server.asked()).hasSize(6).containsOnly("GET /p/a", "GET /p/fail", "GET /q/a");
      assertThat(results.totals().iterations().failed()).isEqualTo(2);
      assertThat(results.totals().failed()).isEqualTo(2);
      assertThat(results.scenarios().getFirst().failedAt())
          .containsOnlyKeys("GET /p/fail")
          .containsValue(2L);
    }
  }

  @Test
  void aFailingFirstBranchLetsTheOthersEndToo() throws IOException {
    try (var server = meeting(2)) {
      var results =
          Sums.holdIn(
              run(
                  scenario(
                      "s",
                      optional(
                          parallel(get("/p/fail"), group("good", get("/p/a"), get("/q/a"))),
                          get("/never")),
                      get("/behind")),
                  users(1).iterations(1),
                  at(server.url())));

      assertThat(server.asked())
          .containsExactlyInAnyOrder("GET /p/a", "GET /p/fail", "GET /q/a", "GET /behind");
      assertThat(results.totals().iterations().completed()).isEqualTo(1);
    }
  }

  @Test
  void aLeavingBranchAbandonsTheIterationWhenTheOthersHaveEnded() throws IOException {
    try (var server = meeting(2)) {
      var results =
          Sums.holdIn(
              run(
                  scenario(
                      "s",
                      parallel(
                          get("/p/a"),
                          group("leaves", get("/p/b"), leave(1), get("/never")),
                          optional(get("/fail"))),
                      get("/never")),
                  users(1).iterations(1),
                  at(server.url())));

      assertThat(server.asked()).containsExactlyInAnyOrder("GET /p/a", "GET /p/b", "GET /fail");
      assertThat(results.totals().iterations().abandoned()).isEqualTo(1);
      assertThat(results.totals().iterations().failed()).isZero();
    }
  }

  @Test
  void aStopCutsOffEveryBranch() throws Exception {
    var never = new CountDownLatch(1);
    try (var server =
            new RecordingServer((_, _) -> {
              never.await();
            });
        var run =
            start(
                scenario(
                    "s",
                    parallel(
                        pause(minutes(5)),
                        get("/a"),
                        parallel(get("/b"), group("g", get("/c"), get("/never")))),
                    get("/never")),
                users(1).during(minutes(1)),
                at(server.url()),
                grace(seconds(0)))) {
      // The users' own first branch pauses; the other three requests wait for an answer.
      while (server.received().size() < 3) {
        Thread.sleep(5);
      }
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(results.totals().iterations().interrupted()).isEqualTo(1);
      assertThat(results.totals().interrupted()).isEqualTo(3);
      assertThat(results.totals().sent()).isEqualTo(3);
      assertThat(results.totals().failed()).isZero();
      assertThat(server.asked()).containsExactlyInAnyOrder("GET /a", "GET /b", "GET /c");
      never.countDown();
    }
  }

  @Test
  void anInterruptOfOnceEndsEveryBranch() throws Exception {
    try (var server = new RecordingServer((_, _) -> Thread.sleep(50_000))) {
      var trace = new AtomicReference<Trace>();
      var thread =
          Thread.ofPlatform()
              .start(() ->
                  trace.set(
                      once(
                          scenario("s", parallel(get("/a"), get("/b"), pause(minutes(5)))),
                          at(server.url()))));
      while (server.received().size() < 2) {
        Thread.sleep(5);
      }
      thread.interrupt();
      thread.join();

      assertThat(trace.get().success()).isFalse();
      assertThat(trace.get().steps())
          .extracting(Trace.TracedStep::error)
          .containsExactly("interrupted", "interrupted");
    }
  }

  /** A lookup of a header that nobody wanted is a bug that no plan has; here one has it. */
  @Test
  void aBugOfOursInABranchSurfacesAndNeverHangs() throws IOException {
    try (var server = answering()) {
      var plan =
          Plan.of(
              scenario("s", get("/a"), get("/b")),
              users(2).iterations(4),
              Options.of(at(server.url())));
      var bad =
          new PlannedCapture(new Captured("x", "header", false), 0, new Lookup.Header(7), true);
      var broken = Careless.with(plan.requests().getLast(), List.of(bad));
      var run =
          Run.start(
              Careless.inParallel(plan, List.of(plan.requests().getFirst(), broken), List.of("x")));

      assertThatThrownBy(run::await)
          .isInstanceOf(CompletionException.class)
          .hasRootCauseInstanceOf(ArrayIndexOutOfBoundsException.class)
          .cause()
          .hasMessage("a branch ended by an exception");
    }
  }

  @Test
  void nestedBranchesMeetToo() throws IOException {
    try (var server = meeting(4)) {
      var results =
          Sums.holdIn(
              run(
                  scenario(
                      "s",
                      parallel(
                          parallel(get("/p/a"), get("/p/b").extract("b", header("X-Target"))),
                          repeat(
                              1,
                              parallel(get("/p/c"), get("/p/d").extract("d", header("X-Target"))))),
                      get("/${b}${d}")),
                  users(1).iterations(3),
                  at(server.url())));

      assertThat(results.totals().iterations().completed()).isEqualTo(3);
      assertThat(server.asked()).filteredOn("GET /bd"::equals).hasSize(3);
      assertThat(server.connections()).isEqualTo(4);
      assertThat(results.totals().sent()).isEqualTo(server.received().size()).isEqualTo(15);
    }
  }

  @Test
  void whatCodeInABranchThrowsFailsTheIteration() throws IOException {
    try (var server = answering()) {
      var results =
          Sums.holdIn(
              run(
                  scenario(
                      "s",
                      parallel(
                          get("/a"),
                          code(
                              "boom",
                              _ -> {
                                throw new IllegalStateException("no luck");
                              }))),
                  users(1).iterations(1),
                  at(server.url())));

      assertThat(results.totals().iterations().failed()).isEqualTo(1);
      assertThat(results.errors())
          .extracting(ErrorStats::category, ErrorStats::step, ErrorStats::message)
          .containsExactly(tuple(Category.SCRIPT_ERROR, "boom", "no luck"));
    }
  }

  @Test
  void theFirstStepOfEachBranchIsIntendedAtTheFork() throws IOException {
    // A branch that began only when the one before had ended would be late by its delay.
    try (var server =
        new RecordingServer((request, socket) -> {
          Thread.sleep(request.target().startsWith("/p/") ? 300 : 0);
          answer(request, socket);
        })) {
      var results =
          run(
              scenario(
                  "s",
                  pause(millis(400)),
                  parallel(get("/p/a"), group("b", pause(millis(100)), get("/p/b")), get("/p/c")),
                  get("/next")),
              users(1).iterations(1),
              at(server.url()));

      assertThat(results.steps())
          .filteredOn(step -> step.name().startsWith("GET /p/"))
          .extracting(StepStats::slowest)
          .allSatisfy(slowest -> assertThat(slowest.getFirst().responseMs()).isGreaterThan(300));
      // The pauses of the branch that ended last are in no step's time.
      var active = results.scenarios().getFirst().active();
      var duration = results.scenarios().getFirst().duration();
      assertThat(Estimates.ms(duration.max()) - Estimates.ms(active.max())).isGreaterThan(399);
      assertThat(Estimates.ms(active.max())).isGreaterThan(299);
    }
  }
}
