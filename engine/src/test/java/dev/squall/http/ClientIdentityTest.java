package dev.squall.http;

import static dev.squall.http.Certificates.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.http.Certificates.Issued;
import dev.squall.http.TlsClient.Attempt.NotSecured;
import dev.squall.http.TlsClient.Attempt.Secured;
import dev.squall.http.TlsServer.Offer;
import java.io.IOException;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that asks who we are gets an answer, and what it thinks of it is told. */
class ClientIdentityTest {
  private static final Issued CA = Certificates.authority("Test CA");
  private static final ClientIdentity OTHER =
      Certificates.authority("Other").client("user").identity();
  private static final Offer OFFER = Offer.of(CA.server("127.0.0.1")).needingClientsOf(CA);
  private static final TlsSettings TRUSTING = TlsSettings.DEFAULT.withAuthorities(CA.trusted());

  /** In 1.2 the handshake tells, in 1.3 the first read after it if we were quick enough. */
  private static Failure refused(String version, TlsSettings settings) throws Exception {
    try (var server = TlsServer.answering(OFFER.speaking(version), Exchanges.OK);
        var raw = TlsHandshakes.connect(server.endpoint())) {
      var failure =
          switch (TlsHandshakes.attempt(new TlsClient(settings), raw, server.endpoint())) {
            case NotSecured(Failure inHandshake) -> inHandshake;
            case Secured secured -> {
              assertThat(version).isEqualTo("TLSv1.3");
              yield TlsHandshakes.failureOfReading(secured);
            }
          };
      assertThat(server.serverNames()).isEmpty();
      return failure;
    }
  }

  private static void accepted(String version, KeyPair key) throws Exception {
    var identity = CA.issue(wanted("user").key(key)).identity();
    try (var server = TlsServer.answering(OFFER.speaking(version), Exchanges.OK)) {
      var client = new TlsClient(TRUSTING.withIdentity(identity));
      assertThat(TlsHandshakes.exchanged(client, server.endpoint()).resumed()).isFalse();
      assertThat(TlsHandshakes.exchanged(client, server.endpoint()).resumed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void anIdentityOfAnyKindOfKeyIsAccepted(String version) throws Exception {
    accepted(version, wanted("ec").key());
    accepted(version, Certificates.rsa());
    accepted(version, Certificates.ed25519());
  }

  @Test
  void theCertificatesBetweenAreShownToo() throws Exception {
    var identity = CA.issue(wanted("Between").signing()).client("user").identity();
    assertThat(identity.chain()).hasSize(2);
    try (var server = TlsServer.answering(OFFER, Exchanges.OK)) {
      TlsHandshakes.exchanged(new TlsClient(TRUSTING.withIdentity(identity)), server.endpoint());
    }
  }

  @Test
  void aServerThatDoesNotAskIsNotTold() throws Exception {
    var identity = CA.client("user").identity();
    try (var server = TlsServer.answering(Offer.of(CA.server("127.0.0.1")), Exchanges.OK)) {
      TlsHandshakes.exchanged(new TlsClient(TRUSTING.withIdentity(identity)), server.endpoint());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aServerThatWantsOneRefusesUsWithoutOne(String version) throws Exception {
    var failure = refused(version, TRUSTING);
    assertThat(failure.kind()).as(failure.detail()).isEqualTo(FailureKind.TLS_CLIENT_CERTIFICATE);
    assertThat(failure.detail()).contains("client certificate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void anIdentityOfAnotherAuthorityIsShownAndRefused(String version) throws Exception {
    var failure = refused(version, TRUSTING.withIdentity(OTHER));
    assertThat(failure.kind()).as(failure.detail()).isEqualTo(FailureKind.TLS_CLIENT_CERTIFICATE);
    assertThat(failure.detail()).contains("client certificate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void anExpiredIdentityIsRefused(String version) throws Exception {
    var old = CA.issue(wanted("user").expired()).identity();
    var failure = refused(version, TRUSTING.withIdentity(old));
    assertThat(failure.kind()).as(failure.detail()).isEqualTo(FailureKind.TLS_CLIENT_CERTIFICATE);
  }

  @Test
  void anAlertThatCameBeforeABrokenPipeIsStillRead() throws Exception {
    for (var version : List.of("TLSv1.3", "TLSv1.2")) {
      for (int round = 0; round < 20; round++) {
        assertThat(refused(version, TRUSTING.withIdentity(OTHER)).kind())
            .as(version)
            .isEqualTo(FailureKind.TLS_CLIENT_CERTIFICATE);
      }
    }
  }

  @Test
  void aRefusalCanBeReadWhenWritingTheRequestFailed() throws Exception {
    try (var server = TlsServer.answering(OFFER.speaking("TLSv1.3"), Exchanges.OK);
        var raw = TlsHandshakes.connect(server.endpoint())) {
      var failure =
          switch (TlsHandshakes.attempt(new TlsClient(TRUSTING), raw, server.endpoint())) {
            case NotSecured(Failure early) -> early; // the server was quicker than our last message
            case Secured secured -> {
              writeUntilItFails(secured);
              yield TlsHandshakes.failureOfReading(secured);
            }
          };
      assertThat(failure.kind()).isEqualTo(FailureKind.TLS_CLIENT_CERTIFICATE);
    }
  }

  private static void writeUntilItFails(Secured secured) {
    try {
      for (int k = 0; k < 100; k++) {
        secured.socket().getOutputStream().write(Exchanges.GET);
      }
    } catch (IOException e) {
      assertThat(TlsClient.failure(e).kind()).isEqualTo(FailureKind.RESET);
    }
  }

  @Test
  void aKeyIsNeverPrinted() {
    var identity = CA.client("user").identity();
    assertThat(identity.toString()).isEqualTo("ClientIdentity[CN=user, EC key]");
    assertThat(List.of(TRUSTING.withIdentity(identity)).toString())
        .contains("ClientIdentity[CN=user, EC key]");
  }
}
