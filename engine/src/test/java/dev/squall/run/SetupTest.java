package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.sample.Category;
import dev.squall.scenario.Scenario;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import dev.squall.stats.Trace.TracedStep;
import dev.squall.stats.Verdict;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is performed once around a load. */
@Timeout(30)
class SetupTest {
  private final AtomicInteger made = new AtomicInteger();

  /** Fails under {@code /fail}; each answer of {@code /make} has another id. */
  private RecordingServer server() throws IOException {
    return new RecordingServer((request, socket) ->
        RecordingServer.say(
            socket,
            request.target().startsWith("/fail") ? 500 : 200,
            request.target().startsWith("/make")
                ? "{\"id\": \"id" + made.incrementAndGet() + "\"}"
                : "{}"));
  }

  private static Scenario around(String work) {
    return scenario("s", get(work))
        .setup(post("/make").extract("id", jsonPath("$.id")))
        .teardown(delete("/gone/${id}"));
  }

  private static void assertAround(List<String> asked, int iterations) {
    assertThat(asked.getFirst()).isEqualTo("POST /make");
    assertThat(asked.getLast()).isEqualTo("DELETE /gone/id1");
    assertThat(asked.subList(1, asked.size() - 1))
        .isEqualTo(Collections.nCopies(iterations, "GET /work/id1"));
  }

  @Test
  void itIsPerformedOnceWhateverTheUsersAndEveryUserSeesItsVariables() throws IOException {
    for (var load :
        List.of(
            users(4).iterations(20),
            users(4).sharedIterations(20),
            perSecond(100).during(millis(200)))) {
      made.set(0);
      try (var server = server()) {
        var results = Sums.holdIn(run(around("/work/${id}"), load, at(server.url())));

        assertAround(server.asked(), 20);
        assertThat(results.totals().outside()).isEqualTo(2);
        assertThat(results.totals().requests()).isEqualTo(20);
        assertThat(results.totals().sent()).isEqualTo(22).isEqualTo(server.received().size());
        assertThat(results.totals().iterations().completed()).isEqualTo(20);
      }
    }
  }

  @Test
  void itsRequestsAreInNoLatencyAndNoRow() throws IOException {
    try (var server = server()) {
      var results =
          Sums.holdIn(run(around("/work/${id}"), users(2).iterations(6), at(server.url())));

      assertThat(results.steps()).extracting(StepStats::name).containsExactly("GET /work/${id}");
      assertThat(results.endpoints()).hasSize(1);
      assertThat(results.response().count()).isEqualTo(6);
      assertThat(results.service().count()).isEqualTo(6);
      assertThat(results.scenarios().getFirst().requests()).isEqualTo(6);
      assertThat(results.users()).hasSize(2);
      assertThat(results.otherUsers().requests()).isZero();
    }
  }

