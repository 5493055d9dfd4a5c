package dev.squall.http;

import static dev.squall.http.Exchanges.OK;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@code Expect: 100-continue}, RFC 9110 §10.1.1. */
class ExpectTest {
  private static final byte[] HEAD =
      Parsing.bytes(
          "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  private static final byte[] BODY = Parsing.bytes("..hello..");
  private static final Deadline LIMIT = Deadline.within(Duration.ofSeconds(8));

  private static RenderedRequest request() {
    return new RenderedRequest()
        .bytes(HEAD, 0, HEAD.length)
        .facts(false, false, false)
        .body(BODY, 2, 5)
        .expectsContinue(true);
  }

  private static String read(ScriptedServer.Peer peer, int bytes) throws IOException {
    return new String(peer.in().readNBytes(bytes), US_ASCII);
  }

  private static Transcript with(ScriptedServer.Script script) throws Exception {
    try (var server = new ScriptedServer(script);
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      return Exchanges.exchange(origin, request(), LIMIT);
    }
  }

  @Test
  void theBodyFollowsTheServersLeave() throws Exception {
    var body = new CompletableFuture<String>();
    var early = new CompletableFuture<Integer>();
    var seen =
        with((peer, k) -> {
          peer.request();
          Thread.sleep(50);
          early.complete(peer.in().available());
          peer.say("HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n");
          peer.say("HTTP/1.1 100 Continue\r\n\r\n");
          body.complete(read(peer, 5));
          peer.say(OK);
          peer.untilClosed();
        });
    assertThat(seen.failure).isNull();
    assertThat(seen.status).isEqualTo(200);
    assertThat(early.join()).isZero();
    assertThat(body.join()).isEqualTo("hello");
    assertThat(seen.sent).isEqualTo(HEAD.length + 5);
    assertThat(seen.fullyWritten).isTrue();
  }

  @Test
  void aServerThatAnswersInsteadGetsNoBodyAndLosesItsConnection() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              peer.say("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 2\r\n\r\nno");
              peer.untilClosed();
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var seen = Exchanges.exchange(origin, request(), LIMIT);
      assertThat(seen.failure).isNull();
      assertThat(seen.status).isEqualTo(417);
      assertThat(seen.body()).isEqualTo("no");
      assertThat(seen.sent).isEqualTo(HEAD.length);
      assertThat(wire.counts().idle()).isZero();
      assertThat(wire.counts().closedByUs()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatSaysNothingGetsTheBodyAfterASecond() throws Exception {
    var seen =
        with((peer, k) -> {
          peer.request();
          if (read(peer, 5).equals("hello")) {
            peer.say(OK);
          }
          peer.untilClosed();
        });
    assertThat(seen.failure).isNull();
    assertThat(seen.status).isEqualTo(200);
    assertThat(seen.ended - seen.started).isGreaterThan(900_000_000L);
  }

  @Test
  void theTotalLimitHoldsWhileItWaits() throws Exception {
    try (var server = new ScriptedServer((peer, k) -> peer.untilClosed());
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var seen = Exchanges.exchange(origin, request(), Deadline.within(Duration.ofMillis(200)));
      assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
      assertThat(seen.ends).isEqualTo(1);
    }
  }

  @Test
  void aLargeBodyOfItsOwnIsSentBehindTheHead() throws Exception {
    var large = "0123456789".repeat(100_000).getBytes(US_ASCII);
    var head =
        Parsing.bytes("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + large.length + "\r\n\r\n");
    var got = new CompletableFuture<byte[]>();
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              got.complete(peer.in().readNBytes(large.length));
              peer.say(OK);
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var request =
          new RenderedRequest()
              .bytes(head, 0, head.length)
              .facts(false, false, false)
              .body(large, 0, large.length);
      var seen = Exchanges.exchange(origin, request, LIMIT);
      assertThat(seen.failure).isNull();
      assertThat(seen.sent).isEqualTo(head.length + large.length);
      assertThat(got.join()).isEqualTo(large);
    }
  }
}
