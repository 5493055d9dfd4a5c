package dev.squall.http;

import static dev.squall.http.Certificates.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.http.Certificates.Issued;
import dev.squall.http.TlsClient.Attempt.NotSecured;
import dev.squall.http.TlsClient.Attempt.Secured;
import dev.squall.http.TlsServer.Offer;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes succeed, are resumed, fail and end as they should, each version for itself. */
class TlsClientTest {
  private static final Issued CA = Certificates.authority("Test CA");
  private static final Issued SHOWN = CA.server("localhost", "my_shop", "127.0.0.1");
  private static final TlsSettings TRUSTING = TlsSettings.DEFAULT.withAuthorities(CA.trusted());

  private static TlsServer server() throws IOException {
    return TlsServer.answering(Offer.of(SHOWN), Exchanges.OK);
  }

  private static TlsServer server(ScriptedServer.Script script) throws IOException {
    return new TlsServer(Offer.of(SHOWN), script);
  }

  /** A server that does not speak TLS by itself. */
  private static Failure refusedBy(ScriptedServer.Script script) throws Exception {
    try (var server = new ScriptedServer(script)) {
      return TlsHandshakes.refused(TRUSTING, server.endpoint());
    }
  }

  private static byte[] alert(int description) {
    return new byte[] {21, 3, 3, 0, 2, 2, (byte) description};
  }

  @Test
  void theNewestCommonVersionIsSpoken() throws Exception {
    try (var both = server();
        var old = TlsServer.answering(Offer.of(SHOWN).speaking("TLSv1.2"), Exchanges.OK)) {
      var client = new TlsClient(TRUSTING);
      var newer = TlsHandshakes.exchanged(client, both.endpoint());
      assertThat(newer.protocol()).isEqualTo("TLSv1.3");
      assertThat(newer.cipherSuite()).startsWith("TLS_AES_");
      var older = TlsHandshakes.exchanged(client, old.endpoint());
      assertThat(older.protocol()).isEqualTo("TLSv1.2");
      assertThat(older.cipherSuite()).startsWith("TLS_ECDHE_");
      var limited = new TlsClient(TRUSTING.withProtocols(List.of("TLSv1.2")));
      assertThat(TlsHandshakes.exchanged(limited, both.endpoint()).protocol()).isEqualTo("TLSv1.2");
    }
  }

  @Test
  void namesAreToldToTheServerAndAddressesAreNot() throws Exception {
    try (var server = server()) {
      var client = new TlsClient(TRUSTING);
      for (String host : List.of("localhost", "localhost.", "127.0.0.1")) {
        TlsHandshakes.exchanged(client, server.endpoint(host));
      }
      assertThat(server.serverNames()).containsExactly("localhost", "localhost", "");
    }
  }

