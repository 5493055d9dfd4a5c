package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.http.Certificates.Issued;
import dev.squall.http.TlsClient.Attempt.NotSecured;
import dev.squall.http.TlsServer.Offer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handshake whose server falls silent, ends or resets after any number of its bytes. */
@Timeout(120)
class CutHandshakeTest {
  private static final Issued CA = Certificates.authority("Test CA");
  private static final Issued SHOWN = CA.server("127.0.0.1");
  private static final int LONGEST = 5_000;

  /** What stands between client and server does after it has passed on so many bytes. */
  private interface Act {
    void play(ScriptedServer.Peer peer) throws IOException;
  }

  private static TlsClient client() {
    return new TlsClient(TlsSettings.DEFAULT.withAuthorities(CA.trusted()));
  }

  /** Passes everything on to the server and the first bytes of it back. */
  private static void passOn(ScriptedServer.Peer peer, Endpoint server, int bytes, Act then)
      throws IOException, InterruptedException {
    try (var behind = TlsHandshakes.connect(server)) {
      var pump =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  peer.in().transferTo(behind.getOutputStream());
                } catch (IOException e) {
                  // one of the two is gone
                }
                Watch.closeQuietly(behind);
              });
      var from = behind.getInputStream();
      for (int passed = 0; passed < bytes; passed++) {
        int b = from.read();
        if (b < 0) {
          return;
        }
        peer.out().write(b);
      }
      then.play(peer);
      pump.join(); // until the client is gone
    }
  }

  /** Every number of bytes up to 60, every 5th up to 200, then every 37th. */
  private static int next(int bytes) {
    return bytes + (bytes < 60 ? 1 : bytes < 200 ? 5 : 37);
  }

  /** Cuts after more and more bytes until the handshake succeeds; returns after how many. */
  private static int cut(String version, FailureKind kind, Act act) throws Exception {
    var client = client();
    try (var server = TlsServer.answering(Offer.of(SHOWN).speaking(version), Exchanges.OK)) {
      for (int k = 0; k < LONGEST; k = next(k)) {
        int bytes = k;
        try (var between =
                new ScriptedServer((peer, _) -> passOn(peer, server.endpoint(), bytes, act));
            var raw = TlsHandshakes.connect(between.endpoint())) {
          var secure = new Endpoint("127.0.0.1", between.endpoint().port(), true);
          if (!(TlsHandshakes.attempt(client, raw, secure) instanceof NotSecured(var failure))) {
            return bytes;
          }
          assertThat(failure.kind()).as("after %d bytes", bytes).isEqualTo(kind);
        }
      }
      return LONGEST;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void anEndBeforeItsEndIsAFailedHandshake(String version) throws Exception {
    int secured = cut(version, FailureKind.TLS_HANDSHAKE, peer -> peer.socket().shutdownOutput());
    assertThat(secured).isBetween(500, LONGEST - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aResetBeforeItsEndIsAReset(String version) throws Exception {
    assertThat(cut(version, FailureKind.RESET, ScriptedServer.Peer::reset))
        .isBetween(500, LONGEST - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void silenceEndsWhenTheSocketIsClosedUnderIt(String version) throws Exception {
    var client = client();
    try (var server = TlsServer.answering(Offer.of(SHOWN).speaking(version), Exchanges.OK)) {
      for (int k = 0; k < 500; k += 37) {
        int bytes = k;
        var silent = new CountDownLatch(1);
        try (var between =
                new ScriptedServer(
                    (peer, _) -> passOn(peer, server.endpoint(), bytes, _ -> silent.countDown()));
            var raw = TlsHandshakes.connect(between.endpoint())) {
          var secure = new Endpoint("127.0.0.1", between.endpoint().port(), true);
          Thread.ofVirtual()
              .start(() -> {
                try {
                  silent.await(5, TimeUnit.SECONDS);
                  Watch.closeQuietly(raw);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
          assertThat(TlsHandshakes.attempt(client, raw, secure)).isInstanceOf(NotSecured.class);
        }
      }
    }
  }
}
