package dev.squall.http;

import static dev.squall.http.Certificates.daysFromNow;
import static dev.squall.http.Certificates.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.squall.http.Certificates.Issued;
import dev.squall.http.TlsServer.Offer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server shows is trusted, or refused for the reason that it is. */
class TlsCertificateTest {
  private static final Issued CA = Certificates.authority("Test CA");
  private static final TlsSettings TRUSTING = TlsSettings.DEFAULT.withAuthorities(CA.trusted());

  private static Failure refused(Issued shown) throws Exception {
    return refused(TRUSTING, shown, "127.0.0.1");
  }

  private static Failure refused(TlsSettings settings, Issued shown, String host) throws Exception {
    try (var server = TlsServer.answering(Offer.of(shown), Exchanges.OK)) {
      var failure = TlsHandshakes.refused(settings, server.endpoint(host));
      assertThat(failure.detail()).doesNotContain("\n").hasSizeLessThan(1000);
      return failure;
    }
  }

  private static void accepted(TlsSettings settings, Issued shown, String host) throws Exception {
    try (var server = TlsServer.answering(Offer.of(shown), Exchanges.OK)) {
      TlsHandshakes.exchanged(new TlsClient(settings), server.endpoint(host));
    }
  }

  private static LocalDate day(int fromNow) {
    return LocalDate.ofInstant(daysFromNow(fromNow), ZoneOffset.UTC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "shop.test", "www.shop.test.", "WWW.Shop.TEST"})
  void aCertificateForTheHostIsAccepted(String host) throws Exception {
    accepted(TRUSTING, CA.server("localhost", "shop.test", "*.shop.test", "127.0.0.1"), host);
  }

  @Test
  void anIntermediateThatTheServerShowsLeadsToTheAuthority() throws Exception {
    var between = CA.issue(wanted("Between").signing());
    accepted(TRUSTING, between.server("127.0.0.1"), "127.0.0.1");
  }

  @Test
  void aCertificateWithAnRsaKeyIsAccepted() throws Exception {
    var shown = CA.issue(wanted("rsa").forHosts("localhost").key(Certificates.rsa()));
    accepted(TRUSTING, shown, "localhost");
  }

  @Test
  void theServersOwnCertificateCanBeTheAuthority() throws Exception {
    var alone = Certificates.selfSigned(wanted("alone").forHosts("localhost"));
    accepted(TlsSettings.DEFAULT.withAuthorities(alone.trusted()), alone, "localhost");
  }

  @Test
  void anExpiredOneIsRefusedWithItsDay() throws Exception {
    var failure = refused(CA.issue(wanted("shop").forHosts("127.0.0.1").expired()));
    assertThat(failure)
        .isEqualTo(
            new Failure(
                FailureKind.TLS_CERTIFICATE_EXPIRED,
                "the certificate of CN=shop expired on " + day(-1)));
  }

  @Test
  void anExpiredIntermediateIsNamed() throws Exception {
    var between = CA.issue(wanted("Between").signing().expired());
    var failure = refused(between.server("127.0.0.1"));
    assertThat(failure)
        .isEqualTo(
            new Failure(
                FailureKind.TLS_CERTIFICATE_EXPIRED,
                "the certificate of CN=Between expired on " + day(-1)));
  }

  @Test
  void oneOfTomorrowIsRefusedWithItsDay() throws Exception {
    var failure = refused(CA.issue(wanted("shop").forHosts("127.0.0.1").notYet()));
    assertThat(failure)
        .isEqualTo(
            new Failure(
                FailureKind.TLS_CERTIFICATE_NOT_YET_VALID,
                "the certificate of CN=shop is not valid before " + day(1)));
  }

  @Test
  void oneForAnotherNameIsRefusedWithBoth() throws Exception {
    var failure = refused(TRUSTING, CA.server("shop.test", "10.0.0.1"), "localhost");
    assertThat(failure)
        .isEqualTo(
            new Failure(
                FailureKind.TLS_WRONG_HOST,
                "the certificate of CN=shop.test is for shop.test, 10.0.0.1, not for localhost"));
  }

  @Test
  void oneForANameIsNotForAnAddress() throws Exception {
    var failure = refused(TRUSTING, CA.server("localhost"), "127.0.0.1");
    assertThat(failure)
        .isEqualTo(
            new Failure(
                FailureKind.TLS_WRONG_HOST,
                "the certificate of CN=localhost is for localhost, not for 127.0.0.1"));
  }

  @Test
  void oneForManyOtherNamesIsToldBriefly() throws Exception {
    var failure = refused(TRUSTING, CA.server("a", "b", "c", "d", "e", "f", "g", "h"), "z");
    assertThat(failure.detail())
        .isEqualTo("the certificate of CN=a is for a, b, c, d, e, f and 2 more, not for z");
  }

