package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.http.Certificates;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.sample.Category;
import dev.squall.sample.Connections;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every word about the network does what it says: without it the run would go another way. */
@Timeout(60)
class NetworkWordsTest {

  private static Results fiveOf(RecordingServer server, Option... options) {
    return Sums.holdIn(
        run(scenario("s", get("/")).at(server.url()), users(1).iterations(5), options));
  }

  private static Connections connections(RecordingServer server, Option... options) {
    return fiveOf(server, options).connections().totals();
  }

  private static void fails(Results results, Category category, String kind) {
    Sums.holdIn(results);
    assertThat(results.totals().ok()).isZero();
    assertThat(results.errors())
        .extracting(ErrorStats::category, ErrorStats::kind)
        .containsExactly(tuple(category, kind));
  }

  @Test
  void connectionsAreKeptUnlessTheyAreToBeFresh() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      assertThat(connections(server).opened()).isEqualTo(1);
      assertThat(connections(server, freshConnections()).opened()).isEqualTo(5);
      assertThat(connections(server, freshConnections(), keptConnections()).opened()).isEqualTo(1);
      assertThat(server.connections()).isEqualTo(7);
    }
  }

  @Test
  void noMoreAreKeptIdleThanAllowed() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var none = connections(server, maxIdleConnections(0));
      assertThat(none.opened()).isEqualTo(5);
      assertThat(none.poolOverflow()).isEqualTo(5);
      assertThat(connections(server, maxIdleConnections(1)).opened()).isEqualTo(1);
    }
  }

  @Test
  void anIdleConnectionIsClosedInTime() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var scenario = scenario("s", get("/"), pause(millis(600)), get("/")).at(server.url());
      var closed =
          Sums.holdIn(run(scenario, users(1).iterations(1), idleConnectionTimeout(millis(100))));
      assertThat(closed.connections().totals().opened()).isEqualTo(2);
      assertThat(closed.connections().totals().idleTimeouts()).isGreaterThanOrEqualTo(1);
      assertThat(closed.info().connections().idleTimeoutSeconds()).isEqualTo(0.1);
      for (var longer :
          List.of(idleConnectionTimeout(minutes(1)), idleConnectionTimeout(millis(0)))) {
        var kept = Sums.holdIn(run(scenario, users(1).iterations(1), longer));
        assertThat(kept.connections().totals().opened()).isEqualTo(1);
      }
    }
  }

  @Test
  void keepAliveAndDelayReachTheWireAndTheReport() throws IOException {
    Option[] chosen = {tcpKeepAlive(seconds(7)), noDelay(false)};
    var pool = Network.settings(Options.of(chosen)).pool();
    assertThat(pool.tcpKeepAlive()).isEqualTo(seconds(7));
    assertThat(pool.noDelay()).isFalse();
    try (var server = RecordingServer.answering("{}")) {
      var results = fiveOf(server, chosen);
      assertThat(results.totals().ok()).isEqualTo(5);
      assertThat(results.info().connections().tcpKeepAliveSeconds()).isEqualTo(7);
      assertThat(results.info().connections().noDelay()).isFalse();
    }
  }

  @Test
  void aBodyIsReadUpToItsLimitAndNotBeyond() throws IOException {
    try (var server = RecordingServer.answering("\"0123456789\"")) {
      var scenario = scenario("s", get("/").check(body().exists())).at(server.url());
      fails(
          run(scenario, users(1).iterations(2), keptBody(11)),
          Category.OTHER_ERROR,
          "body_too_long");
      assertThat(run(scenario, users(1).iterations(2), keptBody(12)).totals().ok()).isEqualTo(2);
      // Who does not read it does not mind.
      assertThat(fiveOf(server, keptBody(1)).totals().ok()).isEqualTo(5);
    }
  }

  @Test
  void aHostIsWhereverItIsSaidToBe() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var scenario = scenario("s", get("/")).at(server.url("shop.invalid"));
      assertThat(once(scenario, resolve("shop.invalid", "127.0.0.1")).success()).isTrue();
      assertThat(server.received().getFirst().headers("Host"))
          .containsExactly("shop.invalid:" + server.port());
      assertThat(once(scenario, resolve("other.invalid", "127.0.0.1")).steps().getFirst().error())
          .startsWith("network_error (dns)");
    }
  }

  @Test
  void aNameIsResolvedOnceARunUnlessItsAddressesGrowOld() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var scenario = scenario("s", get("/"), pause(millis(5))).at(server.url("localhost"));
      var forGood = run(scenario, users(1).iterations(20), freshConnections());
      assertThat(forGood.totals().ok()).isEqualTo(20);
      assertThat(forGood.connections().dns().count()).isLessThanOrEqualTo(1);
      // Not each time: an address that is found at once was not waited for.
      var shortly = run(scenario, users(1).iterations(20), freshConnections(), dnsTtl(millis(1)));
      assertThat(shortly.connections().dns().count()).isBetween(2L, 20L);
    }
  }

  @Test
  void connectionsLeaveFromTheGivenAddressesInTurn() throws IOException {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (var server =
        new RecordingServer((_, socket) -> {
          seen.add(socket.getInetAddress().getHostAddress());
          RecordingServer.say(socket, 200, "{}");
        })) {
      var results = fiveOf(server, localAddresses("127.0.0.2", "127.0.0.3"), freshConnections());
      assertThat(results.totals().ok()).isEqualTo(5);
      assertThat(seen).containsExactlyInAnyOrder("127.0.0.2", "127.0.0.3");
    }
  }

  @Test
  void aProxyReadsAlongWhatIsPlain() throws IOException {
    try (var proxy =
        new RecordingServer((request, socket) -> {
          if (request.target().endsWith("/from")) {
            RedirectedTest.redirect(socket, 302, "/to", "Set-Cookie: a=1");
          } else {
            RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var through = proxy(proxy.url().replace("//", "//me:secret@"));
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/from?x=1"), get("/from")).at("http://shop.invalid"),
                  users(1).iterations(1),
                  through));

      assertThat(results.errors()).isEmpty();
      assertThat(proxy.asked())
          .containsExactly(
              "GET http://shop.invalid/from?x=1",
              "GET http://shop.invalid/from",
              "GET http://shop.invalid/to");
      assertThat(proxy.received())
          .allSatisfy(one -> {
            assertThat(one.headers("Host")).containsExactly("shop.invalid");
            assertThat(one.headers("Proxy-Authorization")).containsExactly("Basic bWU6c2VjcmV0");
          });
      assertThat(proxy.received().getLast().cookies()).isEqualTo("a=1");
      assertThat(results.totals().sent()).isEqualTo(3);
      assertThat(results.info().connections().proxy()).doesNotContain("secret");
    }
  }

  @Test
  void aProxyIsATunnelForWhatIsSecure(@TempDir Path folder) throws Exception {
    var ca = Certificates.authority("Test CA");
    var pem = Files.writeString(folder.resolve("ca.pem"), ca.certificatesPem());
    try (var secure =
            RecordingServer.secure(
                ca.server("shop.invalid").context(List.of()),
                false,
                (_, socket) -> RecordingServer.say(socket, 200, "{}"));
        var proxy = new RecordingServer((_, socket) -> tunnel(socket, secure.port()))) {
      var results =
          Sums.holdIn(
              run(
                  scenario("s", get("/in").bearer("t")).at("https://shop.invalid"),
                  users(2).iterations(6),
                  proxy(proxy.url()),
                  trust(pem.toString())));

      assertThat(results.errors()).isEmpty();
      assertThat(results.totals().ok()).isEqualTo(6);
      assertThat(proxy.asked()).hasSize(2).containsOnly("CONNECT shop.invalid:443");
      assertThat(proxy.received()).allMatch(one -> one.headers("Authorization").isEmpty());
      assertThat(secure.asked()).hasSize(6).containsOnly("GET /in");
      assertThat(results.totals().sent()).isEqualTo(6);
    }
  }

  private static void tunnel(Socket client, int port) throws IOException {
    try (var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      RecordingServer.write(client, "HTTP/1.1 200 Open\r\n\r\n");
      Thread.ofVirtual().start(() -> pump(server, client));
      client.getInputStream().transferTo(server.getOutputStream());
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // the tunnel is closed
    }
  }

  @Test
  void connectingHasALimitOfItsOwnThatHoldsForTheHandshake() throws IOException {
    try (var silent = new RecordingServer((_, _) -> {})) {
      var scenario = scenario("s", get("/")).at(silent.url().replace("http:", "https:"));
      fails(
          run(scenario, users(1).iterations(2), connectTimeout(millis(150))),
          Category.TIMEOUT_ERROR,
          "connect_timeout");
    }
  }

  @Test
  void anAnswerHasLimitsAsAWholeAndBetweenItsBytes() throws IOException {
    try (var slow =
        new RecordingServer((_, socket) -> {
          RecordingServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
          for (int i = 0; i < 1000; i++) {
            RecordingServer.write(socket, "x");
            Thread.sleep(20);
          }
        })) {
      var scenario = scenario("s", get("/")).at(slow.url());
      // Never silent for long, and still too long in all.
      fails(
          run(scenario, users(1).iterations(1), timeout(millis(700)), idleTimeout(millis(500))),
          Category.TIMEOUT_ERROR,
          "total_timeout");
      fails(
          run(scenario, users(1).iterations(1), timeout(minutes(1)), idleTimeout(millis(5))),
          Category.TIMEOUT_ERROR,
          "idle_timeout");
    }
  }
}
