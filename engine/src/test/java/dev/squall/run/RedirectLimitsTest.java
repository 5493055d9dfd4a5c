package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Option;
import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import dev.squall.scenario.Request;
import dev.squall.stats.Results;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects that are not followed, or not to their end. */
@Timeout(60)
class RedirectLimitsTest {

  /** Sends /n to /n-1 until /0 answers. */
  private static RecordingServer stairs() throws IOException {
    return new RecordingServer((request, socket) -> {
      int n = Integer.parseInt(request.target().substring(1));
      if (n > 0) {
        RedirectedTest.redirect(socket, 302, "/" + (n - 1));
      } else {
        RecordingServer.say(socket, 200, "{}");
      }
    });
  }

  private static RecordingServer answering(int status, String... headers) throws IOException {
    return new RecordingServer(
        (_, socket) -> RecordingServer.say(socket, status, List.of(headers)));
  }

  @Test
  void noRedirectLeavesTheHostsThatAreAllowed() throws IOException {
    try (var server = answering(302, "Location: http://elsewhere.invalid/a")) {
      var refused = failure(server, get("/"), redirectsWithin("other.invalid"));

      assertThat(refused.kind()).isEqualTo("redirect_refused");
      assertThat(refused.message()).contains("http://elsewhere.invalid", "not allowed");
      assertThat(failure(server, get("/"), redirectsWithin("ELSEWHERE.invalid")).kind())
          .isEqualTo("dns");
      assertThat(failure(server, get("/")).kind()).isEqualTo("dns");
    }
  }

  @Test
  void thisMachineAndThePlansHostsAreAlwaysAllowed() throws IOException {
    try (var second = answering(200);
        var first = answering(302, "Location: " + second.url() + "/a")) {
      var there = scenario("s", get("/")).at(first.url());

      assertThat(once(there, redirectsWithin()).success()).isTrue();
      assertThat(second.received()).hasSize(1);
    }
  }

