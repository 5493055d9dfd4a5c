package dev.squall.http;

import static dev.squall.http.Connecting.HERE;
import static dev.squall.http.Connecting.HERE_IN_SIX;
import static dev.squall.http.Connecting.HERE_TOO;
import static dev.squall.http.Connecting.by;
import static dev.squall.http.Connecting.local;
import static dev.squall.http.Connecting.resolved;
import static dev.squall.http.Exchanges.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectorTest {

  @Test
  void aGivenAddressIsTakenAndNobodyIsAsked() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var wire = new Wire(by(resolved("shop.test", HERE)), Connecting.NO_NAMES);
        var origin = wire.origin(new Endpoint("Shop.TEST", server.endpoint().port()))) {
      assertThat(Exchanges.get(origin).failure).isNull();
    }
  }

  @Test
  void anAddressOfTheOtherFamilyIsTriedWhereOneIsDead() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var wire = new Wire(by(resolved("shop.test", HERE_IN_SIX, HERE)));
        var origin = wire.origin(new Endpoint("shop.test", server.endpoint().port()))) {
      assertThat(Exchanges.get(origin).failure).isNull();
      var addresses = wire.resolver().addresses("shop.test").join();
      assertThat(addresses.nth(addresses.preferred())).isEqualTo(HERE);
      assertThat(wire.counts().failed()).isZero();
    }
  }

  @Test
  void aLiteralOfTheSixthVersionNeedsNoBrackets() throws Exception {
    try (var listener = listenInSix();
        var socket =
            Connecting.with(WireSettings.DEFAULT)
                .connect(new Endpoint("::1", listener.getLocalPort()))) {
      assertThat(socket.getInetAddress()).isEqualTo(HERE_IN_SIX);
    }
  }

  @Test
  void whereAllAddressesAreDeadTheLastOneIsTold() throws Exception {
    int port = deadPort();
    var failure =
        Connecting.with(by(resolved("shop.test", HERE, HERE_TOO)))
            .fail(new Endpoint("shop.test", port));
    assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_REFUSED);
    assertThat(failure.detail())
        .isEqualTo("connecting to 127.0.0.2:" + port + ": Connection refused");
  }

  @Test
  void anAddressThatKeptUsWaitingIsNotFirstAgain() throws Exception {
    var settings =
        by(resolved("shop.test", HERE_TOO, HERE)).withConnectTimeout(Duration.ofMillis(150));
    var fillers = new ArrayList<Socket>();
    try (var server = ScriptedServer.answering(OK);
        var silent = new ServerSocket(server.endpoint().port(), 1, HERE_TOO);
        var wire = new Wire(settings);
        var origin = wire.origin(new Endpoint("shop.test", server.endpoint().port()))) {
      fillBacklog(silent, fillers);
      assertThat(Exchanges.get(origin).kind()).isEqualTo(FailureKind.CONNECT_TIMEOUT);
      assertThat(Exchanges.get(origin).failure).isNull();
    } finally {
      fillers.forEach(Watch::closeQuietly);
    }
  }

  @Test
  void connectionsComeFromTheLocalAddressesInTurn() throws Exception {
    var seen = new ArrayList<String>();
    try (var server = answeringWhereFrom(seen);
        var wire =
            new Wire(
                by(local(HERE_IN_SIX, HERE_TOO, InetAddress.ofLiteral("127.0.0.3")))
                    .withKeepAlive(KeepAlive.FRESH));
        var origin = wire.origin(server.endpoint());
        var anotherUser = wire.origin(server.endpoint())) {
      for (var user : List.of(origin, anotherUser, origin, anotherUser)) {
        assertThat(Exchanges.get(user).failure).isNull();
      }
    }
    assertThat(seen).containsExactly("127.0.0.2", "127.0.0.3", "127.0.0.2", "127.0.0.3");
  }

  @Test
  void fromAnotherFamilyThereIsNoWay() throws Exception {
    try (var server = ScriptedServer.answering(OK)) {
      var failure = Connecting.with(by(local(HERE_IN_SIX))).fail(server.endpoint());
      assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
      assertThat(failure.detail())
          .isEqualTo(
              "connecting to "
                  + server.endpoint()
                  + ": none of the local addresses is of its family");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsNoLackOfPorts() throws Exception {
    try (var server = ScriptedServer.answering(OK)) {
      var elsewhere = InetAddress.ofLiteral("192.0.2.1");
      var failure = Connecting.with(by(local(elsewhere))).fail(server.endpoint());
      assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
      assertThat(failure.detail()).startsWith("binding to the local address 192.0.2.1: ");
    }
  }

  @Test
  void aPortThatIsTakenIsOurOwnLackAndNoOtherAddressHidesIt() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var taken = new ServerSocket(0, 1, HERE)) {
      var from = new InetSocketAddress(HERE, taken.getLocalPort());
      var connecting = Connecting.from(from, resolved("shop.test", HERE, HERE_TOO));
      var failure = connecting.fail(new Endpoint("shop.test", server.endpoint().port()));
      assertThat(failure.kind()).isEqualTo(FailureKind.NO_LOCAL_PORTS);
      assertThat(failure.detail()).contains("127.0.0.1", "in use");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void socketsAreSetAsThePoolSays() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var usual = Connecting.with(WireSettings.DEFAULT).connect(server.endpoint());
        var other =
            Connecting.with(pool(Duration.ofMillis(1500), false)).connect(server.endpoint());
        var patient = Connecting.with(pool(Duration.ofDays(1), true)).connect(server.endpoint());
        var none = Connecting.with(pool(Duration.ZERO, true)).connect(server.endpoint())) {
      assertThat(usual.getTcpNoDelay()).isTrue();
      assertThat(usual.getKeepAlive()).isTrue();
      assertThat(other.getTcpNoDelay()).isFalse();
      assertThat(other.getKeepAlive()).isTrue();
      assertThat(none.getKeepAlive()).isFalse();
      var idle = TcpKeepAlive.find(usual);
      assumeTrue(idle != null, "this system has no such option");
      assertThat(usual.getOption(idle)).isEqualTo(60);
      assertThat(other.getOption(idle)).isEqualTo(2);
      assertThat(patient.getOption(idle)).isEqualTo(32_767);
    }
  }

  @Test
  void whoeverWaitsForALookupSeesItsTime() throws Exception {
    var began = new CountDownLatch(1);
    var lookups = new AtomicInteger();
    Resolver.Lookup slow =
        host -> {
          lookups.incrementAndGet();
          began.countDown();
          pause(300);
          return new InetAddress[] {HERE};
        };
    try (var server = ScriptedServer.answering(OK)) {
      var first = Connecting.with(WireSettings.DEFAULT, slow);
      var second = new Connecting(first.connector(), new Timings());
      var third = new Connecting(first.connector(), new Timings());
      var target = new Endpoint("slow.test", server.endpoint().port());
      var connected = CompletableFuture.supplyAsync(() -> first.connect(target));
      began.await();
      second.connect(target).close();
      connected.join().close();
      third.connect(target).close();
      assertThat(lookups).hasValue(1);
      assertThat(first.timings().dnsNanos()).isGreaterThan(250_000_000);
      assertThat(second.timings().dnsNanos()).isPositive();
      assertThat(third.timings().dnsNanos()).isZero();
      for (var each : List.of(first, second, third)) {
        assertThat(each.timings().connectNanos()).isBetween(1L, 250_000_000L);
      }
    }
  }

  @Test
  void aHostThatNobodyKnowsIsNamed() {
    var failure =
        Connecting.with(
                WireSettings.DEFAULT,
                host -> {
                  throw new UnknownHostException(host);
                })
            .fail(new Endpoint("nobody.test", 80));
    assertThat(failure).isEqualTo(new Failure(FailureKind.DNS, "unknown host nobody.test"));
  }

  private static WireSettings pool(Duration tcpKeepAlive, boolean noDelay) {
    var usual = PoolSettings.DEFAULT;
    return WireSettings.DEFAULT.withPool(
        new PoolSettings(
            usual.keepAlive(), usual.maxIdle(), usual.idleTimeout(), tcpKeepAlive, noDelay));
  }

  private static ScriptedServer answeringWhereFrom(List<String> seen) throws IOException {
    return new ScriptedServer((peer, k) -> {
      peer.request();
      seen.add(peer.socket().getInetAddress().getHostAddress());
      peer.say(OK);
    });
  }

  private static ServerSocket listenInSix() {
    try {
      return new ServerSocket(0, 5, HERE_IN_SIX);
    } catch (IOException e) {
      assumeTrue(false, "this machine has no ::1");
      throw new AssertionError(e);
    }
  }

  /** One that was free a moment ago. */
  static int deadPort() throws IOException {
    try (var listener = new ServerSocket(0, 1, HERE)) {
      return listener.getLocalPort();
    }
  }

  /** The kernel answers no further SYN. */
  private static void fillBacklog(ServerSocket listener, List<Socket> fillers) {
    for (int i = 0; i < 3; i++) {
      var filler = new Socket();
      fillers.add(filler);
      try {
        filler.connect(listener.getLocalSocketAddress(), 100);
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
