package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.squall.http.Certificates;
import dev.squall.http.Certificates.Issued;
import dev.squall.plan.Option;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.sample.Category;
import dev.squall.scenario.Scenario;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word about TLS, from the option to the report. */
@Timeout(60)
class SecureRunTest {
  private static final Issued CA = Certificates.authority("Test CA");
  private static final Issued SHOWN = CA.server("127.0.0.1", "shop.test");

  @TempDir private static Path folder;
  private static String trusted;

  @BeforeAll
  static void write() throws Exception {
    trusted = file("ca.pem", CA.certificatesPem());
  }

  private static String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static RecordingServer server() throws IOException {
    return RecordingServer.secure(SHOWN.context(List.of()), false, SecureRunTest::tell);
  }

  /** One that lets in only those whom the authority knows. */
  private static RecordingServer strict() throws IOException {
    return RecordingServer.secure(SHOWN.context(CA.trusted()), true, SecureRunTest::tell);
  }

  /** Who the client is and what is spoken. */
  private static void tell(RecordingServer.Received request, Socket socket) throws IOException {
    var session = ((SSLSocket) socket).getSession();
    var known = session.getLocalCertificates() != null && ((SSLSocket) socket).getNeedClientAuth();
    var peer = known ? session.getPeerPrincipal().getName() : "";
    RecordingServer.say(
        socket, 200, "{\"peer\": \"%s\", \"tls\": \"%s\"}".formatted(peer, session.getProtocol()));
  }

  private static Scenario asking(String url) {
    return scenario(
        "s", get(url).extract("peer", jsonPath("$.peer")).extract("tls", jsonPath("$.tls")));
  }

