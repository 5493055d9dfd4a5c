package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shop.PracticeShop;
import dev.squall.shop.ShopOptions;
import dev.squall.stats.Breakdown;
import dev.squall.stats.Breakdown.Part;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Results;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A delay that somebody put somewhere is found where it was put. */
@Timeout(30)
class WhereTimeGoesTest {
  private static final int DELAY = 200;

  /** What anything may take that is not delayed on purpose, on a busy machine. */
  private static final Set<Part> OURS = EnumSet.of(Part.SCHEDULER);

  private static List<Breakdown> slowest(Results results) {
    var all = results.steps().getFirst().slowest();
    assertThat(all).isNotEmpty().allSatisfy(WhereTimeGoesTest::addsUp);
    return all.stream().map(Exemplar::breakdown).toList();
  }

  private static void addsUp(Exemplar exemplar) {
    assertThat(exemplar.breakdown().total() / 1e3).isEqualTo(exemplar.responseMs());
    for (var part : Part.values()) {
      assertThat(part.of(exemplar.breakdown())).as(part.words()).isNotNegative();
    }
  }

  /**
   * The part holds the delay, and more of the time than any other but our own: in one of them, as a
   * busy machine may see late what came in time, and take that for another part.
   */
  private static void isIn(List<Breakdown> all, Part expected, int ms) {
    assertThat(all).anySatisfy(breakdown -> isIn(breakdown, expected, ms));
  }

  private static void isIn(Breakdown breakdown, Part expected, int ms) {
    assertThat(expected.of(breakdown)).isGreaterThanOrEqualTo((ms - 1) * 1000L);
    for (var part : EnumSet.complementOf(EnumSet.of(expected, OURS.iterator().next()))) {
      assertThat(part.of(breakdown)).as(part.words()).isLessThan(expected.of(breakdown));
    }
  }

  @Test
  void aSlowServerIsWaitedFor() throws IOException {
    try (var server =
        new RecordingServer((_, socket) -> {
          Thread.sleep(DELAY);
          RecordingServer.say(socket, 200, "{}");
        })) {
      var results = run(scenario("s", get("/")).at(server.url()), users(1).iterations(3));
      isIn(slowest(results), Part.SERVER, DELAY);
    }
  }

