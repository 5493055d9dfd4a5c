package dev.squall.http;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Resolves and connects for a whole wire, to servers or through a proxy. It reads no limit: whoever
 * calls it has told the watch when it is overdue, and the watch then closes the socket under it.
 */
final class Connector {
  /** What came of an attempt. */
  sealed interface Attempt {
    /** A connection, its tunnel open where it needs one, and how long it took without DNS. */
    record Connected(Socket socket, long nanos) implements Attempt {}

    /** None. Whether the watch ended it is for the caller to ask first. */
    record NotConnected(Failure failure) implements Attempt {}
  }

  private final Resolver resolver;
  private final LocalAddresses local;
  private final FileReserve reserve;
  private final TcpKeepAlive keepAlive;
  private final boolean noDelay;
  private final @Nullable HttpProxy proxy;

  Connector(WireSettings settings, Resolver resolver, FileReserve reserve) {
    this(settings, resolver, reserve, LocalAddresses.of(settings.routing().local()));
  }

  Connector(WireSettings settings, Resolver resolver, FileReserve reserve, LocalAddresses local) {
    this.resolver = resolver;
    this.reserve = reserve;
    this.local = local;
    this.keepAlive = new TcpKeepAlive(settings.pool().tcpKeepAlive());
    this.noDelay = settings.pool().noDelay();
    this.proxy = settings.routing().proxy().orElse(null);
  }

  /**
   * A connection on which the target can be spoken to; TLS is not begun. Through a proxy a plain
   * target needs requests in absolute form, and a secure one is at the end of a tunnel.
   */
  Attempt connect(Endpoint target, Watch watch, Timings timings) {
    var peer = proxy == null ? target : proxy.endpoint();
    var answer = resolver.addresses(peer.host());
    if (!answer.isDone()) {
      long asked = System.nanoTime();
      watch.await(answer);
      timings.dns = System.nanoTime() - asked;
      if (!answer.isDone()) {
        return failed(FailureKind.DNS, whose() + "no answer from the resolver for " + peer.host());
      }
    }
    Resolver.Addresses addresses;
    try {
      addresses = answer.join();
    } catch (CompletionException e) {
      return unknown(peer);
    }
    long began = System.nanoTime();
    var attempt = connect(peer, addresses, watch);
    if (attempt instanceof Attempt.Connected(var socket, _) && proxy != null && target.secure()) {
      var refused = Tunnel.open(socket, proxy, target);
      if (refused != null) {
        Watch.closeQuietly(socket);
        attempt = new Attempt.NotConnected(refused);
      }
    }
    timings.connect = System.nanoTime() - began;
    return attempt instanceof Attempt.Connected(var socket, _)
        ? new Attempt.Connected(socket, timings.connect)
        : attempt;
  }

  private Attempt connect(Endpoint peer, Resolver.Addresses addresses, Watch watch) {
    Attempt last = failed(FailureKind.DNS, whose() + "no address of " + peer.host());
    int first = addresses.preferred();
    for (int k = first; k < first + addresses.count(); k++) {
      last = connect(new InetSocketAddress(addresses.nth(k), peer.port()), watch);
      if (last instanceof Attempt.NotConnected(var failure)) {
        if (watch.isExpired()) {
          // Silence would cost the next one its whole limit, too.
          addresses.prefer(k + 1);
          return last;
        }
        // What we lack ourselves must not be hidden by what another address says.
        if (isOurs(failure.kind()) || watch.isClosed() || Thread.currentThread().isInterrupted()) {
          return last;
        }
      } else {
        addresses.prefer(k);
        return last;
      }
    }
    return last;
  }

  private Attempt connect(InetSocketAddress address, Watch watch) {
    if (!reserve.enter()) {
      return failed(FailureKind.NO_DESCRIPTORS, "no socket: this process may open no more files");
    }
    try {
      return open(address, watch);
    } finally {
      reserve.leave();
    }
  }

  private Attempt open(InetSocketAddress address, Watch watch) {
    var socket = new Socket(Proxy.NO_PROXY);
    try {
      // The first call that needs a descriptor, and no other reason makes it fail.
      socket.setTcpNoDelay(noDelay);
    } catch (IOException e) {
      Watch.closeQuietly(socket);
      reserve.exhausted();
      return failed(FailureKind.NO_DESCRIPTORS, "no socket: " + e.getMessage());
    }
    if (!watch.attach(socket)) {
      Watch.closeQuietly(socket);
      return failed(FailureKind.CONNECT_TIMEOUT, towards(address));
    }
    var failure = connect(socket, address);
    if (failure == null) {
      return new Attempt.Connected(socket, 0);
    }
    Watch.closeQuietly(socket);
    return new Attempt.NotConnected(failure);
  }

