package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.squall.problem.ProblemException;
import dev.squall.run.RecordingServer.Received;
import dev.squall.sample.Outcome;
import dev.squall.stats.Trace.CapturedValue;
import dev.squall.stats.Trace.CheckedValue;
import dev.squall.stats.Trace.Timing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SoloUserTest {
  private final SoloUser user = new SoloUser();

  private static RecordingServer answering(String json) throws IOException {
    return RecordingServer.answering(json);
  }

  @Test
  void aRequestTellsEverythingAboutIt() throws IOException {
    try (user;
        var server = answering("{\"id\": 7}")) {
      var step =
          user.send(
              get("/a?b=1")
                  .query("c", "x y")
                  .check(status().is(200), jsonPath("$.id").is(8))
                  .extract("id", jsonPath("$.id"))
                  .extract("none", jsonPath("$.none")),
              at(server.url()));

      assertThat(step.method()).isEqualTo("GET");
      assertThat(step.url()).isEqualTo(server.url() + "/a?b=1&c=x%20y");
      assertThat(step.request()).startsWith("GET /a?b=1&c=x%20y HTTP/1.1\r\n");
      assertThat(step.status()).isEqualTo(200);
      assertThat(step.body()).isEqualTo("{\"id\": 7}");
      assertThat(step.captures())
          .containsExactly(
              new CapturedValue("id", "jsonPath $.id", Optional.of("7"), ""),
              new CapturedValue(
                  "none", "jsonPath $.none", Optional.empty(), "there is nothing at $.none"));
      assertThat(step.extracted()).containsExactly(entry("id", "7"));
      assertThat(step.checks())
          .extracting(CheckedValue::ok, CheckedValue::actual)
          .containsExactly(tuple(true, "200"), tuple(false, "7"));
      assertThat(step.outcome()).isInstanceOf(Outcome.Failed.class);
      assertThat(user.variables()).containsExactly(entry("id", "7"));
    }
  }

  @Test
  void theTimeIsSplitWhereItWent() throws IOException {
    try (user;
        var server =
            new RecordingServer((_, socket) -> {
              Thread.sleep(40);
              RecordingServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na");
              Thread.sleep(60);
              RecordingServer.write(socket, "b");
            })) {
      var first = user.send(get("/"), at(server.url()));
      var second = user.send(get("/"), at(server.url()));

      assertThat(first.timing().connectMs()).isPositive();
      assertThat(first.timing().tlsMs()).isZero();
      assertThat(first.timing().waitMs()).isBetween(39.0, first.serviceMs() - 50);
      assertThat(first.timing().readMs()).isBetween(50.0, first.serviceMs() - 39);
      assertThat(first.timing().waitMs() + first.timing().readMs())
          .isCloseTo(first.serviceMs(), within(1e-3));
      assertThat(second.timing().dnsMs() + second.timing().connectMs()).isZero();
      assertThat(second.connectMs()).isZero();
      assertThat(second.reused()).isTrue();
    }
  }

  @Test
  void nothingIsSentWhereNobodyListens() throws IOException {
    var server = answering("{}");
    server.close();
    try (user) {
      var step = user.send(get("/"), at(server.url()));

      assertThat(step.error()).startsWith("network_error");
      assertThat(step.timing().waitMs()).isZero();
      assertThat(step.timing().readMs()).isZero();
      assertThat(step.url()).isEqualTo(server.url() + "/");
    }
  }

  @Test
  void connectionsAreKeptFromOneRequestToTheNext() throws IOException {
    try (user;
        var server = answering("{}");
        var other = answering("{}")) {
      var first = user.send(get("/1"), at(server.url()));
      user.send(get("/2"), at(other.url()));
      var third = user.send(get("/3"), at(server.url()), timeout(seconds(3)));

      assertThat(first.reused()).isFalse();
      assertThat(third.reused()).isTrue();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void otherWaysOfConnectingNeedOtherConnections() throws IOException {
    try (user;
        var server = answering("{}")) {
      user.send(get("/"), at(server.url()));
      var timed = user.send(get("/"), at(server.url()), connectTimeout(seconds(2)));
      var resolved =
          user.send(
              get("/"),
              at(server.url("shop.test")),
              connectTimeout(seconds(2)),
              resolve("shop.test", "127.0.0.1"));

      assertThat(timed.reused()).isFalse();
      assertThat(resolved.outcome()).isEqualTo(Outcome.OK);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void thirtyThreeServersAreTooMany() throws IOException {
    var servers = new ArrayList<RecordingServer>();
    try (user) {
      for (int i = 0; i < 33; i++) {
        servers.add(answering("{}"));
        user.send(get("/"), at(servers.getLast().url()));
      }

      assertThat(user.send(get("/"), at(servers.getLast().url())).reused()).isTrue();
      assertThat(user.send(get("/"), at(servers.get(1).url())).reused()).isTrue();
      assertThat(user.send(get("/"), at(servers.getFirst().url())).reused()).isFalse();
    } finally {
      for (var server : servers) {
        server.close();
      }
    }
  }

  @Test
  void variablesLiveOnAndAreSentInTheNextRequest() throws IOException {
    try (user;
        var server = answering("{\"b\": \"2\", \"a\": \"9\"}")) {
      user.set("z", "${no} \"quoted\"");
      user.send(
          get("/").extract("b", jsonPath("$.b")).extract("a", jsonPath("$.a")), at(server.url()));
      user.set("z", "${still} no \"hole\"");
      user.send(post("/${b}").json("{\"z\": \"${z}\"}"), at(server.url()));
      user.unset("b");

      assertThat(server.received().getLast().target()).isEqualTo("/2");
      assertThat(server.received().getLast().body())
          .isEqualTo("{\"z\": \"${still} no \\\"hole\\\"\"}");
      assertThat(user.variables())
          .containsExactly(entry("z", "${still} no \"hole\""), entry("a", "9"));
    }
  }

  @Test
  void aCaptureThatFindsNothingLeavesNoValue() throws IOException {
    try (user;
        var server = answering("{}")) {
      user.set("id", "old");
      var step = user.send(get("/").extract("id", jsonPath("$.id")), at(server.url()));

      assertThat(step.outcome()).isEqualTo(Outcome.OK);
      assertThat(user.variables()).isEmpty();
    }
  }

  @Test
  void anAnswerThatNeverCameLeavesVariablesAlone() throws IOException {
    try (user;
        var server = new RecordingServer((_, socket) -> socket.close())) {
      user.set("id", "old");
      var step = user.send(post("/").extract("id", jsonPath("$.id")), at(server.url()));

      assertThat(step.outcome()).isInstanceOf(Outcome.Failed.class);
      assertThat(user.variables()).containsExactly(entry("id", "old"));
    }
  }

  @Test
  void anUnknownVariableIsAProblemThatNamesTheNearest() {
    try (user) {
      user.set("token", "abc");
      assertThatThrownBy(() -> user.send(get("/${tokn}"), at("http://127.0.0.1:1")))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("tokn")
          .hasMessageContaining("did you mean ${token}?");
    }
  }

  @Test
  void whatNothingCanBeCalledIsAProblem() {
    try (user) {
      assertThatThrownBy(() -> user.set("no name", ""))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("not a name for a variable");
      assertThatThrownBy(() -> user.set("UUID", ""))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("built in");
      assertThat(user.variables()).isEmpty();
    }
  }

  @Test
  void everySendDrawsAnew() throws IOException {
    try (user;
        var server = answering("{}")) {
      for (int i = 0; i < 3; i++) {
        user.send(get("/${UUID}/${COUNTER}/${ITER}/${VU}/${timestamp}"), at(server.url()));
      }

      var asked = server.received().stream().map(Received::target).toList();
      assertThat(asked).map(target -> target.substring(1, 37)).doesNotHaveDuplicates();
      assertThat(asked)
          .map(target -> target.substring(37, 44))
          .containsExactly("/0/1/1/", "/1/2/1/", "/2/3/1/");
      assertThat(asked).map(target -> target.substring(44)).doesNotHaveDuplicates();
    }
  }

  @Test
  void cookiesLiveOnAndAreForgottenOnDemand() throws IOException {
    try (user;
        var server =
            new RecordingServer((_, socket) ->
                RecordingServer.say(
                    socket,
                    200,
                    List.of(
                        "Set-Cookie: sid=1; Path=/; HttpOnly",
                        "Set-Cookie: lang=en; Path=/a; Max-Age=60")))) {
      var before = Instant.now();
      user.send(get("/a"), at(server.url()));
      user.send(get("/a"), at(server.url()));

      assertThat(server.received().getLast().cookies()).isEqualTo("lang=en; sid=1");
      assertThat(user.cookies())
          .extracting(KeptCookie::name, KeptCookie::value, KeptCookie::path, KeptCookie::httpOnly)
          .containsExactly(tuple("sid", "1", "/", true), tuple("lang", "en", "/a", false));
      assertThat(user.cookies().getFirst().expires()).isEmpty();
      assertThat(user.cookies().getFirst().domain()).isEqualTo("127.0.0.1");
      assertThat(user.cookies().getLast().expires().orElseThrow())
          .isBetween(before.plusSeconds(59), Instant.now().plusSeconds(61));

      user.clearCookies();
      user.send(get("/a"), at(server.url()));
      assertThat(server.received().getLast().cookies()).isEmpty();
    }
  }

  @Test
  void redirectsAreFollowedOnKeptConnections() throws IOException {
    try (user;
        var server =
            new RecordingServer((request, socket) -> {
              if (request.target().equals("/old")) {
                RecordingServer.say(socket, 302, List.of("Location: /new"));
              } else {
                RecordingServer.say(socket, 200, "{}");
              }
            })) {
      var step = user.send(get("/old"), at(server.url()));

      assertThat(step.url()).isEqualTo(server.url() + "/old");
      assertThat(step.hops()).singleElement().extracting("location").isEqualTo("/new");
      assertThat(user.send(get("/new"), at(server.url())).reused()).isTrue();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void anInterruptEndsARequestAndNotItsUser() throws Exception {
    var arrived = new CountDownLatch(1);
    try (user;
        var server =
            new RecordingServer((request, socket) -> {
              if (request.target().equals("/hang")) {
                arrived.countDown();
                Thread.sleep(Duration.ofMinutes(1));
              }
              RecordingServer.say(socket, 200, "{}");
            })) {
      var hanging =
          new FutureTask<>(() -> {
            var step = user.send(get("/hang"), at(server.url()));
            return List.of(step, Thread.interrupted());
          });
      var thread = Thread.ofPlatform().start(hanging);
      arrived.await();
      thread.interrupt();

      var ended = hanging.get();
      assertThat(ended.getFirst()).extracting("outcome").isEqualTo(Outcome.INTERRUPTED);
      assertThat(ended.getLast()).isEqualTo(true);
      assertThat(user.send(get("/"), at(server.url())).outcome()).isEqualTo(Outcome.OK);
    }
  }

  @Test
  void whoIsInterruptedAlreadySendsNothing() throws IOException {
    try (user;
        var server = answering("{\"a\": 1}")) {
      user.send(get("/1"), at(server.url()));
      Thread.currentThread().interrupt();
      var step = user.send(get("/2"), at(server.url()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(step.outcome()).isEqualTo(Outcome.INTERRUPTED);
      assertThat(step.request() + step.url() + step.body()).isEmpty();
      assertThat(step.timing()).isEqualTo(Timing.NONE);
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void whoIsClosedSendsNoMore() throws IOException {
    try (var server = answering("{}")) {
      user.send(get("/"), at(server.url()));
      user.close();
      user.close();

      assertThatThrownBy(() -> user.send(get("/"), at(server.url())))
          .isInstanceOf(IllegalStateException.class);
      assertThat(server.received()).hasSize(1);
    }
  }
}
