package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector without a wire around it, and no limit. */
record Connecting(Connector connector, Timings timings) {

  static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  static final InetAddress HERE_TOO = InetAddress.ofLiteral("127.0.0.2");
  static final InetAddress HERE_IN_SIX = InetAddress.ofLiteral("::1");

  /** A name is a mistake here. */
  static final Resolver.Lookup NO_NAMES =
      host -> {
        throw new AssertionError("looked up: " + host);
      };

  private static final FileReserve NO_RESERVE = noReserve();

  private static FileReserve noReserve() {
    var reserve = new FileReserve(() -> 0);
    reserve.close();
    return reserve;
  }

  static Connecting with(WireSettings settings) {
    return with(settings, NO_NAMES);
  }

  static Connecting with(WireSettings settings, Resolver.Lookup lookup) {
    return of(new Connector(settings, new Resolver(settings.routing(), lookup), NO_RESERVE));
  }

  static Connecting from(InetSocketAddress local, Routing routing) {
    return of(
        new Connector(
            WireSettings.DEFAULT,
            new Resolver(routing, NO_NAMES),
            NO_RESERVE,
            new LocalAddresses(List.of(local))));
  }

  private static Connecting of(Connector connector) {
    return new Connecting(connector, new Timings());
  }

  static Routing resolved(String host, InetAddress... addresses) {
    return new Routing(
        Map.of(host, List.of(addresses)), List.of(), Optional.empty(), Duration.ZERO);
  }

  static Routing local(InetAddress... addresses) {
    return new Routing(Map.of(), List.of(addresses), Optional.empty(), Duration.ZERO);
  }

  static Routing through(HttpProxy proxy) {
    return new Routing(Map.of(), List.of(), Optional.of(proxy), Duration.ZERO);
  }

  static WireSettings by(Routing routing) {
    return WireSettings.DEFAULT.withRouting(routing);
  }

  Connector.Attempt attempt(Endpoint target) {
    return connector.connect(target, new Watch(new ConnectionCounter()), timings);
  }

  Socket connect(Endpoint target) {
    var attempt = attempt(target);
    assertThat(attempt).isInstanceOf(Connector.Attempt.Connected.class);
    return ((Connector.Attempt.Connected) attempt).socket();
  }

  Failure fail(Endpoint target) {
    var attempt = attempt(target);
    assertThat(attempt).isInstanceOf(Connector.Attempt.NotConnected.class);
    return ((Connector.Attempt.NotConnected) attempt).failure();
  }
}
