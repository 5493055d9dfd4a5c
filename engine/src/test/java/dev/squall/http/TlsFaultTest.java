package dev.squall.http;

import static dev.squall.http.Certificates.authority;
import static dev.squall.http.Certificates.selfSigned;
import static dev.squall.http.Certificates.wanted;
import static dev.squall.http.Exchanges.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.http.Certificates.Issued;
import dev.squall.http.TlsServer.Offer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a server that speaks TLS can fail, as whole exchanges. */
class TlsFaultTest {
  private static final Issued CA = authority("Test CA");
  private static final Deadline LIMIT = Deadline.within(Duration.ofSeconds(10));

  /** Certificates that are not to be taken, and the kind of each. */
  enum Bad {
    EXPIRED(FailureKind.TLS_CERTIFICATE_EXPIRED),
    NOT_YET(FailureKind.TLS_CERTIFICATE_NOT_YET_VALID),
    OTHER_HOST(FailureKind.TLS_WRONG_HOST),
    SELF_SIGNED(FailureKind.TLS_SELF_SIGNED),
    OTHER_CA(FailureKind.TLS_UNKNOWN_CA);

    private final FailureKind kind;

    Bad(FailureKind kind) {
      this.kind = kind;
    }

    Issued certificate() {
      var here = wanted("here").forHosts("127.0.0.1");
      return switch (this) {
        case EXPIRED -> CA.issue(here.expired());
        case NOT_YET -> CA.issue(here.notYet());
        case OTHER_HOST -> CA.server("elsewhere.test");
        case SELF_SIGNED -> selfSigned(here);
        case OTHER_CA -> authority("Another CA").server("127.0.0.1");
      };
    }
  }

  private static Wire wire() {
    return new Wire(
        WireSettings.DEFAULT.withTls(TlsSettings.DEFAULT.withAuthorities(CA.trusted())));
  }

  private static Offer offer() {
    return Offer.of(CA.server("127.0.0.1"));
  }