  @Test
  void aBodyThatComesLateIsOneThatComesLate() throws IOException {
    try (var server =
        new RecordingServer((_, socket) -> {
          RecordingServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{");
          Thread.sleep(DELAY);
          RecordingServer.write(socket, "}");
        })) {
      var results = run(scenario("s", get("/")).at(server.url()), users(1).iterations(3));
      isIn(slowest(results), Part.BODY, DELAY);
    }
  }

  @Test
  void anArrivalThatFindsNoUserWaitsInTheQueue() throws IOException {
    try (var server =
        new RecordingServer((_, socket) -> {
          Thread.sleep(DELAY);
          RecordingServer.say(socket, 200, "{}");
        })) {
      var results =
          run(
              scenario("s", get("/")).at(server.url()),
              perSecond(100).during(millis(50)).maxUsers(1));
      assertThat(results.totals().requests()).isEqualTo(5);
      // The fifth is intended at 40 ms, and its only user has had four before it.
      isIn(slowest(results), Part.QUEUE, 4 * DELAY - 40);
    }
  }

  @Test
  void whatTheEndCutsOffBeforeAUserCameHadWaitedAllTheTime() throws IOException {
    try (var server =
        new RecordingServer((_, socket) -> {
          Thread.sleep(2000);
          RecordingServer.say(socket, 200, "{}");
        })) {
      var results =
          run(
              scenario("s", get("/")).at(server.url()),
              perSecond(50).during(millis(100)).maxUsers(1),
              grace(Duration.ofMillis(100)));
      assertThat(results.totals().interrupted()).isEqualTo(5);
      var waited =
          results.steps().getFirst().slowest().stream()
              .filter(exemplar -> exemplar.serviceMs() < 0)
              .toList();
      assertThat(waited)
          .hasSize(4)
          .allSatisfy(exemplar -> {
            addsUp(exemplar);
            assertThat(exemplar.breakdown().queue()).isGreaterThan(90_000);
            assertThat(exemplar.breakdown().server()).isZero();
          });
    }
  }

  @Test
  void aPauseMakesUpForTheQueueBeforeIt() throws IOException {
    try (var server =
        new RecordingServer((_, socket) -> {
          Thread.sleep(20);
          RecordingServer.say(socket, 200, "{}");
        })) {
      var results =
          run(
              scenario("s", pause(millis(400)), get("/")).at(server.url()),
              perSecond(100).during(millis(30)).maxUsers(3));
      assertThat(slowest(results)).extracting(Breakdown::queue).containsOnly(0L);
    }
  }

  @Test
  void attemptsAndTheWaitsBetweenThemAreRetries() throws IOException {
    var seen = new AtomicInteger();
    try (var server =
        new RecordingServer((_, socket) -> {
          Thread.sleep(10);
          RecordingServer.say(socket, seen.incrementAndGet() % 3 == 0 ? 200 : 503, "{}");
        })) {
      var results =
          run(
              scenario("s", get("/").retry(attempts(3).fixed(millis(DELAY)))).at(server.url()),
              users(1).iterations(2));
      assertThat(results.totals().ok()).isEqualTo(2);
      assertThat(results.totals().attempts()).isEqualTo(4);
      isIn(slowest(results), Part.RETRIES, 2 * DELAY + 20);
    }
  }

  @Test
  void theWayThroughRedirectsIsAPartOfItsOwn() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          if (request.target().equals("/")) {
            Thread.sleep(DELAY);
            RecordingServer.say(socket, 302, List.of("Location: /there"));
          } else {
            RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var results = run(scenario("s", get("/")).at(server.url()), users(1).iterations(2));
      isIn(slowest(results), Part.REDIRECTS, DELAY);
    }
  }

  /** The proxy takes its time to refuse the tunnel: connecting took that long, in vain. */
  @Test
  void connectingCountsAlsoWhereItComesToNothing() throws IOException {
    try (var proxy =
        new RecordingServer((_, socket) -> {
          Thread.sleep(DELAY);
          RecordingServer.say(socket, 503, "{}");
        })) {
      var results =
          run(
              scenario("s", get("/")).at("https://127.0.0.1:1"),
              users(1).iterations(2),
              proxy(proxy.url()));
      assertThat(results.totals().failed()).isEqualTo(2);
      isIn(slowest(results), Part.CONNECT, DELAY);
    }
  }

  @Test
  void aSlowHandshakeIsTheHandshakes() throws IOException {
    try (var shop = PracticeShop.start(ShopOptions.defaults().tls());
        var relay = new SlowRelay(shop.tlsUrl().getPort(), DELAY)) {
      var results =
          run(
              scenario("s", get("/health")).at("https://127.0.0.1:" + relay.port()),
              users(1).iterations(3),
              insecure());
      assertThat(results.totals().ok()).isEqualTo(3);
      isIn(slowest(results), Part.TLS, DELAY);
    }
  }

  /** Hands everything on, but the first bytes of a connection late. */
  private static final class SlowRelay implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    SlowRelay(int to, int delayMs) throws IOException {
      Thread.ofVirtual()
          .start(() -> {
            try {
              while (true) {
                var client = listener.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), to);
                Thread.ofVirtual().start(() -> handOn(client, server, delayMs));
                Thread.ofVirtual().start(() -> handOn(server, client, 0));
              }
            } catch (IOException e) {
              // closed
            }
          });
    }

    private static void handOn(Socket from, Socket to, int delayMs) {
      try (from;
          to) {
        Thread.sleep(delayMs);
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException e) {
        // one side is gone
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    int port() {
      return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
