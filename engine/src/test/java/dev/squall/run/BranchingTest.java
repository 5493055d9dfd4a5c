package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Premise;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.stats.Results;
import dev.squall.stats.ScenarioStats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which way an iteration takes, judged by what the server was asked. */
@Timeout(60)
class BranchingTest {
  private static final String FACTS =
      """
      {"stock": 3, "price": 19.90, "name": "Aurora", "code": "007", "flag": true, "none": null}\
      """;

  private static final Step FACTS_STEP =
      get("/facts")
          .extract("stock", jsonPath("$.stock"))
          .extract("price", jsonPath("$.price"))
          .extract("name", jsonPath("$.name"))
          .extract("code", jsonPath("$.code"))
          .extract("flag", jsonPath("$.flag"))
          .extract("missing", jsonPath("$.nothing"));

  /** What was asked of a server that answers with {@link #FACTS}, and fails under {@code /fail}. */
  private record Ran(List<String> asked, Results results) {
    /** Without the step that brings the facts. */
    List<String> chosen() {
      return asked.stream().filter(one -> !one.equals("GET /facts")).toList();
    }
  }

  private static Ran ran(Scenario scenario, int iterations) throws IOException {
    try (var server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(socket, request.target().startsWith("/fail") ? 500 : 200, FACTS))) {
      var results =
          Sums.holdIn(run(scenario, users(1).iterations(iterations), at(server.url()), seed(7)));
      assertThat(results.totals().sent()).isEqualTo(server.received().size());
      return new Ran(server.asked(), results);
    }
  }

  private static Ran ran(Step... steps) throws IOException {
    return ran(scenario("s", steps), 1);
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of(variable("stock").isAbove(2), true),
        Arguments.of(variable("stock").isAbove(3), false),
        Arguments.of(variable("stock").isBelow(3.5), true),
        Arguments.of(variable("stock").isBelow(3), false),
        Arguments.of(variable("stock").isBetween(3, 3), true),
        Arguments.of(variable("stock").isBetween(4, 9), false),
        Arguments.of(variable("name").isAbove(0), false),
        Arguments.of(variable("name").isBelow(0), false),
        Arguments.of(variable("price").is(19.9), true),
        Arguments.of(variable("price").is("19.900"), true),
        Arguments.of(variable("price").isNot(19.9), false),
        Arguments.of(variable("code").is("007"), true),
        Arguments.of(variable("name").is("Aurora"), true),
        Arguments.of(variable("name").is("aurora"), false),
        Arguments.of(variable("name").isNot("Borea"), true),
        Arguments.of(variable("name").contains("ror"), true),
        Arguments.of(variable("name").contains("x"), false),
        Arguments.of(variable("name").matches("^A.*a$"), true),
        Arguments.of(variable("name").matches("^u"), false),
        Arguments.of(variable("name").in("Borea", "Aurora"), true),
        Arguments.of(variable("name").in("Borea", "Celia"), false),
        Arguments.of(variable("name").is("${name}"), true),
        Arguments.of(variable("name").is("${code}"), false),
        Arguments.of(variable("flag").is(true), true),
        Arguments.of(variable("VU").is(1), true),
        Arguments.of(variable("name").exists(), true),
        Arguments.of(variable("missing").exists(), false),
        Arguments.of(variable("missing").is("x"), false),
        Arguments.of(variable("missing").isNot("x"), false),
        Arguments.of(variable("missing").matches(""), false),
        Arguments.of(variable("name").isNot("${missing}"), false),
        Arguments.of(variable("stock").is(3).and(variable("name").exists()), true),
        Arguments.of(variable("stock").is(3).and(variable("missing").exists()), false),
        Arguments.of(variable("stock").is(4).and(variable("name").exists()), false),
        Arguments.of(variable("stock").is(4).or(variable("name").exists()), true),
        Arguments.of(variable("stock").is(4).or(variable("missing").exists()), false),
        Arguments.of(
            variable("stock").is(4).or(variable("stock").is(5), variable("stock").is(3)), true),
        Arguments.of(
            variable("stock").is(4).or(variable("stock").is(3).and(variable("name").is("x"))),
            false));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void aConditionTakesTheOneWayOrTheOther(Premise condition, boolean holds) throws IOException {
    var ran = ran(FACTS_STEP, when(condition, get("/yes")).otherwise(get("/no")), get("/behind"));

    assertThat(ran.chosen()).containsExactly(holds ? "GET /yes" : "GET /no", "GET /behind");
    assertThat(ran.results.totals().iterations().completed()).isEqualTo(1);
  }

  @Test
  void withoutAnOtherwiseNothingHappens() throws IOException {
    assertThat(ran(FACTS_STEP, when(variable("stock").is(0), get("/yes")), get("/behind")).chosen())
        .containsExactly("GET /behind");
  }

  @Test
  void aConditionIsAskedAgainInEachRound() throws IOException {
    var ran =
        ran(
            FACTS_STEP,
            code("nothing yet", _ -> {}).sets("seen"),
            repeat(
                2,
                when(
                        variable("seen").exists(),
                        group("again", get("/again"), when(variable("VU").is(1), get("/deep"))))
                    .otherwise(get("/first")),
                code("see", session -> session.set("seen", "yes")).sets("seen")));

    assertThat(ran.chosen()).containsExactly("GET /first", "GET /again", "GET /deep");
  }

  /** 99.99 % of such counts lie within; the seed decides which this one is. */
  private static void assertShare(long count, long of, double share) {
    double within = 3.89 * Math.sqrt(of * share * (1 - share)) + 1;
    assertThat((double) count).isBetween(of * share - within, of * share + within);
  }

  private static long count(List<String> asked, String request) {
    return Collections.frequency(asked, request);
  }

  @Test
  void waysAreChosenInTheSharesOfTheirWeights() throws IOException {
    var ran =
        ran(
            scenario(
                "s",
                choose(
                    weight(5, get("/rare")),
                    weight(15, get("/some"), get("/more")),
                    weight(20, get("/often")),
                    weight(60)),
                choose(weight(0.5, get("/second")), weight(0.5, get("/other")))),
            4000);

    assertShare(count(ran.asked, "GET /rare"), 4000, 0.05);
    assertShare(count(ran.asked, "GET /some"), 4000, 0.15);
    assertShare(count(ran.asked, "GET /often"), 4000, 0.2);
    assertShare(count(ran.asked, "GET /second"), 4000, 0.5);
    assertThat(count(ran.asked, "GET /more")).isEqualTo(count(ran.asked, "GET /some"));
    assertThat(count(ran.asked, "GET /second") + count(ran.asked, "GET /other")).isEqualTo(4000);
    assertThat(ran.results.totals().iterations().completed()).isEqualTo(4000);

    // Two choices of an iteration are draws of their own.
    long both = 0;
    for (int i = 0; i + 1 < ran.asked.size(); i++) {
      both +=
          ran.asked.get(i).equals("GET /often") && ran.asked.get(i + 1).equals("GET /second")
              ? 1
              : 0;
    }
    assertShare(both, 4000, 0.1);
  }

  @Test
  void eachRoundOfARepeatChoosesAnew() throws IOException {
    var ran =
        ran(scenario("s", repeat(4, choose(weight(1, get("/a")), weight(3, get("/b"))))), 1000);

    assertShare(count(ran.asked, "GET /a"), 4000, 0.25);
    long same = 0;
    for (int i = 0; i < ran.asked.size(); i += 4) {
      same += ran.asked.subList(i, i + 4).stream().distinct().count() == 1 ? 1 : 0;
    }
    assertShare(same, 1000, Math.pow(0.25, 4) + Math.pow(0.75, 4));
  }

  @Test
  void theSameSeedChoosesTheSameWays() throws IOException {
    var choosing =
        scenario("s", choose(weight(1, get("/a")), weight(1, get("/b"))), leave(0.5), get("/c"));

    assertThat(ran(choosing, 50).asked).isEqualTo(ran(choosing, 50).asked);
  }

  @Test
  void whoLeavesIsAbandonedAndNotFailed() throws IOException {
    var ran =
        ran(
            scenario("s", get("/a"), leave(0.3), group("g", get("/b"), leave(0.1)), get("/c")),
            4000);

    assertShare(4000 - count(ran.asked, "GET /b"), 4000, 0.3);
    long stayed = count(ran.asked, "GET /b");
    assertShare(stayed - count(ran.asked, "GET /c"), stayed, 0.1);

    var iterations = ran.results.totals().iterations();
    assertThat(iterations.completed()).isEqualTo(count(ran.asked, "GET /c"));
    assertThat(iterations.abandoned()).isEqualTo(4000 - iterations.completed());
    assertThat(iterations.failed()).isZero();
    assertThat(ran.results.totals().failed()).isZero();
    assertThat(ran.results.scenarios())
        .extracting(ScenarioStats::abandoned)
        .containsExactly(iterations.abandoned());
  }

  @Test
  void nobodyLeavesWithProbabilityZeroAndEverybodyWithOne() throws IOException {
    assertThat(ran(scenario("s", leave(0), get("/a")), 50).asked).hasSize(50);

    var gone = ran(scenario("s", get("/a"), repeat(3, leave(1), get("/b"))), 50);
    assertThat(gone.asked).hasSize(50).containsOnly("GET /a");
    assertThat(gone.results.totals().iterations().abandoned()).isEqualTo(50);
  }

  @Test
  void whatIsOptionalMayFailAndItsRestIsSkipped() throws IOException {
    var ran =
        ran(scenario("s", optional(get("/a"), get("/fail"), get("/skipped")), get("/behind")), 3);

    assertThat(ran.asked)
        .isEqualTo(
            Collections.nCopies(3, List.of("GET /a", "GET /fail", "GET /behind")).stream()
                .flatMap(List::stream)
                .toList());
    assertThat(ran.results.totals().iterations().completed()).isEqualTo(3);
    assertThat(ran.results.totals().iterations().failed()).isZero();
    assertThat(ran.results.totals().failed()).isEqualTo(3);
    assertThat(ran.results.scenarios().getFirst().failedAt()).isEmpty();
    assertThat(ran.results.errors().getFirst().kind()).isEqualTo("status_500");
  }

  @Test
  void optionalStepsEndWhereTheInnermostOfThemEnds() throws IOException {
    var ran =
        ran(
            optional(
                repeat(2, optional(get("/fail/1"), get("/skipped")), get("/goes/on")),
                group("g", get("/fail/2"), get("/skipped")),
                get("/skipped")),
            get("/fail/3"),
            get("/skipped"));

    assertThat(ran.asked)
        .containsExactly(
            "GET /fail/1",
            "GET /goes/on",
            "GET /fail/1",
            "GET /goes/on",
            "GET /fail/2",
            "GET /fail/3");
    assertThat(ran.results.totals().iterations().failed()).isEqualTo(1);
    assertThat(ran.results.scenarios().getFirst().failedAt()).containsOnlyKeys("GET /fail/3");
  }

  @Test
  void whoLeavesFromOptionalStepsHasLeft() throws IOException {
    var ran = ran(optional(get("/a"), leave(1), get("/skipped")), get("/skipped"));

    assertThat(ran.asked).containsExactly("GET /a");
    assertThat(ran.results.totals().iterations().abandoned()).isEqualTo(1);
  }

  @Test
  void aTraceOfAForgivenFailureIsASuccess() throws IOException {
    try (var server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(socket, request.target().equals("/fail") ? 500 : 200, "{}"))) {
      var trace = once(scenario("s", optional(get("/fail")), get("/b")), at(server.url()));

      assertThat(trace.success()).isTrue();
      assertThat(trace.failedAtStep()).isEmpty();
      assertThat(trace.steps()).extracting(step -> step.status()).containsExactly(500, 200);
    }
  }

  @Test
  void groupsAndRepeatsPerformTheirStepsInOrder() throws IOException {
    var ran =
        ran(
            group("outer", get("/1"), repeat(2, get("/2"), repeat(2, group("inner", get("/3"))))),
            get("/4"));

    var expected = new ArrayList<>(List.of("GET /1"));
    for (int i = 0; i < 2; i++) {
      expected.addAll(List.of("GET /2", "GET /3", "GET /3"));
    }
    expected.add("GET /4");
    assertThat(ran.asked).isEqualTo(expected);
  }

  @Test
  void aFailureEndsGroupsAndRepeatsAroundIt() throws IOException {
    var ran = ran(group("g", repeat(3, get("/a"), get("/fail"), get("/b")), get("/c")), get("/d"));

    assertThat(ran.asked).containsExactly("GET /a", "GET /fail");
    assertThat(ran.results.totals().iterations().failed()).isEqualTo(1);
  }
}
