package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.Load;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VariablesTest {
  private static List<String> bodies(Scenario scenario, Load load, long seed) throws IOException {
    try (var server = RecordingServer.answering("{\"id\": 7}")) {
      Sums.holdIn(run(scenario, load, at(server.url()), seed(seed)));
      return server.bodies();
    }
  }

  private static Scenario drawing() {
    return scenario(
        "drawing",
        repeat(2, post("/a").text("${COUNTER} ${UUID}"), pause(millis(0), millis(2))),
        post("/b").text("b ${COUNTER} ${UUID}"));
  }

  @Test
  void theSameSeedSendsTheSameRequestsInTheSameOrderForOneUser() throws IOException {
    var first = bodies(drawing(), users(1).iterations(10), 5);

    assertThat(first).hasSize(30);
    assertThat(bodies(drawing(), users(1).iterations(10), 5)).isEqualTo(first);
    assertThat(bodies(drawing(), users(1).iterations(10), 6)).isNotEqualTo(first);
  }

  @Test
  void theSameSeedSendsTheSameRequestsHoweverManyUsersThereAre() throws IOException {
    var alone = bodies(drawing(), users(1).iterations(24), 5);

    assertThat(bodies(drawing(), users(4).sharedIterations(24), 5))
        .containsExactlyInAnyOrderElementsOf(alone);
    assertThat(bodies(drawing(), users(3).iterations(24), 5))
        .containsExactlyInAnyOrderElementsOf(alone);
    assertThat(bodies(drawing(), perSecond(100).during(millis(240)), 5))
        .containsExactlyInAnyOrderElementsOf(alone);
  }

  @Test
  void aUuidNeverRepeatsInARun() throws IOException {
    var scenario =
        scenario("s", repeat(3, post("/").text("${UUID}\n${UUID}"), post("/b").text("${UUID}")));
    var uuids =
        bodies(scenario, users(4).iterations(100), 1).stream().flatMap(String::lines).toList();

    assertThat(uuids).hasSize(900).doesNotHaveDuplicates();
    assertThat(uuids)
        .allMatch(uuid ->
            uuid.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  }

  @Test
  void timestampsAreMillisecondsAndNoTwoAreEqual() throws IOException {
    long before = System.currentTimeMillis();
    var one = bodies(scenario("s", post("/").text("${timestamp}")), users(1).iterations(200), 1);
    long after = System.currentTimeMillis();

    var numbers = one.stream().map(Long::valueOf).toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSize(200);
    assertThat(numbers.getFirst()).isBetween(before, after + 200);

    assertThat(bodies(scenario("s", post("/").text("${timestamp}")), users(8).iterations(400), 1))
        .doesNotHaveDuplicates();
  }

  @Test
  void theCounterIsTheIterationsIndex() throws IOException {
    var counting = scenario("s", post("/").text("${COUNTER}"));
    var all = LongStream.range(0, 20).mapToObj(Long::toString).toList();

    assertThat(bodies(counting, users(1).iterations(20), 1)).isEqualTo(all);
    assertThat(bodies(counting, users(4).sharedIterations(20), 1))
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(bodies(counting, perSecond(200).during(millis(100)), 1))
        .containsExactlyInAnyOrderElementsOf(all);
    // Iteration × users + user: 7 iterations of 3 users are 3, 2 and 2.
    assertThat(bodies(counting, users(3).iterations(7), 1))
        .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6");
  }

  @Test
  void dividedIterationsGiveEachUserItsPartAndTheRemainderToTheFirst() throws IOException {
    var said = bodies(scenario("s", post("/").text("${VU} ${ITER}")), users(3).iterations(8), 1);

    assertThat(said)
        .containsExactlyInAnyOrder("1 1", "1 2", "1 3", "2 1", "2 2", "2 3", "3 1", "3 2");
  }

  @Test
  void fewerIterationsThanUsersStartNoIdleUsers() throws IOException {
    assertThat(bodies(scenario("s", post("/").text("${VU}")), users(5).iterations(2), 1))
        .containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void sharedIterationsAreTakenByWhoeverIsFree() throws IOException {
    // The first connection is slow: its user takes one iteration, the other all the rest.
    var first = new AtomicInteger();
    try (var server =
        new RecordingServer((_, socket) -> {
          if (first.getAndIncrement() == 0) {
            Thread.sleep(700);
          }
          RecordingServer.say(socket, 200, "{}");
        })) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", post("/").text("${COUNTER}")),
                  users(2).sharedIterations(12),
                  at(server.url())));

      assertThat(results.totals().iterations().completed()).isEqualTo(12);
      assertThat(results.users())
          .extracting(user -> user.iterations())
          .containsExactlyInAnyOrder(1L, 11L);
      assertThat(new HashSet<>(server.bodies())).hasSize(12);
    }
  }

  @Test
  void valuesAreCarriedFromStepToStepAndNeverIntoTheNextIteration() throws IOException {
    // Only the first answer holds an id: the second iteration has none to send.
    var answers = new AtomicInteger();
    try (var server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(
                socket,
                200,
                request.line().startsWith("GET") && answers.getAndIncrement() == 0
                    ? "{\"id\": \"a\\\"b\"}"
                    : "{}"))) {
      var results =
          Sums.holdIn(
              run(
                  scenario(
                      "s",
                      get("/").extract("id", jsonPath("$.id")),
                      post("/").json("{\"id\": \"${id}\"}")),
                  users(1).iterations(2),
                  at(server.url())));

      assertThat(server.bodies()).containsExactly("", "{\"id\": \"a\\\"b\"}", "");
      assertThat(results.errors().getFirst().kind()).isEqualTo("nothing_extracted");
      assertThat(results.totals().iterations().completed()).isEqualTo(1);
      assertThat(results.totals().iterations().failed()).isEqualTo(1);
    }
  }

  @Test
  void freshConnectionsOpenOneForEachRequest() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/a"), get("/b")),
                  users(2).iterations(10),
                  at(server.url()),
                  freshConnections()));

      assertThat(results.totals().ok()).isEqualTo(20);
      assertThat(server.connections()).isEqualTo(20);
      assertThat(results.connections().totals().opened()).isEqualTo(20);
      assertThat(results.connections().totals().reused()).isZero();
    }
  }
}
