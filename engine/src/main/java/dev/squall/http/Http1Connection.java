package dev.squall.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One connection after another to the same server, one exchange at a time. The buffer and the
 * parser stay when a connection goes.
 *
 * <p>The path that is walked a hundred thousand times a second is: publish when the exchange is
 * overdue, one write, one read, two looks at the clock, take the instant back. Everything else is
 * in branches that a healthy server does not reach.
 */
final class Http1Connection {
  // Most answers of an API fit; ten thousand users hold 40 MB. A body that fills it makes it grow.
  private static final int SMALL = 4 * 1024;
  private static final int LARGE = 32 * 1024;

  // A server that says good-bye in words (408) does so while nobody asks. Looking costs a system
  // call, which is nothing beside a pause and too much without one.
  private static final long PAUSE_NANOS = 1_000_000;

  // Some dozens of users on a carrier at its limit, not hundreds.
  private static final long SHORT_NANOS = 2_000_000;

  /** What a connection reads from and writes to; TLS will put its own streams over the socket. */
  private record Streams(Socket socket, InputStream in, OutputStream out) {}

  private final WireSettings settings;
  private final long connectNanos;
  private final ConnectionCounter counter;
  private final DeadlineScanner scanner;
  private final Connector connector;
  private final Watch watch;
  private final ResponseParser parser;
  private final Timings timings = new Timings();

  private long lastTook = Long.MAX_VALUE; // the exchange before this one, in nanoseconds
  private byte[] buf = new byte[0];
  private int from; // the bytes read and not yet understood
  private int to;
  private @Nullable Streams streams;

  // Of the exchange in flight.
  private @Nullable Failure failure;
  private boolean byPeer; // it is the peer who ends the connection
  private long totalDue;
  private long otherDue; // the limit beside the total one: connecting, then between bytes
  private FailureKind otherKind = FailureKind.CONNECT_TIMEOUT;

  Http1Connection(Wire wire, Endpoint endpoint) {
    settings = wire.settings();
    connectNanos = settings.connectTimeout().toNanos();
    counter = wire.counter();
    scanner = wire.scanner();
    connector = new Connector(wire.resolver(), endpoint);
    watch = new Watch(counter);
    parser = new ResponseParser(settings.maxHeaderBytes());
  }

  Watch watch() {
    return watch;
  }

  void exchange(RenderedRequest request, Deadline deadline, ResponseSink sink) {
    long now = System.nanoTime();
    long lastEnded = timings.ended;
    lastTook = lastEnded < 0 ? Long.MAX_VALUE : lastEnded - timings.began;
    timings.begin(now);
    failure = null;
    byPeer = false;
    totalDue = scanner.due(now, deadline.totalNanos());
    if (streams != null && now - lastEnded > PAUSE_NANOS) {
      dropIfSpoken(streams);
    }
    boolean kept = false;
    try {
      var open = streams != null ? reuse(streams, now, deadline) : open(now, deadline);
      kept = open != null && converse(open, request, deadline.idleNanos(), sink);
    } finally {
      settle(kept);
    }
    var wrong = failure;
    if (wrong == null) {
      sink.end(timings);
    } else {
      sink.failed(wrong, timings);
    }
  }

  /** A kept connection on which bytes came that answer nothing is of no more use. */
  private void dropIfSpoken(Streams open) {
    boolean spoken;
    try {
      spoken = open.in().available() > 0;
    } catch (IOException e) {
      spoken = true;
    }
    if (spoken && watch.begin(totalDue)) {
      Watch.closeQuietly(open.socket());
      counter.closedIdle(true);
      streams = null;
      watch.detach();
    }
  }

  private @Nullable Streams reuse(Streams open, long now, Deadline deadline) {
    limit(scanner.due(now, deadline.idleNanos()), FailureKind.IDLE_TIMEOUT);
    if (!watch.begin(Math.min(totalDue, otherDue))) {
      streams = null; // whoever closed it has counted it
      fail(FailureKind.CLOSED, "");
      return null;
    }
    scanner.published();
    counter.reused();
    timings.reused = true;
    timings.started = now;
    return open;
  }

  private @Nullable Streams open(long now, Deadline deadline) {
    limit(scanner.due(now, connectNanos), FailureKind.CONNECT_TIMEOUT);
    if (!watch.begin(Math.min(totalDue, otherDue))) {
      fail(FailureKind.CLOSED, "");
      return null;
    }
    scanner.published();
    return switch (connector.connect(watch, timings)) {
      case Connector.Attempt.Connected connected -> connected(connected, deadline.idleNanos());
      case Connector.Attempt.NotConnected(Failure why) -> {
        counter.failed();
        if (why.kind() == FailureKind.DNS) {
          otherKind = FailureKind.DNS;
        }
        fail(why.kind(), why.detail());
        yield null;
      }
    };
  }

  private @Nullable Streams connected(Connector.Attempt.Connected connected, long idleNanos) {
    var socket = connected.socket();
    Streams open;
    try {
      open = new Streams(socket, socket.getInputStream(), socket.getOutputStream());
    } catch (IOException e) { // closed under us
      Watch.closeQuietly(socket);
      counter.failed();
      fail(FailureKind.RESET, e.getMessage());
      return null;
    }
    streams = open;
    counter.opened(connected.nanos());
    long now = System.nanoTime();
    long idleDue = scanner.due(now, idleNanos);
    if (!watch.move(Math.min(totalDue, idleDue))) {
      fail(otherKind, "");
      return null;
    }
    limit(idleDue, FailureKind.IDLE_TIMEOUT);
    timings.started = now;
    return open;
  }

