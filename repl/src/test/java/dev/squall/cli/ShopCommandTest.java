package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopCommandTest {
  @Test
  void itPrintsItsAddressAnswersAndLeavesCleanlyOnControlC() throws Exception {
    try (var shop = new CommandProcess("shop", "--port", "0", "--latency", "fixed:1ms")) {
      var address = shop.awaitLine("listens at").replaceAll(".*(http://\\S+).*", "$1");

      try (var client = HttpClient.newHttpClient()) {
        var answer =
            client.send(
                HttpRequest.newBuilder(URI.create(address + "/health")).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
      }
      shop.signal("INT");

      assertThat(shop.awaitEnd()).contains("answered 1 requests").doesNotContain("Exception");
      assertThat(shop.code()).isEqualTo(130);
    }
  }

  @Test
  void itSpeaksTlsWithACertificateThatItHandsOut(@TempDir Path folder) throws Exception {
    try (var shop = new CommandProcess("shop", "--port", "0", "--tls-port", "0")) {
      var address = shop.awaitLine("listens at").replaceAll(".*(http://\\S+).*", "$1");
      var secure = shop.awaitLine("over TLS").replaceAll(".*(https://[^\\s,]+).*", "$1");

      try (var plain = HttpClient.newHttpClient()) {
        var pem =
            plain
                .send(
                    HttpRequest.newBuilder(URI.create(address + "/practice/certificate")).build(),
                    BodyHandlers.ofFile(folder.resolve("shop.pem")))
                .body();
        try (var client = HttpClient.newBuilder().sslContext(trusting(pem)).build()) {
          var answer =
              client.send(
                  HttpRequest.newBuilder(URI.create(secure + "/health")).build(),
                  BodyHandlers.ofString());

          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
      }
    }
  }

  private static SSLContext trusting(Path pem) throws Exception {
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    try (var in = Files.newInputStream(pem)) {
      trusted.setCertificateEntry(
          "shop", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--tls-port"})
  void aPortThatIsNoneIsRefused(String option) {
    var shop = CommandLineRun.of("shop", option, "70000");

    assertThat(shop.code()).isEqualTo(2);
    assertThat(shop.err()).contains(option + " is a number from 0 to 65535, not 70000");
  }

  @Test
  void aLatencyThatIsNoneIsRefused() {
    var shop = CommandLineRun.of("shop", "--latency", "slow");

    assertThat(shop.code()).isEqualTo(2);
    assertThat(shop.err()).contains("'slow' is no latency", "lognormal:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "--latency | fixed:61s | between 0ms and 60s",
        "--workers | many | a whole number, 0 (no limit) or more, not 'many'",
        "--workers | -1 | workers is 0 (no limit) or more",
        "--errors | 2%:200 | Invalid value '2%:200' for --errors: an error's status is between",
        "--resets | 101% | between 0% and 100%",
        "--bandwidth | fast | is no bandwidth: use none, 500B/s",
        "--fault | POST /checkout: slow | 'slow' is no fault: write latency=fixed:20ms",
        "--fault | POST /chekout: errors=1% | nearest are POST /checkout",
        "--behaviour | nowhere.json | there is no file nowhere.json"
      })
  void aBadFaultIsRefused(String option, String value, String what) {
    var shop = CommandLineRun.of("shop", "--port", "0", option, value);

    assertThat(shop.code()).isEqualTo(2);
    assertThat(shop.err()).contains(what).doesNotContain("\tat ");
  }

  @Test
  void aBadFileIsToldWhere(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("shop.json"), "{\n  \"latency\": \"slow\"\n}");

    var shop = CommandLineRun.of("shop", "--behaviour", file.toString());

    assertThat(shop.code()).isEqualTo(2);
    assertThat(shop.err()).contains(file + ": line 2, column 3: latency: 'slow' is no latency");
  }

  @Test
  void theFlagsGoOnTopOfTheFile(@TempDir Path folder) throws Exception {
    var file =
        Files.writeString(
            folder.resolve("shop.json"),
            """
            {"latency": "fixed:1ms", "errors": "1%", "routes": {"GET /cart": {"workers": 2}}}
            """);
    var flags = List.of("--errors", "100%:503", "--fault", "GET /health: errors=0%");
    var command = new ArrayList<>(List.of("shop", "--port", "0", "--behaviour", file.toString()));
    command.addAll(flags);
    try (var shop = new CommandProcess(command.toArray(String[]::new))) {
      var address = shop.awaitLine("listens at").replaceAll(".*(http://\\S+).*", "$1");
      shop.awaitLine("misbehaves: latency=fixed:1ms errors=100%:503");

      try (var client = HttpClient.newHttpClient()) {
        assertThat(status(client, address + "/products")).isEqualTo(503);
        assertThat(status(client, address + "/health")).isEqualTo(200);
      }
      shop.signal("INT");
      assertThat(shop.awaitEnd()).contains("answered 2 requests");
    }
  }

  private static int status(HttpClient client, String url) throws Exception {
    return client
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void aPortThatIsTakenIsTold() {
    try (var taken = dev.squall.shop.PracticeShop.start()) {
      var shop = CommandLineRun.of("shop", "--port", Integer.toString(taken.port()));

      assertThat(shop.code()).isEqualTo(2);
      assertThat(shop.err()).contains(Integer.toString(taken.port())).doesNotContain("\tat ");
    }
  }
}
