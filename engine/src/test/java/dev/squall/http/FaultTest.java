package dev.squall.http;

import static dev.squall.http.Exchanges.OK;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a server can fail ends in its kind. */
class FaultTest {

  @Test
  void nobodyListening() throws Exception {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    try (var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(new Endpoint("127.0.0.1", port))) {
      var seen = Exchanges.get(origin);
      assertThat(seen.kind()).isEqualTo(FailureKind.CONNECTION_REFUSED);
      assertThat(seen.failure.detail()).startsWith("connecting to 127.0.0.1:" + port + ": ");
      assertThat(seen.started).isEqualTo(-1);
      assertThat(seen.firstByte).isEqualTo(-1);
      assertThat(seen.ended).isPositive();
      assertThat(seen.connect).isPositive();
      assertThat(seen.fullyWritten).isFalse();
      assertThat(seen.sent).isZero();
      assertThat(Exchanges.get(origin).ends).isEqualTo(1);
      assertThat(wire.counts().failed()).isEqualTo(2);
      assertThat(wire.counts().opened()).isZero();
    }
  }

  @Test
  void aResetAfterAnyNumberOfBytesIsAResetAndNothingElse() throws Exception {
    for (int k = 0; k <= OK.length(); k++) {
      int bytes = k;
      var seen =
          Exchanges.with((peer, n) -> {
            peer.request();
            peer.say(OK.substring(0, bytes));
            Thread.sleep(2);
            peer.reset();
          });
      if (k < OK.length()) {
        assertThat(seen.kind()).as("after %d bytes", k).isEqualTo(FailureKind.RESET);
        assertThat(seen.failure.detail()).contains(" after " + k + " bytes of the answer");
      } else {
        assertThat(seen.failure).isNull();
      }
      assertThat(seen.received).isEqualTo(k);
      assertThat(seen.ends).isEqualTo(1);
    }
  }

  @Test
  void anEndAfterAnyNumberOfBytesIsTruncation() throws Exception {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nT: t\r\n\r\n";
    for (String answer : new String[] {OK, chunked}) {
      for (int k = 0; k < answer.length(); k++) {
        int bytes = k;
        var seen =
            Exchanges.with((peer, n) -> {
              peer.request();
              peer.say(answer.substring(0, bytes));
            });
        assertThat(seen.kind())
            .as("after %d bytes", k)
            .isEqualTo(k == 0 ? FailureKind.CLOSED_BEFORE_ANSWER : FailureKind.TRUNCATED);
        assertThat(seen.received).isEqualTo(k);
        assertThat(seen.ends).isEqualTo(1);
        assertThat(seen.fullyWritten).isTrue();
      }
    }
    assertThat(
            Exchanges.with(
                    (peer, n) -> {
                      peer.request();
                      peer.say(OK.substring(0, OK.length() - 1));
                    })
                .failure
                .detail())
        .isEqualTo(
            "the connection ended after 39 bytes of the answer, 1 bytes of its body missing");
  }

