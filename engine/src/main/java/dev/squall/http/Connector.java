package dev.squall.http;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/**
 * Resolves and connects. It reads no clock and knows no limit: whoever calls it has told the watch
 * when it is overdue, and the watch then closes the socket under it.
 */
final class Connector {
  /** What came of an attempt. */
  sealed interface Attempt {
    /** A connection, its Nagle delay off. */
    record Connected(Socket socket, long nanos) implements Attempt {}

    /** None. Whether the watch ended it is for the caller to ask first. */
    record NotConnected(Failure failure) implements Attempt {}
  }

  private final Resolver resolver;
  private final Endpoint endpoint;

  Connector(Resolver resolver, Endpoint endpoint) {
    this.resolver = resolver;
    this.endpoint = endpoint;
  }

  Attempt connect(Watch watch, Timings timings) {
    var answer = resolver.addresses(endpoint.host());
    if (!answer.isDone()) {
      long asked = System.nanoTime();
      watch.await(answer);
      timings.dns = System.nanoTime() - asked;
      if (!answer.isDone()) {
        return failed(FailureKind.DNS, "no answer from the resolver for " + endpoint.host());
      }
    }
    try {
      return connect(answer.join(), watch, timings);
    } catch (CompletionException e) {
      return failed(FailureKind.DNS, "unknown host " + endpoint.host());
    }
  }

  private Attempt connect(Resolver.Addresses addresses, Watch watch, Timings timings) {
    long began = System.nanoTime();
    Attempt last = failed(FailureKind.DNS, "no address of " + endpoint.host());
    for (int k = 0; k < addresses.count(); k++) {
      last = connect(new InetSocketAddress(addresses.nth(k), endpoint.port()), watch, began);
      if (last instanceof Attempt.Connected connected) {
        addresses.worked(k);
        timings.connect = connected.nanos();
        return last;
      }
      if (watch.isExpired() || watch.isClosed() || Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    timings.connect = System.nanoTime() - began;
    return last;
  }

  private static Attempt connect(InetSocketAddress address, Watch watch, long began) {
    var socket = new Socket(Proxy.NO_PROXY);
    try {
      // The first call that needs a descriptor, and no other reason makes it fail.
      socket.setTcpNoDelay(true);
    } catch (IOException e) {
      Watch.closeQuietly(socket);
      return failed(FailureKind.NO_DESCRIPTORS, "no socket: " + e.getMessage());
    }
    if (!watch.attach(socket)) {
      Watch.closeQuietly(socket);
      return failed(FailureKind.CONNECT_TIMEOUT, "connecting to " + place(address));
    }
    try {
      socket.connect(address);
      return new Attempt.Connected(socket, System.nanoTime() - began);
    } catch (IOException e) {
      Watch.closeQuietly(socket);
      return failed(kind(e), "connecting to " + place(address) + ": " + e.getMessage());
    }
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

  private static String place(InetSocketAddress address) {
    return new Endpoint(address.getAddress().getHostAddress(), address.getPort()).toString();
  }

  private static FailureKind other(String message) {
    return message.contains("reset") ? FailureKind.RESET : FailureKind.UNREACHABLE;
  }

  private static Attempt failed(FailureKind kind, String detail) {
    return new Attempt.NotConnected(new Failure(kind, detail));
  }
}
