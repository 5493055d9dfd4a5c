package dev.squall.http;

import static dev.squall.http.Exchanges.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The slack is wide because the machine is shared; the lower bounds are exact. */
class DeadlineTest {

  @Test
  void aSlowDripEndsWithTheTotalLimit() throws Exception {
    try (var server = new ScriptedServer((peer, k) -> drip(peer, 20));
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var limit = Deadline.within(Duration.ofMillis(200)).idle(Duration.ofMillis(150));
      var seen = Exchanges.exchange(origin, Exchanges.get(), limit);
      assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
      assertThat(seen.received).isGreaterThan(1);
      assertThat(seen.ended - seen.began).isLessThan(800_000_000);
    }
  }

  @Test
  void aPauseBetweenBytesEndsWithTheIdleLimit() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              peer.say(OK.substring(0, 10));
              Thread.sleep(60);
              peer.say(OK.substring(10, 20));
              peer.untilClosed();
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var limit = Deadline.within(Duration.ofSeconds(5)).idle(Duration.ofMillis(150));
      var seen = Exchanges.exchange(origin, Exchanges.get(), limit);
      assertThat(seen.kind()).isEqualTo(FailureKind.IDLE_TIMEOUT);
      assertThat(seen.received).isEqualTo(20);
      assertThat(seen.ended - seen.began).isBetween(200_000_000L, 900_000_000L);
    }
  }

  @Test
  void theIdleLimitRunsFromTheRequestOn() throws Exception {
    var silent = Deadline.NONE.idle(Duration.ofMillis(100));
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              peer.say(OK);
              peer.untilClosed();
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      var seen = Exchanges.exchange(origin, Exchanges.get(), silent);
      assertThat(seen.kind()).isEqualTo(FailureKind.IDLE_TIMEOUT);
      assertThat(seen.reused).isTrue();
      assertThat(seen.ended - seen.began).isBetween(100_000_000L, 700_000_000L);
    }
  }

  @Test
  void aServerThatTakesNoConnectionEndsWithTheConnectLimit() throws Exception {
    // A full backlog: the kernel answers no further SYN.
    var fillers = new ArrayList<Socket>();
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var wire = new Wire(WireSettings.DEFAULT.withConnectTimeout(Duration.ofMillis(150)));
        var origin = wire.origin(new Endpoint("127.0.0.1", listener.getLocalPort()))) {
      for (int i = 0; i < 3; i++) {
        var filler = new Socket();
        fillers.add(filler);
        try {
          filler.connect(listener.getLocalSocketAddress(), 100);
        } catch (java.net.SocketTimeoutException e) {
          break;
        }
      }
      var seen = Exchanges.get(origin);
      assertThat(seen.kind()).isEqualTo(FailureKind.CONNECT_TIMEOUT);
      assertThat(seen.connect).isBetween(50_000_000L, 900_000_000L);
      assertThat(seen.started).isEqualTo(-1);
      var total =
          Exchanges.exchange(origin, Exchanges.get(), Deadline.within(Duration.ofMillis(50)));
      assertThat(total.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
      assertThat(wire.counts().failed()).isEqualTo(2);
      assertThat(wire.counts().opened()).isZero();
    } finally {
      for (var filler : fillers) {
        filler.close();
      }
    }
  }

  @Test
  void aResolverThatDoesNotAnswerEndsWithALimit() {
    try (var wire =
            new Wire(
                WireSettings.DEFAULT.withConnectTimeout(Duration.ofMillis(100)),
                host -> {
                  try {
                    Thread.sleep(2_000);
                  } catch (InterruptedException e) {
                    // over
                  }
                  return new InetAddress[0];
                });
        var origin = wire.origin(new Endpoint("slow.test", 80))) {
      assertThat(Exchanges.get(origin).kind()).isEqualTo(FailureKind.DNS);
      var limit = Deadline.within(Duration.ofMillis(50));
      assertThat(Exchanges.exchange(origin, Exchanges.get(), limit).kind())
          .isEqualTo(FailureKind.TOTAL_TIMEOUT);
    }
  }

  @Test
  void anExchangeAfterATimeOutIsAnOrdinaryOne() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              while (peer.request()) {
                if (k > 0) {
                  peer.say(OK);
                }
              }
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var limit = Deadline.within(Duration.ofMillis(400));
      assertThat(Exchanges.exchange(origin, Exchanges.get(), limit).kind())
          .isEqualTo(FailureKind.TOTAL_TIMEOUT);
      assertThat(Exchanges.get(origin).failure).isNull();
      assertThat(Exchanges.get(origin).reused).isTrue();
      assertThat(wire.counts().opened()).isEqualTo(2);
      assertThat(wire.counts().closedByUs()).isEqualTo(1);
    }
  }

  @Test
  void aScannerThatHadParkedWakesForTheNextExchange() throws Exception {
    try (var server = new ScriptedServer((peer, k) -> peer.untilClosed());
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      for (int millis : new int[] {100, 300, 100}) {
        Thread.sleep(50);
        var limit = Deadline.within(Duration.ofMillis(millis));
        var seen = Exchanges.exchange(origin, Exchanges.get(), limit);
        assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
        assertThat(seen.ended - seen.began)
            .isBetween(millis * 1_000_000L, millis * 1_000_000L + 500_000_000L);
      }
    }
  }

  @Test
  void limitsAreNotNegative() {
    assertThatThrownBy(() -> new Deadline(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Deadline(0, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(WireSettings.DEFAULT.deadline()).isEqualTo(new Deadline(30_000_000_000L, 0));
    assertThat(
            WireSettings.DEFAULT
                .withIdleTimeout(Duration.ofSeconds(1))
                .withTotalTimeout(Duration.ZERO)
                .deadline())
        .isEqualTo(new Deadline(0, 1_000_000_000L));
  }

  private static void drip(ScriptedServer.Peer peer, int millis)
      throws java.io.IOException, InterruptedException {
    peer.request();
    for (int i = 0; i < OK.length(); i++) {
      peer.say(OK.substring(i, i + 1));
      Thread.sleep(millis);
    }
  }

  @Test
  void theLimitBetweenBytesBeginsWhenTheRequestIsSaid() throws Exception {
    var large = new byte[40_000_000]; // several times what kernels take in advance
    var head =
        Parsing.bytes("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + large.length + "\r\n\r\n");
    var slow =
        new ScriptedServer((peer, k) -> {
          peer.request();
          for (int i = 0; i < 40; i++) {
            peer.in().readNBytes(large.length / 40);
            Thread.sleep(25);
          }
          peer.say(OK);
          peer.untilClosed();
        });
    try (slow;
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(slow.endpoint())) {
      var request =
          new RenderedRequest()
              .bytes(head, 0, head.length)
              .facts(false, false, false)
              .body(large, 0, large.length);
      var limit = Deadline.within(Duration.ofSeconds(10)).idle(Duration.ofMillis(600));
      assertThat(Exchanges.exchange(origin, request, limit).failure).isNull();
    }
  }
}