  private static Outcome.Failed failure(RecordingServer server, Request request, Option... how) {
    var step = once(scenario("s", request).at(server.url()), how).steps().getFirst();
    assertThat(step.outcome()).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) step.outcome();
  }

  @ParameterizedTest
  @CsvSource({"10, 10, true", "11, 10, false", "1, 1, true", "2, 1, false", "30, 30, true"})
  void asManyAsAllowedAreFollowedAndNotOneMore(int steps, int allowed, boolean arrives)
      throws IOException {
    try (var server = stairs()) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/" + steps)).at(server.url()),
                  users(2).iterations(4),
                  redirects(allowed)));

      assertThat(results.totals().ok()).isEqualTo(arrives ? 4 : 0);
      assertThat(results.totals().hops()).isEqualTo(4L * allowed);
      assertThat(results.totals().sent())
          .isEqualTo(server.received().size())
          .isEqualTo(4L * (allowed + 1));
      if (!arrives) {
        assertThat(results.errors())
            .singleElement()
            .satisfies(error -> {
              assertThat(error.category()).isEqualTo(Category.OTHER_ERROR);
              assertThat(error.kind()).isEqualTo("redirect_limit");
              assertThat(error.status()).isEqualTo(302);
            });
      }
    }
  }

  @Test
  void tenAreFollowedWhereNothingIsSaid() throws IOException {
    try (var server = stairs()) {
      assertThat(once(scenario("s", get("/10")).at(server.url())).success()).isTrue();
      assertThat(failure(server, get("/11")).kind()).isEqualTo("redirect_limit");
    }
  }

  @Test
  void aRequestsOwnNumberComesBeforeTheRuns() throws IOException {
    try (var server = stairs()) {
      var found = get("/3").check(status().is(302));
      var scenario =
          scenario(
                  "s",
                  get("/3").named("more").redirects(3),
                  found.named("none").noRedirects(),
                  get("/2").named("as the run"))
              .at(server.url());
      var trace = once(scenario, redirects(2));

      assertThat(trace.success()).isTrue();
      assertThat(trace.steps()).extracting(step -> step.hops().size()).containsExactly(3, 0, 2);
    }
  }

  @Test
  void withoutRedirectsARedirectIsTheAnswer() throws IOException {
    try (var server = stairs()) {
      var asked = get("/1").extract("to", header("Location")).check(status().is(302));
      var results =
          Sums.holdIn(
              run(scenario("s", asked).at(server.url()), users(2).iterations(4), redirects(0)));

      assertThat(results.errors()).isEmpty();
      assertThat(results.totals().hops()).isZero();
      assertThat(server.received()).hasSize(4);
      assertThat(once(scenario("s", asked.noRedirects()).at(server.url())).variables())
          .containsEntry("to", "/0");
    }
  }

  @Test
  void aCircleIsCalledOne() throws IOException {
    try (var server =
        new RecordingServer((request, socket) ->
            RedirectedTest.redirect(socket, 302, request.target().equals("/a") ? "/b" : "/a"))) {
      var failed = failure(server, get("/a"));

      assertThat(failed.category()).isEqualTo(Category.OTHER_ERROR);
      assertThat(failed.kind()).isEqualTo("redirect_loop");
      assertThat(failed.message()).contains("/b again");
      assertThat(server.received()).hasSize(11);
    }
  }

  @Test
  void aPageThatSendsToItselfOnceItHasSetACookieIsNoCircle() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          if (request.cookies().isEmpty()) {
            RedirectedTest.redirect(socket, 302, "/door", "Set-Cookie: seen=1");
          } else {
            RecordingServer.say(socket, 200, "{}");
          }
        })) {
      assertThat(once(scenario("s", get("/door")).at(server.url())).success()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1/a",
        "javascript:alert(1)",
        "http://",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:x/",
        "http://bad host/",
        "//[::1/",
        "https:x",
      })
  void aLocationThatLeadsNowhereIsMalformed(String location) throws IOException {
    try (var server = answering(302, "Location: " + location)) {
      var results =
          Sums.holdIn(run(scenario("s", get("/a")).at(server.url()), users(1).iterations(2)));

      assertThat(results.totals().failed()).isEqualTo(2);
      assertThat(results.totals().hops()).isZero();
      assertThat(results.totals().sent()).isEqualTo(server.received().size()).isEqualTo(2);
      assertThat(results.errors())
          .singleElement()
          .satisfies(error -> {
            assertThat(error.category()).isEqualTo(Category.OTHER_ERROR);
            assertThat(error.kind()).isEqualTo("redirect_malformed");
          });
    }
  }

  @Test
  void whoeverDoesNotFollowMindsNoLocation() throws IOException {
    try (var server = answering(302, "Location: http://")) {
      assertThat(once(scenario("s", get("/").noRedirects()).at(server.url())).success()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectThatNamesNoPlaceIsAnAnswerLikeAnyOther(int status) throws IOException {
    try (var server = answering(status)) {
      var trace = once(scenario("s", get("/").check(status().is(status))).at(server.url()));
      assertThat(trace.success()).isTrue();
      assertThat(server.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 300, 304, 305, 306, 399, 404})
  void aLocationOfAnyOtherStatusIsOnlyAHeader(int status) throws IOException {
    try (var server = answering(status, "Location: /elsewhere")) {
      var trace = once(scenario("s", get("/").check(status().is(status))).at(server.url()));
      assertThat(trace.success()).isTrue();
      assertThat(server.asked()).containsExactly("GET /");
    }
  }

  @Test
  void aHopThatFailsIsTheRequestsFailure() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          if (request.target().equals("/a")) {
            RedirectedTest.redirect(socket, 302, "/b");
          } else {
            RecordingServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
            socket.close();
          }
        })) {
      var results =
          Sums.holdIn(run(scenario("s", get("/a")).at(server.url()), users(1).iterations(3)));
      assertThat(results.errors())
          .singleElement()
          .satisfies(error -> {
            assertThat(error.kind()).isEqualTo("truncated");
            assertThat(error.status()).isEqualTo(200);
          });
      assertThat(results.totals().hops()).isEqualTo(3);
      assertThat(results.totals().sent()).isEqualTo(server.received().size());
    }
  }

  @Test
  void theTimeOutHoldsOverAllHopsTogether() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          Thread.sleep(150);
          RedirectedTest.redirect(socket, 302, request.target() + "x");
        })) {
      inTime(
          run(
              scenario("s", get("/")).at(server.url()),
              users(3).iterations(6),
              redirects(1000),
              timeout(millis(500))));
      inTime(
          run(
              scenario("s", get("/").timeout(millis(500))).at(server.url()),
              users(3).iterations(6),
              redirects(1000)));
    }
  }

  private static void inTime(Results results) {
    Sums.holdIn(results);
    assertThat(results.errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.category()).isEqualTo(Category.TIMEOUT_ERROR);
          assertThat(error.kind()).isEqualTo("total_timeout");
          assertThat(error.count()).isEqualTo(6);
        });
    assertThat(results.totals().hops()).isBetween(6L, 18L);
    assertThat(results.users()).allSatisfy(user -> assertThat(user.iterations()).isEqualTo(2));
    assertThat(results.totals().elapsedSeconds()).isBetween(1.0, 2.0);
  }

  @Test
  void aStopInTheMiddleOfARedirectLosesNothing() throws Exception {
    var manyAsked = new CountDownLatch(200);
    try (var server =
        new RecordingServer((request, socket) -> {
          manyAsked.countDown();
          Thread.sleep(2);
          if (request.target().length() < 6) {
            RedirectedTest.redirect(socket, 302, request.target() + "x");
          } else {
            RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var scenario = scenario("s", get("/")).at(server.url());
      try (var run = start(scenario, users(10).during(minutes(1)), grace(millis(0)))) {
        assertThat(manyAsked.await(30, TimeUnit.SECONDS)).isTrue();
        run.stop();
        var totals = Sums.holdIn(run.await()).totals();

        assertThat(totals.failed()).isZero();
        assertThat(totals.interrupted()).isPositive();
        assertThat((long) server.received().size())
            .isBetween(totals.ok() + totals.hops(), totals.sent());
        assertThat(totals.sent()).isLessThanOrEqualTo(totals.requests() + totals.hops());
      }
    }
  }
}
