package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Share;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The port for TLS, by clients that trust its certificate and no other. */
@Timeout(60)
class HttpsTest {

  private static PracticeShop shop;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start(ShopOptions.defaults().tls());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void behaveAgain() {
    shop.behave(Behaviour.GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_2, TLSv1.3, localhost",
    "HTTP_2, TLSv1.2, localhost",
    "HTTP_1_1, TLSv1.3, localhost",
    "HTTP_1_1, TLSv1.2, 127.0.0.1",
    "HTTP_2, TLSv1.3, 127.0.0.1"
  })
  void itSpeaksBothVersionsByItsNames(HttpClient.Version version, String protocol, String name)
      throws Exception {
    var parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    try (var http =
        HttpClient.newBuilder()
            .version(version)
            .sslContext(trusting(shop.certificate()))
            .sslParameters(parameters)
            .build()) {
      var url =
          URI.create("https://" + name + ":" + shop.tlsUrl().getPort() + "/products/prod-123");
      var answer = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(version);
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
      assertThat(answer.body()).contains("99.99");
      assertThat(answer.headers().firstValue("x-service-time-us")).isPresent();
    }
  }

  @Test
  void nobodyTrustsItUnasked() {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(shop.tlsUrl()).build();

      assertThatThrownBy(() -> http.send(request, BodyHandlers.discarding()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void theCertificateIsGoodForThisMachineAndTheHostForAYear() throws Exception {
    try (var other = PracticeShop.start(ShopOptions.defaults().host("localhost").tls())) {
      var certificate = other.certificate();
      certificate.verify(certificate.getPublicKey());

      assertThat(certificate.getSubjectAlternativeNames())
          .contains(
              List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
      assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
      assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
      assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
      certificate.checkValidity(Date.from(Instant.now().minus(Duration.ofHours(23))));
      certificate.checkValidity(Date.from(Instant.now().plus(Duration.ofDays(363))));
      assertThat(certificate.getPublicKey()).isNotEqualTo(shop.certificate().getPublicKey());
    }
  }

  @Test
  void theCertificateIsThereToFetch() throws Exception {
    try (var client = new Client(shop)) {
      var answer = client.get("/practice/certificate");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("content-type")).isEqualTo("application/x-pem-file");
      var read =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(answer.text().getBytes(UTF_8)));
      assertThat(read).isEqualTo(shop.certificate());
    }
  }

  @Test
  void aShopWithoutTlsSaysHowToHaveIt() {
    try (var plain = PracticeShop.start();
        var client = new Client(plain)) {
      assertThat(client.get("/practice/certificate").status()).isEqualTo(404);
      assertThat(client.get("/practice/certificate").detail()).contains("--tls-port");
      assertThatThrownBy(plain::tlsUrl)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("tls()");
      assertThatThrownBy(plain::certificate).isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aSessionIsResumed(String protocol) throws Exception {
    var context = trusting(shop.certificate());

    var first = sessionCreatedAt(context, protocol);

    // A full handshake would have made a session of its own.
    assertThat(sessionCreatedAt(context, protocol)).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"--http2, 2", "--http1.1, 1.1"})
  void curlNeedsNothingButTheCertificate(String option, String version, @TempDir Path folder)
      throws Exception {
    Curl.isNeeded();
    var pem = folder.resolve("shop.pem");
    try (var client = new Client(shop)) {
      Files.writeString(pem, client.get("/practice/certificate").text());
    }
    var url = "https://localhost:" + shop.tlsUrl().getPort() + "/health";
    var command =
        List.of(
            "curl",
            "-sS",
            "-m",
            "20",
            "-w",
            " %{http_code} %{http_version}",
            option,
            "--cacert",
            pem.toString(),
            url);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(said).contains("\"healthy\"").endsWith(" 200 " + version);
  }

  @Test
  void aResetReachesThroughTls() throws Exception {
    shop.behave(Behaviour.GOOD.resets(Share.parse("100%")));
    try (var http = HttpClient.newBuilder().sslContext(trusting(shop.certificate())).build()) {
      var request = HttpRequest.newBuilder(shop.tlsUrl().resolve("/bytes")).build();

      assertThatThrownBy(() -> http.send(request, BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
    assertThat(shop.truth().routes().get("unmatched").resets()).isPositive();
  }

  @Test
  void plainHttpOnThePortForTlsEndsWithoutAnAnswer() {
    try (var http = HttpClient.newHttpClient()) {
      var url = URI.create(shop.tlsUrl().toString().replace("https", "http"));

      assertThatThrownBy(
              () -> http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
  }

  static SSLContext trusting(X509Certificate certificate) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("shop", certificate);
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static long sessionCreatedAt(SSLContext context, String protocol) throws IOException {
    try (var socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), shop.tlsUrl().getPort())) {
      socket.setSoTimeout(10_000);
      socket.setEnabledProtocols(new String[] {protocol});
      socket
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 200");
      return socket.getSession().getCreationTime();
    }
  }
}