  @Test
  void itIsMadeOfStepsOfEveryKind() throws IOException {
    try (var server = server()) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/${a}/${b}/${n}"))
                      .setup(
                          parallel(
                              post("/make/1").named("a").extract("a", jsonPath("$.id")),
                              get("/other")),
                          post("/make/2").named("b").extract("b", jsonPath("$.id")),
                          optional(get("/fail")),
                          code("count", session -> session.set("n", session.user())).sets("n")),
                  users(2).iterations(4),
                  at(server.url())));

      assertThat(server.asked().subList(0, 2))
          .containsExactlyInAnyOrder("POST /make/1", "GET /other");
      assertThat(server.asked()).filteredOn("GET /id1/id2/0"::equals).hasSize(4);
      assertThat(results.totals().outside()).isEqualTo(4);
      assertThat(results.totals().sent()).isEqualTo(8);
      assertThat(results.totals().iterations().completed()).isEqualTo(4);
    }
  }

  @Test
  void whatAnIterationSetsIsGoneInTheNextAndInTheTeardown() throws IOException {
    try (var server = server()) {
      run(
          scenario("s", get("/${id}"), post("/make").named("again").extract("id", jsonPath("$.id")))
              .setup(post("/make").extract("id", jsonPath("$.id")))
              .teardown(delete("/${id}")),
          users(1).iterations(2),
          at(server.url()));

      assertThat(server.asked())
          .containsExactly(
              "POST /make", "GET /id1", "POST /make", "GET /id1", "POST /make", "DELETE /id1");
    }
  }

  @Test
  void aFailingSetupBeginsNoLoad() throws IOException {
    try (var server = server()) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/never"))
                      .setup(get("/first"), get("/fail").named("prepare"), get("/never"))
                      .teardown(get("/never")),
                  users(3).iterations(9),
                  at(server.url())));

      assertThat(server.asked()).containsExactly("GET /first", "GET /fail");
      assertThat(results.totals().requests()).isZero();
      assertThat(results.totals().outside()).isEqualTo(2);
      assertThat(results.totals().sent()).isEqualTo(2);
      assertThat(results.totals().iterations().started()).isZero();
      assertThat(results.generator().verdict()).isEqualTo(Verdict.INVALID);
      assertThat(results.generator().reasons().getFirst())
          .isEqualTo("the setup failed at prepare: no load was begun");
      assertThat(results.errors())
          .extracting(
              ErrorStats::category,
              ErrorStats::kind,
              ErrorStats::scenario,
              ErrorStats::step,
              ErrorStats::count)
          .containsExactly(tuple(Category.SERVER_ERROR, "status_500", "s", "prepare", 1L));
    }
  }

  @Test
  void noKindOfLoadBeginsAfterAFailingSetup() throws IOException {
    try (var server = server()) {
      var loads =
          List.of(
              users(2).during(seconds(1)),
              users(2).iterations(4),
              perSecond(10).during(seconds(1)));
      for (var load : loads) {
        var results =
            run(
                scenario("s", get("/never")).setup(get("/fail").named("prepare")),
                load,
                at(server.url()));

        assertThat(results.generator().reasons().getFirst())
            .as(load.toString())
            .isEqualTo("the setup failed at prepare: no load was begun");
      }
      assertThat(server.asked()).containsExactly("GET /fail", "GET /fail", "GET /fail");
    }
  }

  @Test
  void codeThatThrowsInASetupBeginsNoLoadEither() throws IOException {
    try (var server = server()) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/never"))
                      .setup(code("prepare", session -> session.get("nothing"))),
                  users(1).iterations(1),
                  at(server.url())));

      assertThat(server.asked()).isEmpty();
      assertThat(results.generator().reasons().getFirst())
          .isEqualTo("the setup failed at prepare: no load was begun");
      assertThat(results.errors())
          .extracting(ErrorStats::kind, ErrorStats::message)
          .containsExactly(tuple("code", "no value for nothing"));
    }
  }

  @Test
  void aSetupTriesAgain() throws IOException {
    var first = new AtomicInteger();
    try (var server =
        new RecordingServer((_, socket) ->
            RecordingServer.say(socket, first.getAndIncrement() == 0 ? 503 : 200, "{}"))) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/work")).setup(get("/wait").retry(attempts(3))),
                  users(1).iterations(2),
                  at(server.url())));

      assertThat(server.asked())
          .containsExactly("GET /wait", "GET /wait", "GET /work", "GET /work");
      assertThat(results.totals().outside()).isEqualTo(1);
      assertThat(results.totals().sent()).isEqualTo(4);
      assertThat(results.errors()).isEmpty();
    }
  }

  @Test
  void aFailingTeardownIsTold() throws IOException {
    try (var server = server()) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/work")).teardown(delete("/fail"), get("/skipped")),
                  users(2).iterations(4),
                  at(server.url())));

      assertThat(server.asked()).endsWith("DELETE /fail").hasSize(5);
      assertThat(results.totals().failed()).isZero();
      assertThat(results.totals().iterations().completed()).isEqualTo(4);
      assertThat(results.errors())
          .extracting(ErrorStats::kind, ErrorStats::step)
          .containsExactly(tuple("status_500", "DELETE /fail"));
      assertThat(results.generator().reasons()).noneMatch(reason -> reason.contains("setup"));
    }
  }

  @Test
  void theTeardownFollowsAStop() throws InterruptedException, IOException {
    try (var server = server();
        var run = start(around("/work/${id}"), users(2).during(minutes(1)), at(server.url()))) {
      while (server.received().size() < 5) {
        Thread.sleep(5);
      }
      run.stop();
      var results = Sums.holdIn(run.await());

      assertAround(server.asked(), (int) results.totals().requests());
      assertThat(results.totals().outside()).isEqualTo(2);
      assertThat(results.totals().sent()).isEqualTo(server.received().size());
    }
  }

  @Test
  void theTeardownFollowsALoadThatWasCutOff() throws InterruptedException, IOException {
    var never = new CountDownLatch(1);
    try (var server =
            new RecordingServer((request, socket) -> {
              if (request.target().startsWith("/work")) {
                never.await();
              }
              RecordingServer.say(socket, 200, "{\"id\": \"id1\"}");
            });
        var run =
            start(
                around("/work/${id}"),
                users(2).during(minutes(1)),
                at(server.url()),
                grace(seconds(0)))) {
      while (server.received().size() < 3) {
        Thread.sleep(5);
      }
      run.stop();
      var results = Sums.holdIn(run.await());

      assertAround(server.asked(), 2);
      assertThat(results.totals().interrupted()).isEqualTo(2);
      assertThat(results.totals().sent()).isEqualTo(4);
      assertThat(results.errors()).isEmpty();
      never.countDown();
    }
  }

  @Test
  void aStopDuringTheSetupEndsIt() throws InterruptedException, IOException {
    try (var server = new RecordingServer((_, _) -> Thread.sleep(50_000));
        var run = start(around("/work/${id}"), users(2).during(minutes(1)), at(server.url()))) {
      while (server.received().isEmpty()) {
        Thread.sleep(5);
      }
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(server.asked()).containsExactly("POST /make");
      assertThat(results.totals().iterations().scheduled()).isZero();
      assertThat(results.generator().verdict()).isEqualTo(Verdict.INVALID);
    }
  }

  @Test
  void inAMixTheMixsComesFirstAndItsTeardownLast() throws IOException {
    try (var server = server()) {
      var results =
          Sums.holdIn(
              run(
                  mix(
                          "day",
                          share(
                              1,
                              scenario("a", get("/a/${all}/${id}"))
                                  .setup(post("/make/a").extract("id", jsonPath("$.id")))
                                  .teardown(delete("/a/${all}/${id}"))),
                          share(
                              1,
                              scenario("b", get("/b/${all}/${id}"))
                                  .setup(post("/make/b").extract("id", jsonPath("$.id")))
                                  .teardown(delete("/fail/b"))))
                      .setup(post("/make/all").extract("all", jsonPath("$.id")))
                      .teardown(delete("/all/${all}"))
                      .at(server.url()),
                  users(3).iterations(30)));

      assertThat(server.asked().subList(0, 3))
          .containsExactly("POST /make/all", "POST /make/a", "POST /make/b");
      assertThat(server.asked().subList(33, 36))
          .containsExactly("DELETE /a/id1/id2", "DELETE /fail/b", "DELETE /all/id1");
      assertThat(server.asked().subList(3, 33))
          .hasSize(30)
          .containsOnly("GET /a/id1/id2", "GET /b/id1/id3");
      assertThat(results.totals().outside()).isEqualTo(6);
      assertThat(results.totals().sent()).isEqualTo(36);
    }
  }

  @Test
  void aFailingSetupOfOneScenarioBeginsNoMix() throws IOException {
    try (var server = server()) {
      Results results =
          Sums.holdIn(
              run(
                  mix(
                          "day",
                          share(1, scenario("a", get("/never")).setup(get("/fail").named("x"))),
                          share(1, scenario("b", get("/never")).setup(get("/never/b"))))
                      .setup(get("/all"))
                      .at(server.url()),
                  users(3).iterations(30)));

      assertThat(server.asked()).containsExactly("GET /all", "GET /fail");
      assertThat(results.generator().reasons().getFirst()).contains("failed at x");
    }
  }

  @Test
  void onceIsBetweenThemToo() throws IOException {
    try (var server = server()) {
      var trace = once(around("/work/${id}"), at(server.url()));

      assertAround(server.asked(), 1);
      assertThat(trace.success()).isTrue();
      assertThat(trace.variables()).containsEntry("id", "id1");
      assertThat(trace.steps())
          .extracting(TracedStep::name)
          .containsExactly("POST /make", "GET /work/${id}", "DELETE /gone/${id}");
    }
  }

  @Test
  void onceEndsWithAFailingSetup() throws IOException {
    try (var server = server()) {
      var trace =
          once(
              scenario("s", get("/never")).setup(get("/fail")).teardown(get("/never/either")),
              at(server.url()));

      assertThat(server.asked()).containsExactly("GET /fail");
      assertThat(trace.success()).isFalse();
      assertThat(trace.failedAtStep()).contains("GET /fail");
    }
  }
}
