package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.http.Certificates;
import dev.squall.plan.Option;
import dev.squall.run.RecordingServer.Received;
import dev.squall.scenario.Request;
import dev.squall.stats.StepStats;
import dev.squall.stats.Trace.Hop;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redirects as the servers saw them and as the results tell them. */
@Timeout(60)
class RedirectedTest {

  /** Sends /from to that place and answers 200 elsewhere. */
  private static RecordingServer from(int status, String location) throws IOException {
    return new RecordingServer((request, socket) -> {
      if (request.target().equals("/from")) {
        redirect(socket, status, location);
      } else {
        RecordingServer.say(socket, 200, "{\"at\": \"" + request.target() + "\"}");
      }
    });
  }

  static void redirect(Socket socket, int status, String location, String... more)
      throws IOException {
    var headers = Stream.concat(Stream.of("Location: " + location), Stream.of(more)).toList();
    RecordingServer.say(socket, status, headers);
  }

  private static Request request(String method) {
    return switch (method) {
      case "GET" -> get("/from");
      case "HEAD" -> head("/from");
      case "POST" -> post("/from").json("{\"n\": 1}");
      case "PUT" -> put("/from").json("{\"n\": 1}");
      case "PATCH" -> patch("/from").json("{\"n\": 1}");
      case "DELETE" -> delete("/from");
      default -> throw new IllegalArgumentException(method);
    };
  }