  private static Transcript exchanged(TlsServer server) {
    try (var wire = wire();
        var origin = wire.origin(server.endpoint())) {
      var seen = Exchanges.exchange(origin, Exchanges.get(), LIMIT);
      assertThat(wire.counts().active()).isZero();
      assertThat(seen.ends).isEqualTo(1);
      return seen;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void whatIsSecureIsKeptLikeWhatIsPlain(String version) throws Exception {
    try (var server = TlsServer.answering(offer().speaking(version), OK);
        var wire = wire();
        var origin = wire.origin(server.endpoint())) {
      for (int i = 0; i < 4; i++) {
        var seen = Exchanges.exchange(origin, Exchanges.get(), LIMIT);
        assertThat(seen.failure).isNull();
        assertThat(seen.body()).isEqualTo("ok");
        assertThat(seen.reused).isEqualTo(i > 0);
        assertThat(seen.tls > 0).isEqualTo(i == 0);
      }
      assertThat(wire.counts().opened()).isEqualTo(1);
      assertThat(wire.counts().idle()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Bad.class)
  void aCertificateThatIsNotToBeTaken(Bad bad) throws Exception {
    try (var server = TlsServer.answering(Offer.of(bad.certificate()), OK)) {
      var seen = exchanged(server);
      assertThat(seen.kind()).isEqualTo(bad.kind);
      assertThat(seen.sent).isZero();
      assertThat(seen.started).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource(Bad.class)
  void whoTrustsEverybodyTakesItAllTheSame(Bad bad) throws Exception {
    try (var server = TlsServer.answering(Offer.of(bad.certificate()), OK);
        var wire = new Wire(WireSettings.DEFAULT.withTls(TlsSettings.DEFAULT.withVerifies(false)));
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.exchange(origin, Exchanges.get(), LIMIT).failure).isNull();
    }
  }

  @Test
  void aPlainServerWhereTlsIsExpected() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.in().read();
              peer.say("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
              peer.untilClosed();
            });
        var wire = wire();
        var origin = wire.origin(new Endpoint("127.0.0.1", server.endpoint().port(), true))) {
      assertThat(Exchanges.exchange(origin, Exchanges.get(), LIMIT).kind())
          .isEqualTo(FailureKind.TLS_NOT_SPOKEN);
      assertThat(wire.counts().failed()).isEqualTo(1);
      assertThat(wire.counts().opened()).isZero();
    }
  }

  @Test
  void aServerThatExpectsTlsAndIsSpokenToPlainly() throws Exception {
    // The alert of a server that gets no client hello; whole servers may also just close.
    byte[] alert = {21, 3, 3, 0, 2, 2, 10};
    var seen =
        Exchanges.with((peer, k) -> {
          peer.request();
          peer.say(alert);
          peer.untilClosed();
        });
    assertThat(seen.kind()).isEqualTo(FailureKind.TLS_EXPECTED);
    assertThat(seen.failure.detail()).contains("https://");
    try (var server = TlsServer.answering(offer(), OK);
        var wire = wire();
        var origin = wire.origin(new Endpoint("127.0.0.1", server.endpoint().port()))) {
      assertThat(Exchanges.exchange(origin, Exchanges.get(), LIMIT).kind())
          .isIn(FailureKind.TLS_EXPECTED, FailureKind.CLOSED_BEFORE_ANSWER, FailureKind.RESET);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aBrokenRecordOrABareAlertInTheMiddleOfAnAnswer(String version) throws Exception {
    for (byte[] broken : new byte[][] {{21, 3, 3, 0, 2, 2, 40}, {23, 3, 3, 0, 4, 1, 2, 3, 4}}) {
      try (var server =
          new TlsServer(
              offer().speaking(version),
              (peer, raw, k) -> {
                peer.request();
                peer.say(OK.substring(0, 20));
                raw.getOutputStream().write(broken);
                Thread.sleep(200);
              })) {
        var seen = exchanged(server);
        assertThat(seen.kind()).isEqualTo(FailureKind.TLS_ALERT);
        assertThat(seen.received).isEqualTo(20);
      }
    }
  }

  @Test
  void aResetAfterAnyNumberOfBytes() throws Exception {
    try (var server =
            new TlsServer(
                offer(),
                (peer, raw, k) -> {
                  peer.request();
                  peer.say(OK.substring(0, k % OK.length()));
                  Thread.sleep(5);
                  raw.setSoLinger(true, 0);
                  raw.close();
                });
        var wire = wire()) {
      for (int k = 0; k < OK.length(); k++) {
        try (var origin = wire.origin(server.endpoint())) {
          var seen = Exchanges.exchange(origin, Exchanges.get(), LIMIT);
          assertThat(seen.kind()).as("after %d bytes", k).isEqualTo(FailureKind.RESET);
          assertThat(seen.received).isLessThanOrEqualTo(k);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEndAfterAnyNumberOfBytesWithAndWithoutGoodBye(boolean inOrder) throws Exception {
    try (var server =
            new TlsServer(
                offer(),
                (peer, raw, k) -> {
                  peer.request();
                  peer.say(OK.substring(0, k % OK.length()));
                  if (!inOrder) {
                    raw.shutdownOutput();
                    raw.close();
                  }
                });
        var wire = wire()) {
      for (int k = 0; k < OK.length(); k++) {
        try (var origin = wire.origin(server.endpoint())) {
          var seen = Exchanges.exchange(origin, Exchanges.get(), LIMIT);
          assertThat(seen.kind())
              .as("after %d bytes", k)
              .isEqualTo(k == 0 ? FailureKind.CLOSED_BEFORE_ANSWER : FailureKind.TRUNCATED);
          assertThat(seen.received).isEqualTo(k);
        }
      }
    }
  }

  @Test
  void silenceAfterAnyNumberOfBytesEndsWithTheLimitAndNobodyElseNotices() throws Exception {
    try (var silent =
            new TlsServer(
                offer(),
                (peer, raw, k) -> {
                  peer.request();
                  peer.say(OK.substring(0, k % OK.length()));
                  peer.untilClosed();
                });
        var healthy = TlsServer.answering(offer(), OK);
        var wire = wire()) {
      var limit = Deadline.within(Duration.ofMillis(2_500));
      var all = new ArrayList<CompletableFuture<Transcript>>();
      for (int k = 0; k < OK.length(); k++) {
        all.add(Exchanges.start(wire.origin(silent.endpoint()), Exchanges.get(), limit));
      }
      var other = wire.origin(healthy.endpoint());
      while (!all.getLast().isDone()) {
        assertThat(Exchanges.exchange(other, Exchanges.get(), LIMIT).failure).isNull();
      }
      for (var one : all) {
        var seen = one.join();
        assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
        assertThat(seen.ended - seen.began).isBetween(2_500_000_000L, 3_000_000_000L);
      }
      assertThat(wire.counts().active()).isZero();
    }
  }

  @Test
  void aServerThatNeverShakesHandsEndsWithTheLimitOfConnecting() throws Exception {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var wire =
            new Wire(
                WireSettings.DEFAULT
                    .withConnectTimeout(Duration.ofMillis(200))
                    .withTls(TlsSettings.DEFAULT.withAuthorities(CA.trusted())));
        var origin = wire.origin(new Endpoint("127.0.0.1", server.getLocalPort(), true))) {
      var seen = Exchanges.exchange(origin, Exchanges.get(), LIMIT);
      assertThat(seen.kind()).isEqualTo(FailureKind.CONNECT_TIMEOUT);
      assertThat(seen.ended - seen.began).isBetween(200_000_000L, 700_000_000L);
      assertThat(wire.counts().failed()).isEqualTo(1);
    }
  }

  @Test
  void aKeptConnectionThatTheServerClosedIsReplacedOnce() throws Exception {
    try (var server =
            new TlsServer(
                offer(),
                (peer, raw, k) -> {
                  peer.request();
                  peer.say(OK);
                });
        var wire = wire();
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.exchange(origin, Exchanges.get(), LIMIT).failure).isNull();
      Thread.sleep(50);
      var seen = Exchanges.exchange(origin, Exchanges.get(), LIMIT);
      assertThat(seen.failure).isNull();
      assertThat(seen.retries).containsExactly(FailureKind.STALE_CONNECTION);
      assertThat(wire.counts().staleRetries()).isEqualTo(1);
      assertThat(wire.counts().opened()).isEqualTo(2);
    }
  }

  @Test
  void aLargeBodyPassesInManyRecords() throws Exception {
    var body = "0123456789".repeat(200_000);
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    try (var server = TlsServer.answering(offer(), answer)) {
      var seen = exchanged(server);
      assertThat(seen.failure).isNull();
      assertThat(seen.body()).isEqualTo(body);
      assertThat(seen.received).isEqualTo(answer.length());
    }
  }
}
