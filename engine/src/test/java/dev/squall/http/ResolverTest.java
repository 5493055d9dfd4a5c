package dev.squall.http;

import static dev.squall.http.Exchanges.OK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResolverTest {
  private final AtomicInteger lookups = new AtomicInteger();

  @Test
  void aNameIsResolvedOncePerRun() throws Exception {
    var resolver = new Resolver(Routing.DIRECT, this::loopback);
    var first = resolver.addresses("a.test").get(5, TimeUnit.SECONDS);
    assertThat(first.nth(0)).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(resolver.addresses("a.test").join()).isSameAs(first);
    assertThat(lookups).hasValue(1);
  }

  @Test
  void orOncePerTimeToLive() throws Exception {
    var resolver = new Resolver(lasting(Duration.ofMillis(1)), this::loopback);
    resolver.addresses("a.test").get(5, TimeUnit.SECONDS);
    Thread.sleep(5);
    resolver.addresses("a.test").get(5, TimeUnit.SECONDS);
    assertThat(lookups).hasValue(2);
    var slow = new Resolver(lasting(Duration.ofMinutes(1)), this::loopback);
    slow.addresses("a.test").get(5, TimeUnit.SECONDS);
    slow.addresses("a.test").get(5, TimeUnit.SECONDS);
    assertThat(lookups).hasValue(3);
  }

  @Test
  void literalsAreNotLookedUpAndFailuresNotRemembered() throws Exception {
    var resolver =
        new Resolver(
            Routing.DIRECT,
            host -> {
              lookups.incrementAndGet();
              throw new UnknownHostException(host);
            });
    assertThat(resolver.addresses("::1").isDone()).isTrue();
    assertThat(resolver.addresses("127.0.0.1").join().count()).isEqualTo(1);
    assertThat(lookups).hasValue(0);
    for (int i = 1; i <= 2; i++) {
      var answer = resolver.addresses("a.test");
      assertThat(answer.handle((value, error) -> error).get(5, TimeUnit.SECONDS))
          .isInstanceOf(UnknownHostException.class);
      assertThat(lookups).hasValue(i);
    }
  }

  @Test
  void theAddressThatWorkedIsTriedFirst() throws Exception {
    var nobody = InetAddress.ofLiteral("127.0.0.2");
    try (var server = ScriptedServer.answering(OK);
        var wire =
            new Wire(
                WireSettings.DEFAULT,
                host -> new InetAddress[] {nobody, InetAddress.ofLiteral("127.0.0.1")});
        var origin = wire.origin(new Endpoint("two.test", server.endpoint().port()))) {
      assertThat(Exchanges.get(origin).failure).isNull();
      assertThat(wire.counts().failed()).isZero();
      var addresses = wire.resolver().addresses("two.test").join();
      assertThat(addresses.nth(addresses.preferred()))
          .isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
      assertThat(addresses.nth(addresses.preferred() + 1)).isEqualTo(nobody);
    } catch (CompletionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatTheKernelSaysHasAKind() {
    assertKind(new BindException("Cannot assign requested address"), FailureKind.NO_LOCAL_PORTS);
    assertKind(
        new NoRouteToHostException("Cannot assign requested address"), FailureKind.NO_LOCAL_PORTS);
    assertKind(new NoRouteToHostException("No route to host"), FailureKind.UNREACHABLE);
    assertKind(new ConnectException("Connection timed out"), FailureKind.CONNECT_TIMEOUT);
    assertKind(new ConnectException("Connection refused"), FailureKind.CONNECTION_REFUSED);
    assertKind(new ConnectException("Network is unreachable"), FailureKind.UNREACHABLE);
    assertKind(new SocketException("Network is unreachable"), FailureKind.UNREACHABLE);
    assertKind(new SocketException("Too many open files"), FailureKind.NO_DESCRIPTORS);
    assertKind(new SocketException("Connection reset"), FailureKind.RESET);
    assertKind(new SocketException(), FailureKind.UNREACHABLE);
  }

  private static void assertKind(IOException e, FailureKind kind) {
    assertThat(Connector.kind(e)).isEqualTo(kind);
  }

  private static Routing lasting(Duration ttl) {
    return new Routing(Map.of(), List.of(), Optional.empty(), ttl);
  }

  private InetAddress[] loopback(String host) {
    lookups.incrementAndGet();
    return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
  }
}