  @Test
  void aNameWithAnUnderscoreIsNeitherToldNorVerified() throws Exception {
    try (var server = server()) {
      assertThat(TlsHandshakes.refused(TRUSTING, server.endpoint("my_shop")))
          .isEqualTo(
              new Failure(
                  FailureKind.TLS_WRONG_HOST,
                  "my_shop cannot be verified: PKIX takes no name with an underscore"));
      var insecure = new TlsClient(TRUSTING.withVerifies(false));
      TlsHandshakes.exchanged(insecure, server.endpoint("my_shop"));
      assertThat(server.serverNames()).containsExactly("");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void theFirstHandshakeIsFullAndLaterOnesAreResumed(String version) throws Exception {
    try (var server = TlsServer.answering(Offer.of(SHOWN).speaking(version), Exchanges.OK)) {
      var client = new TlsClient(TRUSTING);
      assertThat(TlsHandshakes.exchanged(client, server.endpoint()).resumed()).isFalse();
      for (int k = 0; k < 5; k++) {
        var later = TlsHandshakes.exchanged(client, server.endpoint());
        assertThat(later.resumed()).isTrue();
        assertThat(later.protocol()).isEqualTo(version);
      }
      assertThat(TlsHandshakes.exchanged(client, server.endpoint("localhost")).resumed())
          .as("another name is another server")
          .isFalse();
      assertThat(TlsHandshakes.exchanged(new TlsClient(TRUSTING), server.endpoint()).resumed())
          .as("another wire")
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void withoutResumptionEachHandshakeIsFull(String version) throws Exception {
    try (var server = TlsServer.answering(Offer.of(SHOWN).speaking(version), Exchanges.OK)) {
      var client = new TlsClient(TRUSTING.withResumes(false));
      for (int k = 0; k < 4; k++) {
        assertThat(TlsHandshakes.exchanged(client, server.endpoint()).resumed()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void withoutVerificationSessionsAreResumedToo(String version) throws Exception {
    try (var server = TlsServer.answering(Offer.of(SHOWN).speaking(version), Exchanges.OK)) {
      var client = new TlsClient(TlsSettings.DEFAULT.withVerifies(false));
      assertThat(TlsHandshakes.exchanged(client, server.endpoint()).resumed()).isFalse();
      assertThat(TlsHandshakes.exchanged(client, server.endpoint()).resumed()).isTrue();
    }
  }

  @Test
  void noCommonVersionIsToldAsSuch() throws Exception {
    try (var old = TlsServer.answering(Offer.of(SHOWN).speaking("TLSv1.2"), Exchanges.OK);
        var young = TlsServer.answering(Offer.of(SHOWN).speaking("TLSv1.3"), Exchanges.OK)) {
      var failure =
          TlsHandshakes.refused(TRUSTING.withProtocols(List.of("TLSv1.3")), old.endpoint());
      assertThat(failure)
          .isEqualTo(
              new Failure(
                  FailureKind.TLS_VERSION,
                  "the server refused the TLS handshake (protocol_version): no common version or"
                      + " cipher suite"));
      failure = TlsHandshakes.refused(TRUSTING.withProtocols(List.of("TLSv1.2")), young.endpoint());
      assertThat(failure.kind()).isEqualTo(FailureKind.TLS_VERSION);
    }
  }

  @Test
  void noCommonCipherSuiteIsToldAsSuch() throws Exception {
    var offer =
        Offer.of(SHOWN).speaking("TLSv1.2").ciphering("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    try (var server = TlsServer.answering(offer, Exchanges.OK)) {
      var failure = TlsHandshakes.refused(TRUSTING, server.endpoint());
      assertThat(failure.kind()).isEqualTo(FailureKind.TLS_VERSION);
      assertThat(failure.detail()).contains("(handshake_failure)");
    }
  }

  @Test
  void aServerThatChoosesAVersionOfThePastIsToldAsSuch() throws Exception {
    byte[] hello = new byte[5 + 4 + 38];
    byte[] start = {22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
    System.arraycopy(start, 0, hello, 0, start.length);
    hello[5 + 4 + 2 + 32 + 1] = (byte) 0xc0; // after version, random and an empty session id
    hello[5 + 4 + 2 + 32 + 2] = 0x13;
    var failure =
        refusedBy((peer, k) -> {
          peer.say(hello);
          peer.untilClosed();
        });
    assertThat(failure.kind()).as(failure.detail()).isEqualTo(FailureKind.TLS_VERSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 Bad Request\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "220 mail ready\r\n",
        "\0\0\0\0\0\0\0\0\0\0"
      })
  void aServerThatDoesNotSpeakTlsIsToldAsSuch(String banner) throws Exception {
    var failure =
        refusedBy((peer, k) -> {
          peer.say(banner);
          peer.untilClosed();
        });
    assertThat(failure)
        .isEqualTo(new Failure(FailureKind.TLS_NOT_SPOKEN, "the server does not speak TLS there"));
  }

  @Test
  void anEndInTheHandshakeIsAFailedHandshake() throws Exception {
    var failure = refusedBy((peer, k) -> peer.in().readNBytes(1));
    assertThat(failure.kind()).isIn(FailureKind.TLS_HANDSHAKE, FailureKind.RESET);
    failure =
        refusedBy((peer, k) -> {
          peer.socket().shutdownOutput();
          peer.untilClosed();
        });
    assertThat(failure)
        .isEqualTo(
            new Failure(
                FailureKind.TLS_HANDSHAKE,
                "the server closed the connection during the TLS handshake"));
    failure =
        refusedBy((peer, k) -> {
          peer.say(new byte[] {22, 3, 3, 0, 90, 2});
          peer.socket().shutdownOutput();
          peer.untilClosed();
        });
    assertThat(failure.kind()).isEqualTo(FailureKind.TLS_HANDSHAKE);
  }

  @Test
  void aResetInTheHandshakeIsAReset() throws Exception {
    var failure =
        refusedBy((peer, k) -> {
          peer.in().readNBytes(1);
          peer.reset();
        });
    assertThat(failure).isEqualTo(new Failure(FailureKind.RESET, "Connection reset"));
  }

  @Test
  void anyOtherAlertInTheHandshakeIsAFailedHandshake() throws Exception {
    var failure =
        refusedBy((peer, k) -> {
          peer.in().readNBytes(1);
          peer.say(alert(80));
          peer.untilClosed();
        });
    assertThat(failure)
        .isEqualTo(
            new Failure(
                FailureKind.TLS_HANDSHAKE,
                "the server refused the TLS handshake (internal_error)"));
  }

  @Test
  void aSocketClosedUnderAHandshakeEndsIt() throws Exception {
    try (var silent = new ScriptedServer((peer, k) -> peer.untilClosed())) {
      for (boolean virtual : new boolean[] {true, false}) {
        var raw = TlsHandshakes.connect(silent.endpoint());
        var client = new TlsClient(TRUSTING);
        var over = new CompletableFuture<TlsClient.Attempt>();
        var begun = new CountDownLatch(1);
        var thread = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
        thread.start(() -> {
          begun.countDown();
          over.complete(client.handshake(raw, silent.endpoint()));
        });
        begun.await();
        Thread.sleep(20); // most often it is within the read by then; the end is the same if not
        raw.close();
        assertThat(over.get(5, TimeUnit.SECONDS)).isInstanceOf(NotSecured.class);
      }
    }
  }

  @Test
  void aSocketClosedUnderAReadEndsIt() throws Exception {
    try (var server = server((peer, k) -> peer.untilClosed())) {
      var raw = TlsHandshakes.connect(server.endpoint());
      var secured =
          (Secured) TlsHandshakes.attempt(new TlsClient(TRUSTING), raw, server.endpoint());
      var over = new CompletableFuture<IOException>();
      Thread.ofVirtual()
          .start(() -> {
            try {
              over.completeExceptionally(
                  new AssertionError(secured.socket().getInputStream().read(new byte[9])));
            } catch (IOException e) {
              over.complete(e);
            }
          });
      Thread.sleep(20); // as above
      raw.close();
      assertThat(over.get(5, TimeUnit.SECONDS)).isInstanceOf(SocketException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void anEndWithoutCloseNotifyIsAnEndOfStream(String version) throws Exception {
    TlsServer.RawScript script =
        (peer, raw, k) -> {
          peer.say("ab");
          raw.shutdownOutput();
          raw.getInputStream().readAllBytes();
        };
    try (var server = new TlsServer(Offer.of(SHOWN).speaking(version), script);
        var raw = TlsHandshakes.connect(server.endpoint())) {
      var secured =
          (Secured) TlsHandshakes.attempt(new TlsClient(TRUSTING), raw, server.endpoint());
      var in = secured.socket().getInputStream();
      assertThat(in.readAllBytes()).isEqualTo(Parsing.bytes("ab"));
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void anAlertAfterTheHandshakeIsTold() throws Exception {
    TlsServer.RawScript plainAlert =
        (peer, raw, k) -> {
          raw.getOutputStream().write(alert(80));
          raw.getInputStream().readAllBytes();
        };
    try (var server = new TlsServer(Offer.of(SHOWN).speaking("TLSv1.2"), plainAlert)) {
      // Not encrypted, so it is a broken record and not the alert that it says.
      assertThat(TlsHandshakes.failedAfterwards(TRUSTING, server.endpoint()).kind())
          .isEqualTo(FailureKind.TLS_ALERT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aBrokenRecordAfterTheHandshakeIsTold(String version) throws Exception {
    for (var record :
        List.of(
            new byte[] {
              23, 3, 3, 0, 32, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
              20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32
            },
            Parsing.bytes("HTTP/1.1 200 OK\r\n\r\n".repeat(2_000)))) {
      TlsServer.RawScript script =
          (peer, raw, k) -> {
            raw.getOutputStream().write(record);
            raw.getInputStream().readAllBytes();
          };
      try (var server = new TlsServer(Offer.of(SHOWN).speaking(version), script)) {
        var failure = TlsHandshakes.failedAfterwards(TRUSTING, server.endpoint());
        assertThat(failure.kind()).as(failure.detail()).isEqualTo(FailureKind.TLS_ALERT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aResetAfterTheHandshakeIsAReset(String version) throws Exception {
    TlsServer.RawScript script =
        (peer, raw, k) -> {
          raw.setSoLinger(true, 0);
          raw.close();
        };
    try (var server = new TlsServer(Offer.of(SHOWN).speaking(version), script)) {
      assertThat(TlsHandshakes.failedAfterwards(TRUSTING, server.endpoint()).kind())
          .isEqualTo(FailureKind.RESET);
    }
  }

  @Test
  void aSettingWithoutAVersionIsAnError() {
    for (var versions : List.of(List.<String>of(), List.of("TLSv1.1"), List.of("1.3"))) {
      assertThatThrownBy(() -> TlsSettings.DEFAULT.withProtocols(versions))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void settingsTellTheirCertificatesBriefly() {
    var identity = CA.issue(wanted("us")).identity();
    assertThat(TRUSTING.withIdentity(identity).toString())
        .isEqualTo(
            "TlsSettings[verifies=true, authorities=[CN=Test CA],"
                + " identity=Optional[ClientIdentity[CN=us, EC key]],"
                + " protocols=[TLSv1.3, TLSv1.2], resumes=true]");
  }

  @Test
  void whateverAServerAnswersIsAFailureAndNoException() throws Exception {
    var random = new Random(42);
    for (int round = 0; round < 60; round++) {
      byte[] bytes = new byte[random.nextInt(1, 200)];
      random.nextBytes(bytes);
      byte[] start = {(byte) random.nextInt(20, 25), 3, 3, 0, (byte) random.nextInt(1, 100)};
      System.arraycopy(start, 0, bytes, 0, Math.min(bytes.length, random.nextInt(6)));
      var failure =
          refusedBy((peer, k) -> {
            peer.say(bytes);
            peer.socket().shutdownOutput();
            peer.untilClosed();
          });
      assertThat(failure.detail()).isNotEmpty();
    }
  }
}