  private @Nullable Failure connect(Socket socket, InetSocketAddress address) {
    var from = local.next(address.getAddress());
    if (from == null && !local.isEmpty()) {
      return new Failure(
          FailureKind.UNREACHABLE,
          towards(address) + ": none of the local addresses is of its family");
    }
    try {
      keepAlive.set(socket);
      if (from != null) {
        socket.bind(from);
      }
    } catch (IOException e) {
      return new Failure(
          bindKind(e), "binding to the local address " + place(from) + ": " + e.getMessage());
    }
    try {
      socket.connect(address);
      return null;
    } catch (IOException e) {
      var kind = kind(e);
      if (kind == FailureKind.NO_LOCAL_PORTS && from == null && !hasSourceFor(address)) {
        kind = FailureKind.UNREACHABLE;
      }
      return new Failure(
          kind,
          towards(address) + (from == null ? "" : " from " + place(from)) + ": " + e.getMessage());
    }
  }

  /**
   * The kernel has one word for a machine without a free port and for one without any address to
   * reach another from, such as ::1 in a container without IPv6. A datagram socket tells them
   * apart: it needs the same address, and none of those ports.
   */
  private static boolean hasSourceFor(InetSocketAddress address) {
    DatagramSocket probe;
    try {
      probe = new DatagramSocket();
    } catch (SocketException e) {
      return true;
    }
    try (probe) {
      probe.connect(address);
      return true;
    } catch (SocketException e) {
      return false;
    }
  }

  private Attempt unknown(Endpoint peer) {
    // A resolver that cannot open a file says only that it does not know the host.
    try (var probe = new Socket(Proxy.NO_PROXY)) {
      probe.setTcpNoDelay(true);
    } catch (IOException e) {
      return failed(
          FailureKind.NO_DESCRIPTORS, whose() + "resolving " + peer.host() + ": " + e.getMessage());
    }
    return failed(FailureKind.DNS, whose() + "unknown host " + peer.host());
  }

  private static boolean isOurs(FailureKind kind) {
    return kind == FailureKind.NO_LOCAL_PORTS || kind == FailureKind.NO_DESCRIPTORS;
  }

  /** What the kernel said, by the type of exception where there is one for it. */
  static FailureKind kind(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return switch (e) {
      case BindException _ -> FailureKind.NO_LOCAL_PORTS;
      case NoRouteToHostException _ ->
          message.contains("assign requested")
              ? FailureKind.NO_LOCAL_PORTS
              : FailureKind.UNREACHABLE;
      case ConnectException _ when message.contains("timed out") -> FailureKind.CONNECT_TIMEOUT;
      case ConnectException _ when message.contains("unreachable") -> FailureKind.UNREACHABLE;
      case ConnectException _ -> FailureKind.CONNECTION_REFUSED;
      default -> message.contains("open files") ? FailureKind.NO_DESCRIPTORS : other(message);
    };
  }

  private static FailureKind other(String message) {
    return message.contains("reset") ? FailureKind.RESET : FailureKind.UNREACHABLE;
  }

  /** Bound before it is connected, a socket lacks a port or an address that is not there. */
  private static FailureKind bindKind(IOException e) {
    return String.valueOf(e.getMessage()).contains("in use")
        ? FailureKind.NO_LOCAL_PORTS
        : FailureKind.UNREACHABLE;
  }

  private String towards(InetSocketAddress address) {
    var place = new Endpoint(address.getAddress().getHostAddress(), address.getPort()).toString();
    return proxy == null ? "connecting to " + place : "the proxy " + place;
  }

  private String whose() {
    return proxy == null ? "" : "the proxy: ";
  }

  private static String place(@Nullable InetSocketAddress local) {
    return local == null ? "of the kernel's choice" : local.getAddress().getHostAddress();
  }

  private static Attempt failed(FailureKind kind, String detail) {
    return new Attempt.NotConnected(new Failure(kind, detail));
  }
}
