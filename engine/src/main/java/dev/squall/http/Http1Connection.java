package dev.squall.http;

import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * One connection after another to the same server, one exchange at a time: opened when there is
 * none, kept when both sides like, opened again when a kept one turns out to be closed.
 */
final class Http1Connection {
  // A server that says good-bye in words (408) does so while nobody asks. Looking costs a system
  // call, which is nothing beside a pause and too much without one.
  private static final long PAUSE_NANOS = 1_000_000;

  // Some dozens of users on a carrier at its limit, not hundreds.
  private static final long SHORT_NANOS = 2_000_000;

  private final boolean keeps;
  private final long connectNanos;
  private final long keptNanos;
  private final ConnectionCounter counter;
  private final DeadlineScanner scanner;
  private final Connector connector;
  private final Relief relief;
  private final Endpoint endpoint;
  private final @Nullable TlsClient tls;
  private final @Nullable ProxiedRequest proxied; // absolute form, for a proxy that reads along
  private final Watch watch;
  private final Timings timings = new Timings();
  private final ExchangeLimits limits;
  private final Dialogue dialogue;

  private long lastTook = Long.MAX_VALUE; // the exchange before this one, in nanoseconds
  private @Nullable Link link;

  Http1Connection(Wire wire, Endpoint endpoint, @Nullable TlsClient tls) {
    var settings = wire.settings();
    keeps = settings.pool().keepAlive() == KeepAlive.KEPT;
    connectNanos = settings.connectTimeout().toNanos();
    keptNanos = settings.pool().idleTimeout().toNanos();
    counter = wire.counter();
    scanner = wire.scanner();
    relief = wire.relief();
    connector = wire.connector();
    this.endpoint = endpoint;
    this.tls = tls;
    var proxy = settings.routing().proxy();
    proxied =
        proxy.isPresent() && !endpoint.secure() ? new ProxiedRequest(endpoint, proxy.get()) : null;
    watch = new Watch(counter);
    limits = new ExchangeLimits(scanner, watch);
    dialogue = new Dialogue(timings, limits, settings.maxHeaderBytes());
  }

  Watch watch() {
    return watch;
  }

  /** Whether the next exchange may find a connection here. */
  boolean isKept() {
    return link != null && !watch.isSpent();
  }

  void exchange(RenderedRequest request, Deadline deadline, ResponseSink sink) {
    long now = relief.restIfDue(System.nanoTime());
    long lastEnded = timings.ended;
    lastTook = lastEnded < 0 ? Long.MAX_VALUE : lastEnded - timings.began;
    timings.begin(now);
    limits.begin(now, deadline.totalNanos());
    dialogue.begin();
    var kept = link;
    if (kept != null && now - lastEnded > PAUSE_NANOS && kept.hasSpoken()) {
      drop(kept);
      kept = null;
    }
    boolean keep = false;
    try {
      var open = kept != null ? reuse(kept, now) : open(now);
      keep = open != null && hold(open, request, deadline, sink);
      if (isStale() && request.isIdempotent()) {
        keep = again(request, deadline, sink);
      }
    } finally {
      settle(keep);
    }
    var wrong = dialogue.failure();
    if (wrong == null) {
      sink.end(timings);
    } else {
      sink.failed(wrong, timings);
    }
  }

  private boolean hold(Link open, RenderedRequest request, Deadline deadline, ResponseSink sink) {
    boolean patient = lastTook < SHORT_NANOS;
    var said = proxied == null ? request : proxied.of(request);
    return dialogue.hold(open, said, deadline.idleNanos(), patient, sink) && keeps;
  }

  private boolean isStale() {
    var failure = dialogue.failure();
    return failure != null && failure.kind() == FailureKind.STALE_CONNECTION;
  }

  /**
   * The server had closed the kept connection before it saw the request: once more, on a new one.
   */
  private boolean again(RenderedRequest request, Deadline deadline, ResponseSink sink) {
    var failure = dialogue.failure();
    if (failure != null) {
      sink.again(failure, timings);
    }
    settle(false);
    counter.retried();
    timings.again();
    dialogue.begin();
    var open = open(System.nanoTime());
    return open != null && hold(open, request, deadline, sink);
  }

  /** A kept connection on which bytes came that answer nothing is of no more use. */
  private void drop(Link open) {
    if (watch.begin(Watch.NEVER)) {
      Watch.closeQuietly(open.raw());
      counter.closedIdle(true);
      watch.detach();
    } else if (watch.isSpent()) {
      watch.detach();
    }
    link = null;
  }

  private @Nullable Link reuse(Link kept, long now) {
    if (!limits.publish(now, 0, FailureKind.IDLE_TIMEOUT)) {
      link = null; // whoever closed it has counted it
      if (watch.isSpent()) {
        watch.detach();
        return open(now);
      }
      dialogue.fail(FailureKind.CLOSED, "");
      return null;
    }
    counter.reused();
    timings.reused = true;
    timings.started = now;
    return kept;
  }

  private @Nullable Link open(long now) {
    if (!limits.publish(now, connectNanos, FailureKind.CONNECT_TIMEOUT)) {
      dialogue.fail(FailureKind.CLOSED, "");
      return null;
    }
    return switch (connector.connect(endpoint, watch, timings)) {
      case Connector.Attempt.Connected connected -> connected(connected);
      case Connector.Attempt.NotConnected(Failure why) -> {
        if (why.kind() == FailureKind.DNS) {
          limits.rename(FailureKind.DNS);
        }
        yield notOpened(why);
      }
    };
  }

  private @Nullable Link notOpened(Failure why) {
    counter.failed();
    dialogue.fail(why.kind(), why.detail());
    return null;
  }

  private @Nullable Link connected(Connector.Attempt.Connected connected) {
    var open = ready(connected.socket());
    if (open == null) {
      return null;
    }
    link = open;
    counter.opened(connected.nanos());
    long now = System.nanoTime();
    if (!limits.move(now, 0, FailureKind.IDLE_TIMEOUT)) {
      dialogue.fail(FailureKind.CONNECT_TIMEOUT, "");
      return null;
    }
    timings.started = now;
    return open;
  }

  /** With TLS over it where the server speaks it. */
  private @Nullable Link ready(Socket socket) {
    Failure failure;
    try {
      if (tls == null) {
        return Link.plain(socket);
      }
      long began = System.nanoTime();
      var attempt = tls.handshake(socket, endpoint);
      timings.tls = System.nanoTime() - began;
      switch (attempt) {
        case TlsClient.Attempt.Secured secured -> {
          timings.resumed = secured.resumed();
          return Link.over(socket, secured.socket());
        }
        case TlsClient.Attempt.NotSecured(var why) -> failure = why;
      }
    } catch (IOException e) { // closed under us
      failure = new Failure(FailureKind.RESET, String.valueOf(e.getMessage()));
    }
    Watch.closeQuietly(socket);
    return notOpened(failure);
  }

  /** The exchange is over: the connection is idle from now on, or it goes. */
  private void settle(boolean keep) {
    dialogue.rest();
    var open = link;
    if (open != null && keep) {
      counter.kept();
      if (watch.end(scanner.due(timings.ended, keptNanos))) {
        return;
      }
      counter.closedIdle(false);
    } else if (open != null) {
      counter.closedActive(dialogue.endedByPeer());
    }
    if (open != null) {
      Watch.closeQuietly(open.raw());
      link = null;
    }
    watch.detach();
  }
}