  @Test
  void silenceAfterAnyNumberOfBytesEndsWithTheLimit() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              peer.say(OK.substring(0, k % OK.length()));
              peer.untilClosed();
            });
        var wire = new Wire(WireSettings.DEFAULT)) {
      var all =
          java.util.stream.IntStream.range(0, OK.length())
              .mapToObj(k ->
                  Exchanges.start(
                      wire.origin(server.endpoint()),
                      Exchanges.get(),
                      Deadline.within(Duration.ofMillis(200))))
              .toList();
      for (var one : all) {
        var seen = one.join();
        assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
        assertThat(seen.failure.detail()).contains("out of time after " + seen.received + " bytes");
        assertThat(seen.ended - seen.began).isBetween(200_000_000L, 1_200_000_000L);
        assertThat(seen.ends).isEqualTo(1);
      }
      assertThat(all.stream().map(one -> one.join().received).distinct()).hasSize(OK.length());
      assertThat(wire.counts().closedByUs()).isEqualTo(OK.length());
      assertThat(wire.counts().active()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'SSH-2.0-OpenSSH\r\n', MALFORMED_STATUS_LINE, 'the answer does not begin with HTTP/1., at byte 0 in \"SSH-2.0-OpenSSH\\r\\n\"'",
    "'HTTP/1.1 2x0 OK\r\n', MALFORMED_STATUS_LINE, 'not a status line, at byte 0 in \"HTTP/1.1 2x0 OK\\r\\n\"'",
    "'HTTP/1.1 200 OK\r\nA b\r\n\r\n', MALFORMED_HEADER, 'a header line without a proper name and a colon, at byte 18 in \"TP/1.1 200 OK\\r\\nA b\\r\\n\\r\\n\"'",
    "'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', CONFLICTING_LENGTH, 'two different values of Content-Length, at byte 52 in'",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx', MALFORMED_CHUNK, 'a chunk size is expected here, at byte 47 in \"ing: chunked\\r\\n\\r\\nx\"'",
    "'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab', UNEXPECTED_BYTES, '1 bytes after the end of the answer in \"t-Length: 1\\r\\n\\r\\nab\"'",
    "'HTTP/1.1 204 None\r\n\r\nHTTP/1.1 200 OK\r\n\r\n', UNEXPECTED_BYTES, '19 bytes after the end of the answer in'",
  })
  void anAnswerThatIsNoAnswer(String answer, FailureKind kind, String detail) throws Exception {
    var seen = Exchanges.withAnswer(answer);
    assertThat(seen.kind()).isEqualTo(kind);
    assertThat(seen.failure.detail()).startsWith(detail);
    assertThat(seen.ends).isEqualTo(1);
  }

  @Test
  void aHeaderOfAMegabyteIsTooLargeAndALongOneIsNot() throws Exception {
    String line = "X: " + "x".repeat(1_000_000) + "\r\n\r\n";
    assertThat(Exchanges.withAnswer("HTTP/1.1 204 N\r\n" + line).kind())
        .isEqualTo(FailureKind.HEADER_TOO_LARGE);
    var seen = Exchanges.withAnswer("HTTP/1.1 204 N\r\nX: " + "x".repeat(200_000) + "\r\n\r\n");
    assertThat(seen.failure).isNull();
    assertThat(seen.heads()).hasSize("1.1 204 N | X=".length() + 200_000);
  }

  @Test
  void aServerThatClosesAtOnce() throws Exception {
    // Whether the kernel says FIN or RST depends on whether the request had come by then.
    assertThat(Exchanges.with((peer, k) -> {}).kind())
        .isIn(FailureKind.CLOSED_BEFORE_ANSWER, FailureKind.RESET);
  }

  @Test
  void anAnswerToARequestThatTheServerDidNotReadIsAnAnswer() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.say("HTTP/1.1 413 Too large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
              peer.socket().shutdownOutput();
              Thread.sleep(50);
              peer.reset();
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var seen =
          Exchanges.exchange(
              origin,
              RenderedRequest.of(new byte[30_000_000]),
              Deadline.within(Duration.ofSeconds(5)));
      assertThat(seen.status).isEqualTo(413);
      assertThat(seen.failure).isNull();
      assertThat(seen.fullyWritten).isFalse();
      assertThat(seen.sent).isZero();
      assertThat(wire.counts().closedByPeer()).isEqualTo(1);
    }
  }

  @Test
  void aNameThatDoesNotResolve() {
    try (var wire =
            new Wire(
                WireSettings.DEFAULT,
                host -> {
                  throw new java.net.UnknownHostException(host);
                });
        var origin = wire.origin(new Endpoint("nowhere.test", 80))) {
      var seen = Exchanges.get(origin);
      assertThat(seen.failure).isEqualTo(new Failure(FailureKind.DNS, "unknown host nowhere.test"));
      assertThat(seen.started).isEqualTo(-1);
    }
  }

  @Test
  void aThousandMutatedAnswersOnRealSockets() throws Exception {
    var random = new Random(7);
    var answers =
        java.util.stream.IntStream.range(0, 1_000)
            .mapToObj(i -> RandomAnswer.of(i).mutated(random))
            .toList();
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              byte[] bytes = answers.get(k).bytes();
              int half = bytes.length / 2;
              peer.out().write(bytes, 0, half);
              peer.out().write(bytes, half, bytes.length - half);
              peer.socket().shutdownOutput();
              peer.untilClosed();
            });
        var wire = new Wire(WireSettings.DEFAULT.withKeepAlive(KeepAlive.FRESH));
        var origin = wire.origin(server.endpoint())) {
      for (int i = 0; i < answers.size(); i++) {
        var seen = Exchanges.get(origin);
        assertThat(seen.ends).as("answer %d", i).isEqualTo(1);
        assertThat(seen.kind()).as("answer %d", i).isNotIn(FailureKind.TOTAL_TIMEOUT);
      }
      var counts = wire.counts();
      assertThat(counts.opened()).isEqualTo(1_000);
      assertThat(counts.closedByPeer() + counts.closedByUs()).isEqualTo(1_000);
      assertThat(counts.active() + counts.idle()).isZero();
    }
  }
}
