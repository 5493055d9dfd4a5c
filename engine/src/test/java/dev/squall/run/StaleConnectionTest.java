package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Category;
import dev.squall.stats.Results;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that close a kept connection without having said so. */
@Timeout(60)
class StaleConnectionTest {
  private static final int ANSWERS = 3;

  /** Answers three requests of each connection; the fourth it reads, and closes. */
  private static RecordingServer forgetful(RecordingServer.Script otherwise) throws IOException {
    Map<Socket, Integer> seen = new ConcurrentHashMap<>();
    return new RecordingServer((request, socket) -> {
      if (seen.merge(socket, 1, Integer::sum) > ANSWERS) {
        socket.close();
      } else {
        otherwise.answer(request, socket);
      }
    });
  }

  private static RecordingServer forgetful() throws IOException {
    return forgetful((_, socket) -> RecordingServer.say(socket, 200, "{}"));
  }

  @Test
  void whatMayBeAskedTwiceIsAskedAgain() throws IOException {
    try (var server = forgetful()) {
      var results =
          Sums.holdIn(run(scenario("s", get("/")).at(server.url()), users(4).iterations(40)));

      // Ten a user: three, and each further three after one that was lost.
      assertThat(results.totals().ok()).isEqualTo(40);
      assertThat(results.totals().attempts()).isEqualTo(12);
      assertThat(results.connections().totals().staleRetries()).isEqualTo(12);
      assertThat(results.steps().getFirst().attempts()).isEqualTo(12);
      assertThat(results.totals().sent()).isEqualTo(server.received().size()).isEqualTo(52);
      assertThat(results.connections().totals().opened())
          .isEqualTo(server.connections())
          .isEqualTo(16);
      assertThat(results.service().count()).isEqualTo(40);
    }
  }

  @Test
  void whatMayNotIsAFailureOfItsOwnKind() throws IOException {
    try (var server = forgetful()) {
      var scenario = scenario("s", post("/").text("pay")).at(server.url());
      var results = Sums.holdIn(run(scenario, users(4).iterations(40)));

      // Of ten the fourth and the eighth.
      assertThat(results.totals().ok()).isEqualTo(32);
      assertThat(results.totals().attempts()).isZero();
      assertThat(results.connections().totals().staleRetries()).isZero();
      assertThat(results.totals().sent()).isEqualTo(server.received().size()).isEqualTo(40);
      stale(results, 8);
    }
  }

  private static void stale(Results results, int count) {
    assertThat(results.errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.category()).isEqualTo(Category.NETWORK_ERROR);
          assertThat(error.kind()).isEqualTo("stale_connection");
          assertThat(error.count()).isEqualTo(count);
        });
  }

  @Test
  void aHopIsAskedAgainToo() throws IOException {
    try (var server =
        forgetful((request, socket) -> {
          if (request.target().equals("/from")) {
            RedirectedTest.redirect(socket, 302, "/to");
          } else {
            RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var results =
          Sums.holdIn(run(scenario("s", get("/from")).at(server.url()), users(1).iterations(9)));

      var totals = results.totals();
      assertThat(totals.ok()).isEqualTo(9);
      assertThat(totals.hops()).isEqualTo(9);
      assertThat(totals.attempts()).isEqualTo(5);
      assertThat(totals.sent()).isEqualTo(server.received().size()).isEqualTo(23);
    }
  }

  @Test
  void aPostThatARedirectMadeAGetIsAskedAgainAndOneThatStayedAPostIsNot() throws IOException {
    try (var server =
        forgetful((request, socket) -> {
          switch (request.target()) {
            case "/see" -> RedirectedTest.redirect(socket, 303, "/to");
            case "/keep" -> RedirectedTest.redirect(socket, 307, "/to");
            default -> RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var seen = scenario("s", get("/"), get("/"), post("/see").text("x")).at(server.url());
      assertThat(once(seen).success()).isTrue();
      var kept = scenario("s", get("/"), get("/"), post("/keep").text("x")).at(server.url());
      assertThat(once(kept).steps().getLast().error())
          .startsWith("network_error (stale_connection)");
    }
  }

  @Test
  void silentClosingLosesNoGet() throws IOException {
    Map<Socket, Integer> seen = new ConcurrentHashMap<>();
    try (var server =
        new RecordingServer((_, socket) -> {
          RecordingServer.say(socket, 200, "{}");
          if (seen.merge(socket, 1, Integer::sum) == ANSWERS) {
            socket.close();
          }
        })) {
      var results =
          Sums.holdIn(run(scenario("s", get("/")).at(server.url()), users(4).iterations(400)));

      assertThat(results.totals().ok()).isEqualTo(400);
      assertThat(server.received()).hasSize(400);
      // Whether the end was seen before or after the request was written is a matter of luck.
      assertThat(results.totals().sent()).isBetween(400L, 400 + results.totals().attempts());
      assertThat(results.connections().totals().staleRetries())
          .isEqualTo(results.totals().attempts());
      assertThat(results.connections().totals().opened()).isEqualTo(server.connections());
    }
  }

  @Test
  void freshConnectionsAreNeverStale() throws IOException {
    try (var server = forgetful()) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", post("/").text("a")).at(server.url()),
                  users(2).iterations(10),
                  freshConnections()));
      assertThat(results.totals().ok()).isEqualTo(10);
      assertThat(server.connections()).isEqualTo(10);
    }
  }
}
