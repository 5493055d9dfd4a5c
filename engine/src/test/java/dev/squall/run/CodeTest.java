package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.load.Load;
import dev.squall.sample.Category;
import dev.squall.scenario.Step;
import dev.squall.scenario.UserCode;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Java over a user's variables. */
@Timeout(30)
class CodeTest {
  private record Ran(List<String> asked, Results results) {}

  private static Ran ran(Load load, Step... steps) throws IOException {
    try (var server = RecordingServer.answering("{\"price\": 19.90, \"count\": 3}")) {
      var results = Sums.holdIn(run(scenario("s", steps), load, at(server.url()), seed(9)));
      assertThat(results.totals().sent()).isEqualTo(server.received().size());
      return new Ran(server.asked(), results);
    }
  }

  private static Ran ran(Step... steps) throws IOException {
    return ran(users(1).iterations(1), steps);
  }

  @Test
  void itReadsAndSetsVariables() throws IOException {
    var ran =
        ran(
            get("/item")
                .extract("price", jsonPath("$.price"))
                .extract("count", jsonPath("$.count"))
                .extract("none", jsonPath("$.none")),
            code(
                    "total",
                    session -> {
                      double price = Double.parseDouble(session.get("price"));
                      session.set("total", price * Integer.parseInt(session.get("count")));
                      session.set("has", session.has("count") + "-" + session.has("none"));
                    })
                .sets("total", "has"),
            get("/pay?total=${total}&has=${has}"));

    assertThat(ran.asked)
        .containsExactly("GET /item", "GET /pay?total=59.699999999999996&has=true-false");
    assertThat(ran.results.totals().iterations().completed()).isEqualTo(1);
  }

  @Test
  void itKnowsWhoPerformsIt() throws IOException {
    var ran =
        ran(
            users(2).iterations(4),
            code("who", session -> session.set("who", session.user() + "-" + session.iteration()))
                .sets("who"),
            get("/${who}"));

    assertThat(ran.asked).containsExactlyInAnyOrder("GET /1-0", "GET /2-1", "GET /1-2", "GET /2-3");
  }

  /** What three calls drew in each iteration, by its index. */
  private static ConcurrentHashMap<Long, List<Double>> drawn(Load load) throws IOException {
    var drawn = new ConcurrentHashMap<Long, List<Double>>();
    ran(
        load,
        repeat(
            3,
            code(
                "draw",
                session ->
                    drawn
                        .computeIfAbsent(session.iteration(), _ -> new ArrayList<>())
                        .add(session.random()))),
        get("/"));
    return drawn;
  }

