package dev.squall.http;

import static dev.squall.http.Exchanges.OK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that say too much, too slowly, or at the wrong moment. */
@Timeout(60)
class HostileServerTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final long SLACK = 500_000_000;
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  /** Says the first text once and the second until the client has enough. */
  private static ScriptedServer.Script flood(String once, String again) {
    byte[] many = Parsing.bytes(again.repeat(Math.max(1, 8192 / again.length())));
    return (peer, k) -> {
      peer.request();
      peer.say(once);
      while (true) {
        peer.say(many);
      }
    };
  }

  private static Transcript exchange(
      ScriptedServer.Script script, RenderedRequest request, Deadline deadline) throws Exception {
    try (var server = new ScriptedServer(script);
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var seen = Exchanges.exchange(origin, request, deadline);
      assertThat(seen.ends).isEqualTo(1);
      assertThat(wire.counts().active()).isZero();
      return seen;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'HTTP/1.1 100 Continue\r\n\r\n'",
    "'', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'",
    "'', 'HTTP/1.1 102 '",
    "'HTTP/1.1 200 ', x",
    "'HTTP/1.1 200 OK\r\n', 'A: b\r\n'",
    "'HTTP/1.1 200 OK\r\nA: ', x",
    "'HTTP/1.1 200 OK\r\nA: b', '\r\n '",
    "'HTTP/1.1 200 OK\r\n', a",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n', 'T: t\r\n'",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nT: ', t",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;', x",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1', ' '",
  })
  void whatNeverEndsIsTooLargeAndLittleOfItIsRead(String once, String again) throws Exception {
    var seen = exchange(flood(once, again), Exchanges.get(), Deadline.within(LONG));
    assertThat(seen.kind()).isEqualTo(FailureKind.HEADER_TOO_LARGE);
    assertThat(seen.received).isLessThan(2L * WireSettings.DEFAULT.maxHeaderBytes() + 64 * 1024);
    assertThat(seen.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n",
        CHUNKED,
        CHUNKED + "fffffffffffffff\r\n",
      })
  void aBodyWithoutEndEndsWithTheTotalLimitAndIsNotKept(String head) throws Exception {
    boolean chunks = head.equals(CHUNKED);
    try (var server = new ScriptedServer(flood(head, chunks ? "1;x=y\r\nb\r\n" : "body"));
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var counted = new CountingSink();
      var limit = Deadline.within(Duration.ofMillis(300)).idle(Duration.ofMillis(250));
      var user = Thread.ofVirtual().start(() -> origin.exchange(Exchanges.get(), limit, counted));
      assertThat(user.join(LONG)).isTrue();
      assertThat(counted.kind).isEqualTo(FailureKind.TOTAL_TIMEOUT);
      assertThat(counted.took).isBetween(300_000_000L, 300_000_000L + SLACK);
      assertThat(counted.body).isPositive().isLessThan(counted.received);
    }
  }

  /** Nothing of a body is kept, or the test would measure itself. */
  private static final class CountingSink implements ResponseSink {
    FailureKind kind;
    long body;
    long received;
    long took;

    @Override
    public void head(int status, int minorVersion, byte[] buf, int reasonFrom, int reasonTo) {}

    @Override
    public void body(byte[] buf, int from, int to) {
      body += to - from;
    }

    @Override
    public void end(Timings timings) {}

    @Override
    public void failed(Failure failure, Timings timings) {
      kind = failure.kind();
      received = timings.bytesReceived();
      took = timings.endedNanos() - timings.begunNanos();
    }
  }

  @Test
  void interimAnswersDrippingForeverEndWithTheTotalLimit() throws Exception {
    var limit = Deadline.within(Duration.ofMillis(300)).idle(Duration.ofMillis(200));
    var seen =
        exchange(
            (peer, k) -> {
              peer.request();
              while (true) {
                peer.say("HTTP/1.1 100 Continue\r\n\r\n");
                Thread.sleep(5);
              }
            },
            Exchanges.get(),
            limit);
    assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
    assertThat(seen.status).isZero();
    assertThat(seen.ended - seen.began).isBetween(300_000_000L, 300_000_000L + SLACK);
  }

  @Test
  void someInterimAnswersAndThousandsOfHeadersAreAnAnswer() throws Exception {
    var text = new StringBuilder("HTTP/1.1 103 Hints\r\nLink: </a>\r\n\r\n".repeat(1_000));
    text.append("HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("X-").append(i).append(": v\r\n");
    }
    text.append("Content-Length: 2\r\n\r\nok");
    var seen =
        exchange(
            (peer, k) -> {
              peer.request();
              peer.say(text.toString());
              peer.untilClosed();
            },
            Exchanges.get(),
            Deadline.within(LONG));
    assertThat(seen.failure).isNull();
    assertThat(seen.body()).isEqualTo("ok");
    assertThat(seen.heads()).startsWith("1.1 200 OK | X-0=v | ").contains(" | X-9999=v | ");
  }

  @Test
  void aSlowDripIsNoPauseAndAnAnswer() throws Exception {
    String answer = OK.replace("ok", "slow and steady it goes").replace("2\r\n", "23\r\n");
    var seen =
        exchange(
            (peer, k) -> {
              peer.request();
              for (int i = 0; i < answer.length(); i++) {
                peer.say(answer.substring(i, i + 1));
                Thread.sleep(20);
              }
              peer.untilClosed();
            },
            Exchanges.get(),
            Deadline.within(LONG).idle(Duration.ofMillis(800)));
    assertThat(seen.failure).isNull();
    assertThat(seen.body()).isEqualTo("slow and steady it goes");
    assertThat(seen.ended - seen.began).isGreaterThan(1_000_000_000L);
  }

  @Test
  void aServerThatStopsReadingEndsWithTheTotalLimit() throws Exception {
    var over = new CountDownLatch(1);
    var seen =
        exchange(
            (peer, k) -> over.await(20, TimeUnit.SECONDS),
            RenderedRequest.of(new byte[50_000_000]),
            Deadline.within(Duration.ofMillis(300)));
    over.countDown();
    assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
    assertThat(seen.fullyWritten).isFalse();
    assertThat(seen.sent).isZero();
    assertThat(seen.ended - seen.began).isBetween(300_000_000L, 300_000_000L + SLACK);
  }

  @Test
  void aServerThatReadsTheRequestSlowlyIsWaitedFor() throws Exception {
    var seen =
        exchange(
            (peer, k) -> {
              long left = 20_000_000;
              while (left > 0) {
                left -= peer.in().skip(Math.min(left, 1_000_000));
                Thread.sleep(2);
              }
              peer.say(OK);
              peer.untilClosed();
            },
            RenderedRequest.of(new byte[20_000_000]),
            Deadline.within(LONG));
    assertThat(seen.failure).isNull();
    assertThat(seen.fullyWritten).isTrue();
    assertThat(seen.sent).isEqualTo(20_000_000);
  }

  @Test
  void anEndBeforeTheRequestIsNoAnswer() throws Exception {
    var seen =
        exchange(
            (peer, k) -> {
              peer.socket().shutdownOutput();
              peer.untilClosed();
            },
            Exchanges.get(),
            Deadline.within(LONG));
    assertThat(seen.kind()).isEqualTo(FailureKind.CLOSED_BEFORE_ANSWER);
    assertThat(seen.fullyWritten).isTrue();
  }

  @Test
  void aResetBeforeTheRequestIsAReset() throws Exception {
    var gone = new CountDownLatch(1);
    try (var server =
            new ScriptedServer((peer, k) -> {
              if (k == 1) {
                peer.reset();
                gone.countDown();
              } else {
                peer.request();
                peer.say(OK);
                peer.untilClosed();
              }
            });
        var wire = new Wire(WireSettings.DEFAULT.withKeepAlive(KeepAlive.FRESH));
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      assertThat(Exchanges.get(origin).kind()).isEqualTo(FailureKind.RESET);
      assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(Exchanges.get(origin).failure).isNull();
    }
  }

  @Test
  void anAnswerBeforeTheRequestIsStillTheAnswer() throws Exception {
    var seen =
        exchange(
            (peer, k) -> {
              peer.say(OK);
              peer.socket().shutdownOutput();
              peer.untilClosed();
            },
            Exchanges.get(),
            Deadline.within(LONG));
    assertThat(seen.failure).isNull();
    assertThat(seen.body()).isEqualTo("ok");
  }

  @Test
  void aHalfCloseAfterTheAnswerSpoilsNothing() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              peer.say(OK);
              peer.socket().shutdownOutput();
              peer.untilClosed();
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      var again =
          Exchanges.exchange(origin, RenderedRequest.of(Exchanges.GET), Deadline.within(LONG));
      assertThat(again.ends).isEqualTo(1);
      assertThat(again.kind()).isIn(null, FailureKind.STALE_CONNECTION);
      assertThat(wire.counts().closedByPeer()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK + OK,
        OK + "H",
        "HTTP/1.1 204 N\r\n\r\nbody",
        "HTTP/1.1 304 N\r\nContent-Length: 4\r\n\r\nbody",
        CHUNKED + "0\r\n\r\n0\r\n\r\n"
      })
  void moreThanOneAnswerIsNoneAndItsConnectionIsNotUsedAgain(String answer) throws Exception {
    try (var server = ScriptedServer.answering(answer);
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      for (int i = 1; i <= 2; i++) {
        var seen = Exchanges.get(origin);
        assertThat(seen.kind()).isEqualTo(FailureKind.UNEXPECTED_BYTES);
        assertThat(seen.ends).isEqualTo(1);
        assertThat(wire.counts().opened()).isEqualTo(i);
        assertThat(wire.counts().idle()).isZero();
      }
    }
  }

  @Test
  void anAnswerToHeadWithABodyIsMoreThanAsked() throws Exception {
    var seen =
        exchange(
            (peer, k) -> {
              peer.request();
              peer.say(OK);
              peer.untilClosed();
            },
            Exchanges.get().facts(true, true, false),
            Deadline.within(LONG));
    assertThat(seen.kind()).isEqualTo(FailureKind.UNEXPECTED_BYTES);
  }

  @Test
  void aBodyShorterThanPromisedEndsWithTheLimitBetweenBytes() throws Exception {
    var seen =
        exchange(
            (peer, k) -> {
              peer.request();
              peer.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbody");
              peer.untilClosed();
            },
            Exchanges.get(),
            Deadline.within(LONG).idle(Duration.ofMillis(150)));
    assertThat(seen.kind()).isEqualTo(FailureKind.IDLE_TIMEOUT);
    assertThat(seen.body()).isEqualTo("body");
    assertThat(seen.failure.detail()).contains("6 bytes of its body missing");
  }
}
