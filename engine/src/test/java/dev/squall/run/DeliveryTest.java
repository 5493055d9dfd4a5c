package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.scenario.Request;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From hop to hop, on one connection and on several. */
@Timeout(30)
class DeliveryTest {
  private RecordingServer other;
  private RecordingServer server;

  /**
   * {@code /303/b} leads to {@code /b} of the same server, {@code /away} to {@code /} of another.
   */
  @BeforeEach
  void open() throws IOException {
    other = RecordingServer.answering("{}");
    server =
        new RecordingServer((request, socket) -> {
          var target = request.target();
          if (target.startsWith("/away")) {
            RecordingServer.say(
                socket, 302, List.of("Location: " + other.url() + "/", "Set-Cookie: away=1"));
          } else if (target.startsWith("/3")) {
            RecordingServer.say(
                socket,
                Integer.parseInt(target.substring(1, 4)),
                List.of("Location: " + target.substring(4), "Set-Cookie: hop=1; Path=/"));
          } else {
            RecordingServer.say(socket, 200, List.of("Set-Cookie: last=1; Path=/"));
          }
        });
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    other.close();
  }

  private OneUser user(Request... requests) {
    return new OneUser(scenario("s", requests), at(server.url()));
  }

  private static Sample perform(OneUser user) {
    user.session.begin(0, 1, user.context.initialValues());
    return user.requests.perform((PlannedRequest) user.steps().getFirst(), 0, 0);
  }

  private static String failure(Sample sample) {
    return sample.outcome() instanceof Outcome.Failed(_, var kind, var message)
        ? kind + ": " + message
        : sample.outcome().toString();
  }

  @Test
  void aPostBecomesAGetAndStaysOne() {
    try (var user = user(post("/302/302/307/end").text("x"))) {
      assertThat(perform(user).status()).isEqualTo(200);
      assertThat(server.asked())
          .containsExactly("POST /302/302/307/end", "GET /302/307/end", "GET /307/end", "GET /end");
      assertThat(server.bodies()).containsExactly("x", "", "", "");
      assertThat(user.results().totals().hops()).isEqualTo(3);
    }
  }

  @Test
  void aPostThatStaysAPostMayBecomeAGetLater() {
    try (var user = user(post("/307/308/303/end").text("x"))) {
      assertThat(perform(user).status()).isEqualTo(200);
      assertThat(server.asked())
          .containsExactly(
              "POST /307/308/303/end", "POST /308/303/end", "POST /303/end", "GET /end");
      assertThat(server.bodies()).containsExactly("x", "x", "x", "");
    }
  }

  @Test
  void cookiesOfEachHopGoWithTheNext() {
    try (var user = user(get("/302/302/end").header("Cookie", "own=1"))) {
      perform(user);
      assertThat(server.received())
          .extracting(RecordingServer.Received::cookies)
          .containsExactly("own=1", "own=1; hop=1", "own=1; hop=1");
      perform(user);
      assertThat(server.received().getLast().cookies()).isEqualTo("own=1; hop=1; last=1");
    }
  }

  @Test
  void whatARequestSaysItselfDoesNotReachAnotherServer() {
    try (var user = user(get("/302/away").header("Cookie", "own=1"))) {
      assertThat(perform(user).status()).isEqualTo(200);
      assertThat(server.received().getLast().cookies()).isEqualTo("own=1; hop=1");
      // Cookies know no ports (RFC 6265 §8.5), and both are one host.
      assertThat(other.received().getFirst().cookies()).isEqualTo("hop=1; away=1");
    }
  }

  @Test
  void aLoopIsToldFromAWayThatIsTooLong() throws IOException {
    try (var loop =
            new RecordingServer((request, socket) ->
                RecordingServer.say(
                    socket,
                    302,
                    List.of("Location: " + (request.target().equals("/b") ? "/c" : "/b"))));
        var user = new OneUser(scenario("s", post("/a").redirects(3)), at(loop.url()))) {
      assertThat(failure(perform(user)))
          .isEqualTo("redirect_loop: after 3 redirects it leads to GET " + loop.url() + "/c again");
      assertThat(loop.asked()).containsExactly("POST /a", "GET /b", "GET /c", "GET /b");
    }
    try (var user = user(get("/302/302/302/end").redirects(2))) {
      assertThat(failure(perform(user)))
          .isEqualTo(
              "redirect_limit: more than 2 redirects: the next leads to GET "
                  + server.url()
                  + "/end; redirects(n) allows more");
    }
  }

  @Test
  void asManyRedirectsAsAllowedAreFollowed() {
    try (var user = user(get("/302/302/end").redirects(2))) {
      assertThat(perform(user).outcome()).isEqualTo(Outcome.OK);
      assertThat(server.received()).hasSize(3);
    }
    try (var user = user(get("/302/end").noRedirects())) {
      assertThat(perform(user).status()).isEqualTo(302);
      assertThat(user.results().totals().hops()).isZero();
    }
  }

  @Test
  void aRedirectToNowhereIsAFailureOfItsOwn() {
    try (var user = user(get("/302http://"))) {
      assertThat(failure(perform(user)))
          .startsWith("redirect_malformed: the redirect leads nowhere: ");
    }
  }

  @Test
  void whatFailedOnceIsForgottenByTheNextRequest() {
    try (var user = user(get("/302/302/end").redirects(1), get("/fine"))) {
      assertThat(perform(user).outcome()).isInstanceOf(Outcome.Failed.class);
      assertThat(user.requests.perform((PlannedRequest) user.steps().getLast(), 0, 0).outcome())
          .isEqualTo(Outcome.OK);
    }
  }

  @Test
  void aHopBeginsWhenTheOneBeforeEnded() {
    try (var user = user(get("/302/302/end"))) {
      var sample = perform(user);
      assertThat(sample.intendedNanos()).isZero();
      var totals = user.results().totals();
      assertThat(totals.hops()).isEqualTo(2);
      assertThat(totals.sent()).isEqualTo(3);
      assertThat(totals.requests()).isEqualTo(1);
      assertThat(totals.bytesSent())
          .isEqualTo(server.received().stream().mapToLong(one -> one.head().length()).sum());
      // One after the other, they took no longer than the request.
      assertThat(totals.inFlightSeconds()).isPositive().isLessThan(sample.endedNanos() / 1e9);
    }
  }

  @Test
  void connectionsAreKeptForEachServerAndClosedWithTheUser() {
    try (var user = user(get("/away"))) {
      perform(user);
      perform(user);
      assertThat(user.context.wire.counts().opened()).isEqualTo(2);
      assertThat(user.context.wire.counts().reused()).isEqualTo(2);
      assertThat(user.context.wire.counts().idle()).isEqualTo(2);
      user.requests.close();
      assertThat(user.context.wire.counts().idle()).isZero();
      assertThat(user.results().connections().connect().count()).isEqualTo(2);
    }
  }
}