  private static void fails(Results results, String kind) {
    Sums.holdIn(results);
    assertThat(results.totals().ok()).isZero();
    assertThat(results.totals().sent()).isZero();
    assertThat(results.errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.category()).isEqualTo(Category.TLS_ERROR);
          assertThat(error.kind()).isEqualTo(kind);
        });
  }

  @Test
  void whoIsTrustedIsAskedByBaseAndByAbsoluteUrl() throws IOException {
    try (var server = server()) {
      for (var scenario : List.of(asking("/").at(server.url()), asking(server.url() + "/"))) {
        var results = Sums.holdIn(run(scenario, users(3).iterations(30), trust(trusted)));
        assertThat(results.errors()).isEmpty();
        assertThat(results.totals().ok()).isEqualTo(30);
        assertThat(results.connections().totals().opened()).isEqualTo(3);
        assertThat(results.connections().handshakes()).isEqualTo(3);
        assertThat(results.connections().tls().count()).isEqualTo(3);
      }
      assertThat(server.received()).hasSize(60);
    }
  }

  @Test
  void anAuthorityThatIsNotTrustedIsATlsErrorAndNothingIsSent() throws Exception {
    try (var server = server()) {
      fails(run(asking("/").at(server.url()), users(2).iterations(4)), "tls_unknown_ca");
      var other = file("other.pem", Certificates.authority("Other").certificatesPem());
      fails(
          run(asking("/").at(server.url()), users(2).iterations(4), trust(other)),
          "tls_unknown_ca");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aCertificateOfAnotherHostIsATlsError() throws IOException {
    try (var server = server()) {
      Option[] known = {
        trust(trusted), resolve("shop.test", "127.0.0.1"), resolve("bank.test", "127.0.0.1")
      };
      fails(
          run(asking("/").at(server.url("bank.test")), users(1).iterations(2), known),
          "tls_wrong_host");
      assertThat(once(asking("/").at(server.url("shop.test")), known).success()).isTrue();
    }
  }

  @Test
  void whoeverVerifiesNothingIsToldSoByEachReport() throws IOException {
    try (var server = server()) {
      var scenario = asking("/").at(server.url("127.0.0.1"));
      var results = Sums.holdIn(run(scenario, users(1).iterations(2), insecure()));
      assertThat(results.totals().ok()).isEqualTo(2);
      assertThat(report(results).toString()).contains("NOT verified (insecure)");
      assertThat(results.toJson()).contains("\"insecure\" : true");

      var verified = run(scenario, users(1).iterations(2), trust(trusted));
      assertThat(report(verified).toString()).doesNotContain("insecure");
      assertThat(verified.toJson()).contains("\"insecure\" : false");
      var trace = once(scenario, insecure());
      assertThat(trace.success()).isTrue();
      assertThat(trace).asString().endsWith("; TLS certificates NOT verified (insecure)");
    }
  }

  @Test
  void aClientIsKnownByItsCertificateWhateverFilesHoldIt() throws Exception {
    var client = CA.client("Tester");
    var certificate = file("client.pem", client.certificatesPem());
    var key = file("client.key", client.keyPem());
    var store = folder.resolve("client.p12");
    Files.write(store, client.pkcs12("secret"));
    try (var server = strict()) {
      var scenario = asking("/").at(server.url());
      for (var shown :
          List.of(
              clientCertificate(certificate, key), clientKeyStore(store.toString(), "secret"))) {
        var trace = once(scenario, trust(trusted), shown);
        assertThat(trace.steps().getFirst().error()).isEmpty();
        assertThat(trace.variables()).containsEntry("peer", "CN=Tester");
        var results = Sums.holdIn(run(scenario, users(2).iterations(6), trust(trusted), shown));
        assertThat(results.totals().ok()).isEqualTo(6);
      }
      var without = Sums.holdIn(run(scenario, users(1).iterations(1), trust(trusted)));
      // In TLS 1.3 the refusal follows the handshake, and the server's reset may overtake it.
      assertThat(without.totals().failed()).isEqualTo(1);
      assertThat(without.errors())
          .extracting(ErrorStats::kind)
          .containsAnyOf("tls_client_certificate", "reset");
      assertThat(server.received()).hasSize(14);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "1.3"})
  void onlyTheWantedVersionIsSpoken(String version) throws IOException {
    try (var server = server()) {
      var trace = once(asking("/").at(server.url()), trust(trusted), tlsVersions(version));
      assertThat(trace.variables()).containsEntry("tls", "TLSv" + version);
    }
  }

  @Test
  void sessionsAreTakenUpAgainUnlessEveryHandshakeIsToBeAFullOne() throws IOException {
    try (var server = server()) {
      var scenario = asking("/").at(server.url());
      Option[] fresh = {trust(trusted), freshConnections()};
      var resumed = Sums.holdIn(run(scenario, users(1).iterations(10), fresh)).connections();
      assertThat(resumed.handshakes()).isEqualTo(10);
      assertThat(resumed.resumed()).isEqualTo(9);

      var full =
          Sums.holdIn(
                  run(
                      scenario,
                      users(1).iterations(10),
                      trust(trusted),
                      freshConnections(),
                      fullHandshakes()))
              .connections();
      assertThat(full.handshakes()).isEqualTo(10);
      assertThat(full.resumed()).isZero();
      assertThat(full.tls().count()).isEqualTo(10);
    }
  }

  @Test
  void aHandshakeIsNoServiceTime() throws IOException {
    try (var server = server()) {
      var step = once(asking("/").at(server.url()), trust(trusted)).steps().getFirst();
      assertThat(step.serviceMs()).isLessThan(step.responseMs());
    }
  }

  @Test
  void allThatIsWrongWithTheFilesIsToldAtOnce() throws Exception {
    var empty = file("empty.pem", "nothing here");
    var missing = folder.resolve("missing.key").toString();
    var store = folder.resolve("locked.p12");
    Files.write(store, CA.client("Tester").pkcs12("secret"));

    var told =
        problems(
            trust(empty),
            clientCertificate(trusted, missing),
            tlsVersions("1.3", "1.1"),
            localAddresses("nowhere"));
    assertThat(told).allMatch(problem -> problem.position().toString().contains("options"));
    assertThat(told).allMatch(problem -> !problem.hint().isBlank());
    assertThat(told)
        .extracting(Problem::what)
        .satisfiesExactlyInAnyOrder(
            what -> assertThat(what).contains(empty),
            what -> assertThat(what).contains("there is no file").contains(missing),
            what -> assertThat(what).contains("1.1"),
            what -> assertThat(what).contains("nowhere"));
    assertThat(problems(clientKeyStore(store.toString(), "wrong")))
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.what()).contains(store.toString()).doesNotContain("wrong\""));
    assertThat(problems(trust(folder.toString())))
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains(folder.toString()));
    assertThat(problems(clientCertificate(missing + "1", missing + "2"))).hasSize(2);
  }

  /** The same for a run and for a single iteration. */
  private static List<Problem> problems(Option... options) {
    var scenario = scenario("s", get("/")).at("https://127.0.0.1:1");
    var ofRun =
        catchThrowableOfType(
            ProblemException.class, () -> run(scenario, users(1).iterations(1), options));
    var ofOne = catchThrowableOfType(ProblemException.class, () -> once(scenario, options));
    assertThat(ofOne.problems()).isEqualTo(ofRun.problems());
    return ofRun.problems();
  }

  @Test
  void aHandshakeHasATimeOfItsOwn() throws IOException {
    try (var server = server();
        var user = new SoloUser()) {
      var first = user.send(get("/"), at(server.url()), trust(trusted));
      var second = user.send(get("/"), at(server.url()), trust(trusted));

      assertThat(first.url()).isEqualTo(server.url() + "/").startsWith("https://");
      assertThat(first.timing().tlsMs()).isPositive();
      assertThat(second.reused()).isTrue();
      assertThat(second.timing().tlsMs()).isZero();
    }
  }
}
