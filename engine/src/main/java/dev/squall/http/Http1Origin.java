package dev.squall.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** An origin over HTTP/1.1: as many connections as exchanges at once, the last used first. */
final class Http1Origin implements Origin {
  private final Wire wire;
  private final Endpoint endpoint;
  private final ArrayList<Http1Connection> all = new ArrayList<>(1);
  private final ArrayDeque<Http1Connection> free = new ArrayDeque<>(1);
  private final int maxIdle;
  private final @Nullable TlsClient tls;
  private boolean closed;

  Http1Origin(Wire wire, Endpoint endpoint) {
    this.wire = wire;
    this.endpoint = endpoint;
    this.tls = endpoint.secure() ? wire.tls().forAnotherUser() : null;
    this.maxIdle = wire.settings().pool().maxIdle();
  }

  @Override
  public void exchange(RenderedRequest request, Deadline deadline, ResponseSink sink) {
    var connection = take();
    try {
      connection.exchange(request, deadline, sink);
    } finally {
      giveBack(connection);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (var connection : all) {
      wire.scanner().remove(connection.watch());
      connection.watch().close();
    }
  }

  private synchronized Http1Connection take() {
    var known = free.pollLast();
    if (known != null) {
      return known;
    }
    var connection = new Http1Connection(wire, endpoint, tls);
    all.add(connection);
    if (closed || !wire.scanner().add(connection.watch())) {
      connection.watch().close();
    }
    return connection;
  }

  /** Those without a connection come last, so that a kept one is taken before another is opened. */
  private synchronized void giveBack(Http1Connection connection) {
    if (connection.isKept()) {
      free.addLast(connection);
      if (free.size() > maxIdle) {
        closeSurplus();
      }
    } else {
      free.addFirst(connection);
    }
  }

  /** The one that was not used for the longest time goes. */
  private void closeSurplus() {
    long kept = free.stream().filter(Http1Connection::isKept).count();
    if (kept > maxIdle) {
      free.stream()
          .filter(Http1Connection::isKept)
          .findFirst()
          .ifPresent(one -> one.watch().closeIdle(false));
    }
  }
}