  @Test
  void aSelfSignedOneIsRefused() throws Exception {
    var failure = refused(Certificates.selfSigned(wanted("alone").forHosts("127.0.0.1")));
    assertThat(failure)
        .isEqualTo(
            new Failure(
                FailureKind.TLS_SELF_SIGNED,
                "the certificate of CN=alone is signed by itself and not trusted"));
  }

  @Test
  void oneOfAnUnknownAuthorityIsRefused() throws Exception {
    var unknown =
        new Failure(
            FailureKind.TLS_UNKNOWN_CA,
            "the certificate of CN=127.0.0.1 leads to no trusted authority; it was issued by CN=Other");
    var other = Certificates.authority("Other");
    assertThat(refused(other.server("127.0.0.1"))).isEqualTo(unknown);
    assertThat(refused(TlsSettings.DEFAULT, other.server("127.0.0.1"), "127.0.0.1"))
        .isEqualTo(unknown);
  }

  @Test
  void anAuthorityThatOnlyBearsTheNameIsUnknown() throws Exception {
    var failure = refused(Certificates.authority("Test CA").server("127.0.0.1"));
    assertThat(failure.kind()).isEqualTo(FailureKind.TLS_UNKNOWN_CA);
  }

  @Test
  void anIntermediateThatTheServerDoesNotShowIsMissed() throws Exception {
    var shown = CA.issue(wanted("Between").signing()).server("127.0.0.1");
    var failure = refused(new Issued(shown.key(), shown.trusted()));
    assertThat(failure.kind()).isEqualTo(FailureKind.TLS_UNKNOWN_CA);
    assertThat(failure.detail()).endsWith("it was issued by CN=Between");
  }

  @Test
  void oneForAnotherPurposeIsRefusedAsSuch() throws Exception {
    var failure =
        refused(CA.issue(wanted("shop").forHosts("127.0.0.1").only(KeyPurposeId.id_kp_clientAuth)));
    assertThat(failure.kind()).isEqualTo(FailureKind.TLS_CERTIFICATE);
    assertThat(failure.detail()).startsWith("the certificate of CN=shop: ");
  }

  @Test
  void oneThatALeafHasSignedIsRefusedAsSuch() throws Exception {
    var failure = refused(CA.issue(wanted("leaf")).server("127.0.0.1"));
    assertThat(failure.kind()).isEqualTo(FailureKind.TLS_CERTIFICATE);
  }

  @Test
  void whatTheServerWroteIntoItsNameCannotBreakTheLine() throws Exception {
    var name = "shop,O=a\nb\u001b[31m" + "x".repeat(500);
    var failure = refused(Certificates.selfSigned(wanted(name).forHosts("127.0.0.1")));
    assertThat(failure.kind()).isEqualTo(FailureKind.TLS_SELF_SIGNED);
    assertThat(failure.detail()).contains("a?b?[31mxxx").doesNotContain("\u001b");
    assertThat(failure.detail().length()).isLessThan(200);
  }

  @Test
  void withoutVerificationEachIsAccepted() throws Exception {
    var insecure = TlsSettings.DEFAULT.withVerifies(false);
    for (var shown :
        List.of(
            CA.server("other.test"),
            CA.issue(wanted("old").expired()),
            CA.issue(wanted("new").notYet()),
            CA.issue(wanted("client").only(KeyPurposeId.id_kp_clientAuth)),
            Certificates.selfSigned(wanted("alone")),
            Certificates.authority("Other").server("127.0.0.1"))) {
      accepted(insecure, shown, "127.0.0.1");
      accepted(insecure, shown, "localhost");
    }
  }

  @Test
  void anAddressOfVersionSixIsVerifiedToo() throws Exception {
    var six = InetAddress.ofLiteral("::1");
    assumeTrue(isThere(six), "no IPv6 here");
    for (var host : List.of("::1", "0:0:0:0:0:0:0:1", "::1%lo")) {
      try (var server = new TlsServer(Offer.of(CA.server("::1")), six, TlsCertificateTest::one)) {
        TlsHandshakes.exchanged(new TlsClient(TRUSTING), server.endpoint(host));
        assertThat(server.serverNames()).containsExactly("");
      }
    }
    try (var server = new TlsServer(Offer.of(CA.server("::2")), six, TlsCertificateTest::one)) {
      var failure = TlsHandshakes.refused(TRUSTING, server.endpoint("::1"));
      assertThat(failure.kind()).isEqualTo(FailureKind.TLS_WRONG_HOST);
      assertThat(failure.detail()).endsWith("is for 0:0:0:0:0:0:0:2, not for ::1");
    }
  }

  private static void one(ScriptedServer.Peer peer, Socket raw, int k) throws IOException {
    peer.request();
    peer.say(Exchanges.OK);
  }

  private static boolean isThere(InetAddress address) {
    try (var _ = new ServerSocket(0, 1, address)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