  /** Writes the request and reads the answer; returns whether the connection can be kept. */
  private boolean converse(Streams open, RenderedRequest r, long idleNanos, ResponseSink sink) {
    IOException unwritten = null;
    try {
      open.out().write(r.bytes(), r.offset(), r.length());
      timings.sent = r.length();
      timings.fullyWritten = true;
    } catch (IOException e) {
      unwritten = e; // a server may answer, say 413, and close before it has read everything
    }
    if (buf.length == 0) {
      buf = new byte[SMALL];
    }
    from = 0;
    to = 0;
    parser.begin(r.isHead());
    if (lastTook < SHORT_NANOS) {
      letOthersGoFirst();
    }
    while (!parser.isDone()) {
      int n;
      try {
        n = open.in().read(buf, to, buf.length - to);
      } catch (IOException e) {
        lost(unwritten == null ? e : unwritten);
        return false;
      }
      long now = System.nanoTime();
      timings.ended = now;
      if (n < 0) {
        return peerClosed(unwritten);
      }
      if (timings.received == 0) {
        timings.firstByte = now;
      }
      timings.received += n;
      to += n;
      from = parser.feed(buf, from, to, sink);
      if (!parser.isDone() && !goOn(now, idleNanos)) {
        return false;
      }
    }
    if (from < to) {
      fail(
          FailureKind.UNEXPECTED_BYTES,
          (to - from) + " bytes after the end of the answer" + excerpt(from));
      return false;
    }
    byPeer = unwritten != null || !(parser.keepsAlive() || r.asksClose());
    return parser.keepsAlive()
        && !r.asksClose()
        && unwritten == null
        && settings.pool().keepAlive() == KeepAlive.KEPT;
  }

  /**
   * Whoever reads right after writing finds nothing, registers with the poller and parks: two
   * system calls and a wake-up. While other users have something to do the answer often comes
   * meanwhile, and one read finds it. Only where answers come quickly: behind thousands of users
   * that never park, those that wait for the poller would not get their turn (docs/decisions/007).
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it but the cost
  private static void letOthersGoFirst() {
    Thread.yield();
  }

  /** Between two reads of one answer. False: it is of no use to read on. */
  private boolean goOn(long now, long idleNanos) {
    var fault = parser.fault();
    if (fault != null) {
      int at = from + (int) (parser.faultAt() - parser.consumed());
      fail(fault.kind(), fault.reason() + ", at byte " + parser.faultAt() + excerpt(at));
      return false;
    }
    if (idleNanos > 0) {
      long due = scanner.due(now, idleNanos);
      if (!watch.move(Math.min(totalDue, due))) {
        fail(FailureKind.RESET, "");
        return false;
      }
      otherDue = due;
    }
    makeRoom();
    return true;
  }

  /** Moves an unfinished line to the front; a line or a body that fills the buffer enlarges it. */
  private void makeRoom() {
    int rest = to - from;
    boolean grow = to == buf.length && (rest == to || buf.length < LARGE);
    if (grow) {
      buf = Arrays.copyOfRange(buf, from, from + buf.length * 2);
    } else if (from > 0) {
      System.arraycopy(buf, from, buf, 0, rest);
    }
    from = 0;
    to = rest;
  }

  private boolean peerClosed(@Nullable IOException unwritten) {
    byPeer = true;
    parser.peerClosed();
    if (parser.isDone()) {
      return false;
    }
    if (timings.received > 0) {
      fail(FailureKind.TRUNCATED, "the connection ended after " + progress());
    } else if (timings.reused) {
      fail(FailureKind.STALE_CONNECTION, "the server had closed the kept connection");
    } else if (unwritten == null) {
      fail(FailureKind.CLOSED_BEFORE_ANSWER, "the server closed the connection without an answer");
    } else {
      fail(FailureKind.RESET, "writing the request: " + unwritten.getMessage());
    }
    return false;
  }

  private void lost(IOException e) {
    byPeer = true;
    boolean stale = timings.reused && timings.received == 0;
    fail(
        stale ? FailureKind.STALE_CONNECTION : FailureKind.RESET,
        e.getMessage() + " after " + progress());
  }

  private String progress() {
    return timings.received
        + " bytes of the answer"
        + (timings.received > 0 ? parser.missing() : "");
  }

  private void limit(long due, FailureKind kind) {
    otherDue = due;
    otherKind = kind;
  }

  /** Why the exchange failed: as we ended it if we did, otherwise as it looked. */
  private void fail(FailureKind looked, @Nullable String detail) {
    if (timings.ended < 0 || !parser.isDone()) {
      timings.ended = System.nanoTime();
    }
    if (watch.isClosed()) {
      byPeer = false;
      failure = new Failure(FailureKind.CLOSED, "closed by us after " + progress());
    } else if (watch.isExpired()) {
      byPeer = false;
      boolean total = totalDue <= otherDue;
      failure =
          new Failure(
              total ? FailureKind.TOTAL_TIMEOUT : otherKind, "out of time after " + progress());
    } else if (Thread.currentThread().isInterrupted()) {
      byPeer = false;
      failure = new Failure(FailureKind.CLOSED, "interrupted after " + progress());
    } else {
      failure = new Failure(looked, String.valueOf(detail));
    }
  }

  /** The exchange is over: the connection is idle from now on, or it goes. */
  private void settle(boolean keep) {
    if (buf.length > LARGE) {
      buf = new byte[SMALL];
    }
    var open = streams;
    if (open != null && keep) {
      counter.kept();
      if (watch.end()) {
        return;
      }
      counter.closedIdle(false);
    } else if (open != null) {
      counter.closedActive(byPeer);
    }
    if (open != null) {
      Watch.closeQuietly(open.socket());
      streams = null;
    }
    watch.detach();
  }

  private String excerpt(int at) {
    int start = Math.max(0, at - 16);
    int end = Math.min(to, at + 32);
    return " in \"" + Octets.printable(buf, start, end) + '"';
  }
}
