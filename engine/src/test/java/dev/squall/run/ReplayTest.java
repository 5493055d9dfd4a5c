package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.squall.load.Load;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.run.RecordingServer.Received;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Trace;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An iteration of a finished run again, judged by the bytes that the server saw. */
@Timeout(60)
class ReplayTest {

  /** Everything that is drawn, behind draws that an earlier step of the iteration has taken. */
  private static Scenario drawing(String name, String who) {
    return scenario(
            name,
            get("/list?of=${random(1,1000)}").extract("id", jsonPath("$.id")),
            pause(millis(0), millis(3)),
            repeat(
                2,
                choose(
                    weight(1, put("/left/${pick(a,b,c)}").text("${UUID}")),
                    weight(2, put("/right/${random(0,9)}").text("${UUID} ${id}")))),
            optional(get("/fail").retry(attempts(2).fixed(millis(1)).jitter(1))),
            code("draw", session -> session.set("x", session.random())).sets("x"),
            post("/checkout")
                .named("checkout")
                .header("X-Draw", "${random(-1.00,1.00)}")
                .json("{\"who\": \"" + who + "\", \"key\": \"${UUID}\", \"x\": ${x}, \"s\": ${s}}"))
        .header("X-Iteration", "${COUNTER}")
        .setup(code("once", session -> session.set("s", session.random())).sets("s"));
  }

  private static RecordingServer server() throws IOException {
    return new RecordingServer((request, socket) ->
        RecordingServer.say(
            socket,
            request.target().equals("/fail") ? 503 : 200,
            "{\"id\": \"" + request.target() + "\"}"));
  }

  private static List<Received> of(long iteration, List<Received> received) {
    return received.stream()
        .filter(one -> one.headers("X-Iteration").equals(List.of(Long.toString(iteration))))
        .toList();
  }

  /** Performs each of the slowest again: the same requests, to the byte and in the same order. */
  private static void assertReplays(Workload workload, Load load) throws IOException {
    try (var server = server()) {
      var results = run(workload, load, at(server.url()), seed(77));
      var inRun = server.received();
      var slowest =
          results.steps().stream()
              .filter(step -> step.name().equals("checkout"))
              .flatMap(step -> step.slowest().stream())
              .limit(6)
              .toList();
      assertThat(slowest).hasSizeGreaterThan(2);
      for (var exemplar : slowest) {
        int before = server.received().size();
        var trace = replay(workload, exemplar, at(server.url()));

        var again = server.received().subList(before, server.received().size());
        assertThat(again).isEqualTo(of(exemplar.iteration(), inRun)).hasSizeGreaterThan(5);
        assertThat(trace.success()).isTrue();
        assertThat(trace.scenario()).isEqualTo(exemplar.scenario());
        assertThat(trace.steps().getLast().request())
            .isEqualTo(again.getLast().head() + again.getLast().body());
      }
    }
  }

  static List<Load> loads() {
    return List.of(
        users(3).iterations(12), users(3).during(millis(200)), perSecond(100).during(millis(120)));
  }

  @ParameterizedTest
  @MethodSource("loads")
  void anyArrivalIsPerformedAgainToTheByte(Load load) throws IOException {
    assertReplays(drawing("shop", "${VU}-${ITER}"), load);
  }

  @Test
  void soAreSharedIterationsWhoeverTookThem() throws IOException {
    assertReplays(drawing("shop", "${VU}"), users(3).sharedIterations(12));
  }

  @ParameterizedTest
  @MethodSource("loads")
  void soAreThoseOfAMix(Load load) throws IOException {
    assertReplays(mix("day", share(1, drawing("a", "a")), share(1, drawing("b", "b ${VU}"))), load);
  }

  @Test
  void theSlowestOfAStepIsTheOneThatTookLongest() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          Thread.sleep(request.headers("X-Iteration").equals(List.of("4")) ? 300 : 0);
          RecordingServer.say(socket, 200, "{}");
        })) {
      var shop = scenario("s", get("/").named("home")).header("X-Iteration", "${COUNTER}");
      var results = run(shop, users(2).iterations(10), at(server.url()));

      assertThat(results.slowest("home").iteration()).isEqualTo(4);
      replay(shop, results.slowest("home"), at(server.url()));
      assertThat(server.received().getLast().headers("X-Iteration")).containsExactly("4");
    }
  }

  @Test
  void theSeedIsTheRunsWhateverTheOptionsSay() throws IOException {
    try (var server = server()) {
      var shop = scenario("s", get("/${UUID}").named("home"));
      var results = run(shop, users(1).iterations(1), at(server.url()), seed(5));
      replay(shop, results.slowest("home"), at(server.url()), seed(6));

      assertThat(server.asked()).hasSize(2);
      assertThat(server.asked().getLast()).isEqualTo(server.asked().getFirst());
    }
  }

  @Test
  void anErrorsExampleIsPerformedAgainToo() throws IOException {
    try (var server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(socket, request.target().endsWith("7") ? 500 : 200, "{}"))) {
      var shop = scenario("s", get("/${COUNTER}"));
      var results = run(shop, users(2).iterations(10), at(server.url()));
      Trace again = replay(shop, results.errors().getFirst().example(), at(server.url()));

      assertThat(server.asked().getLast()).isEqualTo("GET /7");
      assertThat(again.success()).isFalse();
    }
  }

  @Test
  void anUnknownStepIsSaidWithThoseThatThereAre() throws IOException {
    try (var server = server()) {
      var results =
          run(
              scenario("s", get("/").named("home"), get("/b").named("other")),
              users(1).iterations(1),
              at(server.url()));

      assertThatThrownBy(() -> results.slowest("hom"))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessage("no request of a step hom ended; there are [home, other]");
    }
  }

  @Test
  void anUnknownScenarioIsAProblem() throws IOException {
    try (var server = server()) {
      var results =
          run(scenario("s", get("/").named("home")), users(1).iterations(1), at(server.url()));
      Exemplar slowest = results.slowest("home");
      var others = mix("m", share(1, scenario("a", get("/"))), share(1, scenario("b", get("/"))));

      var told =
          catchThrowableOfType(
              ProblemException.class, () -> replay(others, slowest, at(server.url())));
      assertThat(told.problems())
          .containsExactly(
              new Problem(
                  Position.in("replay"),
                  "there is no scenario s to perform again",
                  "give the one that was run; here is a, b"));
      assertThat(server.received()).hasSize(1);
    }
  }
}
