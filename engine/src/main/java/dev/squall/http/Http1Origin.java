package dev.squall.http;

import java.util.ArrayDeque;
import java.util.ArrayList;

/** An origin over HTTP/1.1: as many connections as exchanges at once, the last used first. */
final class Http1Origin implements Origin {
  private final Wire wire;
  private final Endpoint endpoint;
  private final ArrayList<Http1Connection> all = new ArrayList<>(1);
  private final ArrayDeque<Http1Connection> free = new ArrayDeque<>(1);
  private boolean closed;

  Http1Origin(Wire wire, Endpoint endpoint) {
    this.wire = wire;
    this.endpoint = endpoint;
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
    var connection = new Http1Connection(wire, endpoint);
    all.add(connection);
    if (closed || !wire.scanner().add(connection.watch())) {
      connection.watch().close();
    }
    return connection;
  }

  private synchronized void giveBack(Http1Connection connection) {
    free.addLast(connection);
  }
}
