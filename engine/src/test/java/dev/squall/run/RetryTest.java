package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.sample.Category;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.stats.CheckStats;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request that is sent again is one request, and nothing of it is unseen. */
@Timeout(30)
class RetryTest {

  /** Answers its n-th request, from 0, with the n-th status, later ones with the last. */
  private static RecordingServer saying(int... statuses) throws IOException {
    var count = new AtomicInteger();
    return new RecordingServer((_, socket) -> {
      int n = count.getAndIncrement();
      int status = statuses[Math.min(n, statuses.length - 1)];
      RecordingServer.say(
          socket, status, "{\"n\": " + n + (status == 200 ? ", \"next\": " + n : "") + "}");
    });
  }

  private static Results ran(RecordingServer server, int iterations, Step... steps) {
    var results =
        Sums.holdIn(run(scenario("s", steps), users(1).iterations(iterations), at(server.url())));
    assertThat(results.totals().sent()).isEqualTo(server.received().size());
    return results;
  }

  private static Request again(int attempts) {
    return get("/").named("again").retry(attempts(attempts));
  }

  @Test
  void successAfterFailuresIsOneGoodRequest() throws IOException {
    try (var server = saying(503, 500, 200)) {
      var results = ran(server, 1, again(5));

      assertThat(server.received()).hasSize(3);
      assertThat(results.totals().requests()).isEqualTo(1);
      assertThat(results.totals().ok()).isEqualTo(1);
      assertThat(results.totals().failed()).isZero();
      assertThat(results.totals().attempts()).isEqualTo(2);
      assertThat(results.totals().iterations().completed()).isEqualTo(1);
      assertThat(results.errors()).isEmpty();
      var step = results.steps().getFirst();
      assertThat(step.attempts()).isEqualTo(2);
      assertThat(step.count()).isEqualTo(1);
      assertThat(step.status()).containsOnlyKeys(200);
      assertThat(step.response().count()).isEqualTo(1);
    }
  }

  @Test
  void afterTheLastAttemptItsFailureIsTheRequests() throws IOException {
    try (var server = saying(503, 502, 404)) {
      var results = ran(server, 1, again(3), get("/never"));

      assertThat(server.received()).hasSize(3);
      assertThat(results.totals().failed()).isEqualTo(1);
      assertThat(results.totals().attempts()).isEqualTo(2);
      assertThat(results.totals().iterations().failed()).isEqualTo(1);
      assertThat(results.errors())
          .extracting(ErrorStats::category, ErrorStats::kind, ErrorStats::count)
          .containsExactly(tuple(Category.CLIENT_ERROR, "status_404", 1L));
    }
  }

  @Test
  void oneAttemptIsNoneAgain() throws IOException {
    try (var server = saying(500)) {
      var results = ran(server, 1, again(1));

      assertThat(server.received()).hasSize(1);
      assertThat(results.totals().attempts()).isZero();
    }
  }

  @Test
  void aFailedCheckIsTriedAgainAndOnlyTheLastAttemptsChecksCount() throws IOException {
    try (var server = saying(200)) {
      var results =
          ran(
              server,
              1,
              again(5).check(jsonPath("$.n").is(2)).extract("n", jsonPath("$.n")),
              get("/${n}"));

      assertThat(server.asked()).containsExactly("GET /", "GET /", "GET /", "GET /2");
      assertThat(results.steps().getFirst().checks())
          .containsExactly(new CheckStats("jsonPath $.n is 2", 1, 0));
      assertThat(results.totals().attempts()).isEqualTo(2);
    }
  }