  @Test
  void randomIsAFunctionOfSeedIterationAndCall() throws IOException {
    var alone = drawn(users(1).iterations(40));

    assertThat(alone).hasSize(40);
    assertThat(drawn(users(4).sharedIterations(40))).isEqualTo(alone);
    assertThat(drawn(perSecond(400).during(millis(100)))).isEqualTo(alone);
    var all = alone.values().stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(120).doesNotHaveDuplicates().allMatch(one -> one >= 0 && one < 1);
    assertThat(all.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .isBetween(0.35, 0.65);
  }

  private static void assertFails(UserCode code, String message) throws IOException {
    var ran = ran(users(1).iterations(2), code("work", code).sets("mine"), get("/never"));

    assertThat(ran.asked).isEmpty();
    assertThat(ran.results.totals().iterations().failed()).isEqualTo(2);
    assertThat(ran.results.totals().requests()).isZero();
    assertThat(ran.results.errors())
        .extracting(
            ErrorStats::category,
            ErrorStats::kind,
            ErrorStats::scenario,
            ErrorStats::step,
            ErrorStats::status,
            ErrorStats::message,
            ErrorStats::count)
        .containsExactly(tuple(Category.SCRIPT_ERROR, "code", "s", "work", 0, message, 2L));
    assertThat(ran.results.scenarios().getFirst().failedAt()).containsOnlyKeys("work");
    assertThat(ran.results.steps()).extracting(step -> step.name()).containsExactly("GET /never");
  }

  @Test
  void whatItThrowsFailsTheIterationWithItsWords() throws IOException {
    assertFails(
        _ -> {
          throw new IllegalStateException("no luck");
        },
        "no luck");
    assertFails(
        _ -> {
          throw new IOException();
        },
        "IOException");
    assertFails(
        _ -> {
          throw new AssertionError("expected one");
        },
        "expected one");
    assertFails(
        _ -> {
          throw new NoClassDefFoundError("some/Library");
        },
        "some/Library");
    assertFails(CodeTest::endless, "StackOverflowError");
  }

  private static void endless(dev.squall.scenario.UserSession session) throws Exception {
    if (session.user() > 0) {
      endless(session);
    }
    session.random();
  }

  @Test
  void whatHasNoValueAndWhatMayNotBeSetIsSaid() throws IOException {
    assertFails(session -> session.get("nothing"), "no value for nothing");
    assertFails(
        session -> {
          session.set("mine", 1);
          session.get("mime");
        },
        "no value for mime; known is mine");
    assertFails(
        session -> session.set("other", 1),
        "the step work does not say that it sets other: add .sets(\"other\")");
  }

  @Test
  void whatIsOptionalMayThrow() throws IOException {
    var ran =
        ran(
            optional(code("work", session -> session.get("nothing")), get("/never")),
            get("/behind"));

    assertThat(ran.asked).containsExactly("GET /behind");
    assertThat(ran.results.totals().iterations().completed()).isEqualTo(1);
    assertThat(ran.results.errors()).extracting(ErrorStats::count).containsExactly(1L);
  }

  @Test
  void itSeesTheItemOfTheLoopAroundIt() throws IOException {
    var seen = new ArrayList<String>();
    ran(
        code("list", session -> session.set("list", "[1, {\"a\": 2}]")).sets("list"),
        forEach("it", "list", code("look", session -> seen.add(session.get("it")))),
        get("/"));

    assertThat(seen).containsExactly("1", "{\"a\":2}");
  }

  @Test
  void aTraceTellsWhatItThrew() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var trace =
          once(
              scenario("s", get("/"), code("work", session -> session.get("x")), get("/never")),
              at(server.url()));

      assertThat(trace.success()).isFalse();
      assertThat(trace.failedAtStep()).contains("work");
      assertThat(trace.steps()).hasSize(2);
      assertThat(trace.steps().getLast().error()).isEqualTo("script_error (code): no value for x");
    }
  }

  @Test
  void aStopInTheMiddleOfItInterruptsTheIteration() throws Exception {
    var sleeping = new CountDownLatch(2);
    try (var server = RecordingServer.answering("{}");
        var run =
            start(
                scenario(
                    "s",
                    get("/"),
                    code(
                        "sleep",
                        _ -> {
                          sleeping.countDown();
                          Thread.sleep(50_000);
                        }),
                    get("/never")),
                users(2).during(minutes(1)),
                at(server.url()),
                grace(seconds(0)))) {
      sleeping.await();
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(results.totals().iterations().interrupted()).isEqualTo(2);
      assertThat(results.totals().iterations().failed()).isZero();
      assertThat(results.errors()).isEmpty();
      assertThat(server.asked()).containsExactly("GET /", "GET /");
    }
  }

  @Test
  void itsTimeIsInNoStepsTime() throws IOException {
    var ran =
        ran(code("think", _ -> Thread.sleep(200)), get("/").named("quick").check(status().is(200)));

    var request = ran.results.slowest("quick");
    assertThat(request.responseMs()).isLessThan(request.atSeconds() * 1000 - 199);
  }

  @Test
  void manyUsersPerformItAtOnce() throws IOException {
    var seen = ConcurrentHashMap.<Long>newKeySet();
    ran(users(8).iterations(400), code("see", session -> seen.add(session.iteration())), get("/"));

    assertThat(seen)
        .isEqualTo(
            IntStream.range(0, 400)
                .mapToObj(Long::valueOf)
                .collect(java.util.stream.Collectors.toSet()));
  }
}