  @Test
  void eachHopIsMeasuredAndCounted() throws IOException {
    try (var other = RecordingServer.answering("{}");
        var server =
            new RecordingServer((request, socket) -> {
              switch (request.target()) {
                case "/a" -> redirect(socket, 302, "/b");
                case "/b" -> redirect(socket, 301, other.url() + "/c");
                default -> RecordingServer.say(socket, 200, "{}");
              }
            })) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/a"), get("/plain")).at(server.url()),
                  users(3).iterations(30)));

      var totals = results.totals();
      assertThat(totals.requests()).isEqualTo(60);
      assertThat(totals.ok()).isEqualTo(60);
      assertThat(totals.hops()).isEqualTo(60);
      assertThat(totals.attempts()).isZero();
      assertThat(totals.sent()).isEqualTo(server.received().size() + other.received().size());
      assertThat(other.received()).hasSize(30);
      assertThat(results.steps()).extracting(StepStats::hops).containsExactly(60L, 0L);
      var led = results.steps().getFirst();
      assertThat(led.hopService().count()).isEqualTo(60);
      assertThat(led.service().count()).isEqualTo(30);
      assertThat(led.status()).isEqualTo(Map.of(200, 30L));
      assertThat(results.hopService().count()).isEqualTo(60);
      assertThat(results.connections().totals().opened())
          .isEqualTo(server.connections() + other.connections())
          .isEqualTo(6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 301, GET",
    "GET, 302, GET",
    "GET, 303, GET",
    "GET, 307, GET",
    "GET, 308, GET",
    "HEAD, 301, HEAD",
    "HEAD, 303, HEAD",
    "HEAD, 307, HEAD",
    "POST, 301, GET",
    "POST, 302, GET",
    "POST, 303, GET",
    "POST, 307, POST",
    "POST, 308, POST",
    "PUT, 301, PUT",
    "PUT, 302, PUT",
    "PUT, 303, GET",
    "PUT, 307, PUT",
    "PUT, 308, PUT",
    "PATCH, 302, PATCH",
    "PATCH, 303, GET",
    "DELETE, 302, DELETE",
    "DELETE, 303, GET",
  })
  void theStatusSaysWhichMethodFollowsAndWhetherTheBodyComesAlong(
      String method, int status, String then) throws IOException {
    // A HEAD has no body of an answer, so the server must not send one.
    try (var server =
        new RecordingServer((request, socket) -> {
          if (request.target().equals("/from")) {
            redirect(socket, status, "/to");
          } else {
            RecordingServer.say(socket, 204, List.of());
          }
        })) {
      var trace = once(scenario("s", request(method)).at(server.url()));

      assertThat(trace.steps().getFirst().error()).isEmpty();
      assertThat(server.asked()).containsExactly(method + " /from", then + " /to");
      var first = server.received().getFirst();
      var last = server.received().getLast();
      if (method.equals(then)) {
        assertThat(last.body()).isEqualTo(first.body());
        assertThat(last.headers("Content-Type")).isEqualTo(first.headers("Content-Type"));
      } else {
        assertThat(last.body()).isEmpty();
        assertThat(last.headers("Content-Type")).isEmpty();
        assertThat(last.headers("Content-Length")).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/b, /b",
    "b?x=1&y=2, /b?x=1&y=2",
    "?q=1, /from?q=1",
    "./c/../d, /d",
    "../../e#part, /e",
    "/with blank, /with%20blank",
    "//127.0.0.1:PORT/f, /f",
    "http://127.0.0.1:PORT, /",
    "HTTP://127.0.0.1:PORT/g?h#i, /g?h",
  })
  void aLocationIsReadAsABrowserReadsIt(String location, String target) throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          var here = socket.getLocalPort();
          if (request.target().equals("/from")) {
            redirect(socket, 302, location.replace("PORT", Integer.toString(here)));
          } else {
            RecordingServer.say(socket, 200, "{}");
          }
        })) {
      assertThat(once(scenario("s", get("/from")).at(server.url())).success()).isTrue();
      assertThat(server.asked()).containsExactly("GET /from", "GET " + target);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void whatSaysWhoTheUserIsStaysWithTheOriginItWasMeantFor() throws IOException {
    try (var other = RecordingServer.answering("{}");
        var server =
            new RecordingServer((request, socket) -> {
              if (request.target().equals("/a")) {
                redirect(socket, 307, "/b");
              } else {
                redirect(socket, 307, other.url() + "/c");
              }
            })) {
      var asked =
          get("/a").bearer("secret").header("Cookie", "own=1").header("X-Trace", "t").compressed();
      assertThat(once(scenario("s", asked).at(server.url())).success()).isTrue();

      for (var same : server.received()) {
        assertThat(same.headers("Authorization")).containsExactly("Bearer secret");
        assertThat(same.headers("Cookie")).containsExactly("own=1");
        assertThat(same.headers("Host")).containsExactly("127.0.0.1:" + server.port());
      }
      assertThat(server.received()).hasSize(2);
      var there = other.received().getFirst();
      assertThat(there.headers("Authorization")).isEmpty();
      assertThat(there.headers("Cookie")).isEmpty();
      assertThat(there.headers("Host")).containsExactly("127.0.0.1:" + other.port());
      assertThat(there.headers("X-Trace")).containsExactly("t");
      assertThat(there.headers("Accept-Encoding")).hasSize(1);
    }
  }

  @Test
  void whoLeftTheOriginAndComesBackShowsNothingOfTheUserAnyMore() throws IOException {
    try (var server =
            new RecordingServer((request, socket) -> {
              if (request.target().startsWith("/back")) {
                RecordingServer.say(socket, 200, "{}");
              } else {
                redirect(socket, 307, request.target().substring("/to?".length()));
              }
            });
        var other =
            new RecordingServer((_, socket) -> redirect(socket, 307, server.url() + "/back"))) {
      var asked = get("/to?" + other.url() + "/").basic("me", "secret").header("Cookie", "own=1");
      assertThat(once(scenario("s", asked).at(server.url())).success()).isTrue();

      var back = server.received().getLast();
      assertThat(back.target()).isEqualTo("/back");
      assertThat(back.headers("Authorization")).isEmpty();
      assertThat(back.headers("Cookie")).isEmpty();
    }
  }

  @Test
  void anotherSchemeIsAnotherServerOfTheSameHost(@TempDir Path folder) throws Exception {
    var ca = Certificates.authority("Test CA");
    var pem = Files.writeString(folder.resolve("ca.pem"), ca.certificatesPem());
    try (var secure =
            RecordingServer.secure(
                ca.server("127.0.0.1").context(List.of()),
                false,
                (_, socket) -> RecordingServer.say(socket, 200, "{}"));
        var server = from(308, secure.url() + "/safe")) {
      var scenario = scenario("s", post("/from").bearer("t").text("hello")).at(server.url());
      var results = Sums.holdIn(run(scenario, users(2).iterations(10), trust(pem.toString())));

      assertThat(results.errors()).isEmpty();
      assertThat(results.totals().hops()).isEqualTo(10);
      assertThat(secure.asked()).hasSize(10).containsOnly("POST /safe");
      assertThat(secure.bodies()).containsOnly("hello");
      assertThat(secure.received()).allMatch(one -> one.headers("Authorization").isEmpty());
      assertThat(results.connections().handshakes()).isEqualTo(2);
      assertThat(once(scenario, trust(pem.toString())).steps().getFirst().hops())
          .extracting(Hop::url, Hop::status, Hop::location)
          .containsExactly(tuple(server.url() + "/from", 308, secure.url() + "/safe"));
    }
  }

  @ParameterizedTest
  @CsvSource({"307, 1", "308, 1", "307, 20000", "308, 20000", "308, 600000"})
  void aBodyOfAnySizeIsSentAgainToWhoeverIsAskedNext(int status, int size) throws IOException {
    var constant = "x".repeat(size);
    try (var other = RecordingServer.answering("{}");
        var server = from(status, other.url() + "/there")) {
      var scenario =
          scenario(
                  "s",
                  post("/from").named("shared").text(constant),
                  put("/from").named("rendered").text(constant + "${VU}"),
                  post("/from").named("parts").part("a", constant).part("b", "${VU}"))
              .at(server.url());
      var results = Sums.holdIn(run(scenario, users(2).iterations(4)));

      assertThat(results.errors()).isEmpty();
      assertThat(results.totals().sent()).isEqualTo(24);
      assertThat(results.totals().hops()).isEqualTo(12);
      assertThat(other.bodies()).containsExactlyInAnyOrderElementsOf(server.bodies());
      assertThat(other.bodies()).contains(constant, constant + "1", constant + "2");
      for (var sent : other.received()) {
        assertThat(sent.headers("Content-Length"))
            .containsExactly(Integer.toString(sent.body().length()));
      }
    }
  }

  @Test
  void checksAndVariablesAreOfTheLastAnswer() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          if (request.target().equals("/a")) {
            RecordingServer.write(
                socket,
                "HTTP/1.1 302 Found\r\nLocation: /b\r\nX-At: a\r\nX-Only: a\r\n"
                    + "Content-Length: 8\r\n\r\n{\"n\": 1}");
          } else {
            RecordingServer.write(
                socket, "HTTP/1.1 200 OK\r\nX-At: b\r\nContent-Length: 8\r\n\r\n{\"n\": 2}");
          }
        })) {
      var trace =
          once(
              scenario(
                      "s",
                      get("/a")
                          .extract("n", jsonPath("$.n"))
                          .extract("at", header("X-At"))
                          .check(status().is(200), body().is("{\"n\": 2}")),
                      get("/a").named("only").check(header("X-Only").exists()))
                  .at(server.url()));

      assertThat(trace.variables()).containsEntry("n", "2").containsEntry("at", "b");
      assertThat(trace.failedAtStep()).contains("only");
    }
  }

  @Test
  void responseTimesHoldTheHopsAndServiceTimesOnlyTheLastExchange() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          if (request.target().equals("/a")) {
            Thread.sleep(200);
            redirect(socket, 302, "/b");
          } else {
            RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var step = once(scenario("s", get("/a")).at(server.url())).steps().getFirst();
      assertThat(step.hops())
          .singleElement()
          .satisfies(hop -> assertThat(hop.serviceMs()).isGreaterThanOrEqualTo(200));
      assertThat(step.responseMs()).isGreaterThanOrEqualTo(step.serviceMs() + 200);

      var results = run(scenario("s", get("/a")).at(server.url()), users(1).iterations(1));
      var row = results.steps().getFirst();
      assertThat(Estimates.ms(row.hopService().min())).isGreaterThanOrEqualTo(199);
      assertThat(Estimates.ms(row.response().min()))
          .isGreaterThanOrEqualTo(Estimates.ms(row.service().min()) + 199);
    }
  }

  @Test
  void aTraceShowsTheHopsOfItsOwnStepAndNoOther() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          switch (request.target()) {
            case "/a" -> redirect(socket, 302, "b?x");
            case "/b?x" -> redirect(socket, 307, "/c");
            default -> RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var trace =
          Once.perform(
              Careless.plan(
                  server.url(),
                  get("/a").extract("id", jsonPath("$.none")),
                  get("/${id}").named("unsent")));

      assertThat(trace.steps().getFirst().hops())
          .extracting(Hop::url, Hop::status, Hop::location)
          .containsExactly(
              tuple(server.url() + "/a", 302, "b?x"), tuple(server.url() + "/b?x", 307, "/c"));
      assertThat(trace.steps().getLast().name()).isEqualTo("unsent");
      assertThat(trace.steps().getLast().hops()).isEmpty();
    }
  }

  @Test
  void aServerThatNamesEverOtherHostsDoesNotMakeAUserHoldEverMoreConnections() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          if (request.target().startsWith("/go/")) {
            var host = "h" + request.target().substring(4) + ".test:" + socket.getLocalPort();
            redirect(socket, 302, "http://" + host + "/end");
          } else {
            RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var hosts =
          IntStream.range(0, 100)
              .mapToObj(i -> resolve("h" + i + ".test", "127.0.0.1"))
              .toArray(Option[]::new);
      var scenario = scenario("s", get("/go/${COUNTER}")).at(server.url());
      var results = Sums.holdIn(run(scenario, users(1).iterations(100), hosts));

      assertThat(results.errors()).isEmpty();
      assertThat(server.received().stream().map(Received::target).filter("/end"::equals))
          .hasSize(100);
      assertThat(results.connections().totals().peakIdle()).isLessThan(40);
    }
  }
}