  @Test
  void whatALaterStepNeedsIsTriedAgainUntilItIsFound() throws IOException {
    try (var server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(
                socket,
                200,
                request.target().equals("/") && ready.getAndIncrement() < 2
                    ? "{}"
                    : "{\"id\": 4}"))) {
      var results = ran(server, 1, again(4).extract("id", jsonPath("$.id")), get("/${id}"));

      assertThat(server.asked()).containsExactly("GET /", "GET /", "GET /", "GET /4");
      assertThat(results.totals().attempts()).isEqualTo(2);
    }
  }

  private final AtomicInteger ready = new AtomicInteger();

  @Test
  void anAttemptBeginsWithTheVariablesOfTheFirst() throws IOException {
    // The answer of a failed attempt brings no place to go on from.
    try (var server = saying(200, 503, 200)) {
      var results =
          ran(
              server,
              1,
              code("begin", session -> session.set("next", "start")).sets("next"),
              repeat(2, get("/${next}").extract("next", jsonPath("$.next")).retry(attempts(2))));

      assertThat(server.asked()).containsExactly("GET /start", "GET /0", "GET /0");
      assertThat(results.totals().ok()).isEqualTo(2);
    }
  }

  @Test
  void anAttemptSendsTheSameBytesAsTheFirst() throws IOException {
    try (var server = saying(503, 503, 200)) {
      var results =
          ran(
              server,
              2,
              repeat(
                  2,
                  post("/${random(1,1000000)}")
                      .header("Idempotency-Key", "${UUID}")
                      .text("${pick(a,b,c,d,e,f)} ${UUID}")
                      .retry(attempts(3).fixed(millis(1)).jitter(1))));

      assertThat(server.received().subList(0, 3)).containsOnly(server.received().getFirst());
      assertThat(server.received().stream().distinct()).hasSize(4);
      assertThat(results.totals().ok()).isEqualTo(4);
    }
  }

  @Test
  void refusedConnectionsAreTriedAgain() throws IOException {
    int nobody;
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = listener.getLocalPort();
    }
    var results =
        Sums.holdIn(
            run(scenario("s", again(3)), users(2).iterations(6), at("http://127.0.0.1:" + nobody)));

    assertThat(results.totals().requests()).isEqualTo(6);
    assertThat(results.totals().failed()).isEqualTo(6);
    assertThat(results.totals().attempts()).isEqualTo(12);
    assertThat(results.totals().sent()).isZero();
    assertThat(results.errors())
        .extracting(ErrorStats::kind, ErrorStats::count)
        .containsExactly(tuple("connection_refused", 6L));
  }

  @Test
  void anAnswerThatIsCutOffIsTriedAgainOnANewConnection() throws IOException {
    try (var server =
        new RecordingServer((_, socket) -> {
          if (ready.getAndIncrement() == 0) {
            RecordingServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            socket.close();
          } else {
            RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var results = ran(server, 1, again(2));

      assertThat(results.totals().ok()).isEqualTo(1);
      assertThat(results.totals().attempts()).isEqualTo(1);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void whatCannotBeRenderedIsNotTriedAgain() throws IOException {
    try (var server = saying(500, 200)) {
      var results =
          ran(
              server,
              1,
              optional(get("/").extract("id", jsonPath("$.none"))),
              get("/${id}").named("unsent").retry(attempts(4)));

      assertThat(server.received()).hasSize(1);
      assertThat(results.totals().attempts()).isZero();
      assertThat(results.errors())
          .extracting(ErrorStats::step, ErrorStats::kind)
          .contains(tuple("unsent", "unknown_variable"));
    }
  }

  @Test
  void theResponseTimeHoldsAllAttemptsAndTheServiceTimeTheLast() throws IOException {
    try (var server = saying(500, 500, 200)) {
      var results = ran(server, 1, again(3).retry(attempts(3).linear(millis(100))));

      var step = results.steps().getFirst();
      assertThat(step.slowest().getFirst().responseMs()).isGreaterThanOrEqualTo(300);
      assertThat(step.slowest().getFirst().serviceMs())
          .isLessThanOrEqualTo(step.slowest().getFirst().responseMs() - 300);
      assertThat(step.slowest().getFirst().status()).isEqualTo(200);
    }
  }

  @Test
  void aStopInTheMiddleOfAWaitInterruptsTheRequest() throws Exception {
    try (var server = saying(500);
        var run =
            start(
                scenario("s", get("/").retry(attempts(3).fixed(minutes(5))), get("/never")),
                users(2).during(minutes(1)),
                at(server.url()),
                grace(seconds(0)))) {
      while (run.snapshot().totals().attempts() < 2) {
        Thread.sleep(5);
      }
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(results.totals().requests()).isEqualTo(2);
      assertThat(results.totals().interrupted()).isEqualTo(2);
      assertThat(results.totals().failed()).isZero();
      assertThat(results.totals().attempts()).isEqualTo(2);
      assertThat(results.totals().sent()).isEqualTo(2).isEqualTo(server.received().size());
      assertThat(results.totals().iterations().interrupted()).isEqualTo(2);
      assertThat(results.errors()).isEmpty();
    }
  }

  @Test
  void sumsHoldWhateverFailsAmongManyUsers() throws IOException {
    var count = new AtomicInteger();
    try (var server =
        new RecordingServer((_, socket) ->
            RecordingServer.say(socket, count.getAndIncrement() % 3 == 0 ? 200 : 503, "{}"))) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/a").retry(attempts(2)), get("/b").retry(attempts(3))),
                  users(4).iterations(200),
                  at(server.url())));

      var all = results.totals();
      assertThat(all.iterations().started()).isEqualTo(200);
      assertThat(all.sent()).isEqualTo(all.requests() + all.attempts());
      assertThat(all.sent()).isEqualTo(server.received().size());
      assertThat(all.failed()).isPositive();
      assertThat(all.attempts())
          .isEqualTo(results.steps().stream().mapToLong(step -> step.attempts()).sum())
          .isPositive();
      assertThat(all.ok() + all.attempts() + all.failed()).isEqualTo(count.get());
    }
  }
}
