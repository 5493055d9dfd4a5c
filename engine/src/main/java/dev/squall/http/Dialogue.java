package dev.squall.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A request out and an answer in, over one connection after another. The buffer and the parser stay
 * when a connection goes.
 *
 * <p>The path that is walked a hundred thousand times a second is one write, one read and one look
 * at the clock. Everything else is in branches that a healthy server does not reach.
 */
final class Dialogue {
  // Most answers of an API fit; ten thousand users hold 40 MB. A body that fills it makes it grow.
  private static final int SMALL = 4 * 1024;
  private static final int LARGE = 32 * 1024;

  // How long a body waits for the server's leave: RFC 9110 §10.1.1 wants it sent all the same.
  private static final int LEAVE_MILLIS = 1_000;

  private final Timings timings;
  private final ExchangeLimits limits;
  private final ResponseParser parser;
  private byte[] buf = new byte[0];
  private int from; // the bytes read and not yet understood
  private int to;

  private @Nullable Failure failure;
  private boolean byPeer; // it is the peer who ends the connection
  private @Nullable IOException unwritten;

  Dialogue(Timings timings, ExchangeLimits limits, int maxHeaderBytes) {
    this.timings = timings;
    this.limits = limits;
    this.parser = new ResponseParser(maxHeaderBytes);
  }

  void begin() {
    failure = null;
    byPeer = false;
    unwritten = null;
  }

  /** Why there is no complete answer; nothing where there is one. */
  @Nullable Failure failure() {
    return failure;
  }

  boolean endedByPeer() {
    return byPeer;
  }

  /** Says it all and hears it all; returns whether the connection can be kept. */
  boolean hold(Link link, RenderedRequest r, long idleNanos, boolean patient, ResponseSink sink) {
    if (buf.length == 0) {
      buf = new byte[SMALL];
    }
    from = 0;
    to = 0;
    parser.begin(r.isHead());
    boolean declined = false;
    try {
      link.out().write(r.bytes(), r.offset(), r.length());
      if (r.expectsContinue()) {
        declined = !hasLeave(link, idleNanos, sink);
      }
      if (r.bodyLength() > 0 && !declined) {
        untilSilent(r.expectsContinue() ? idleNanos : 0, 0);
        link.out().write(r.body(), r.bodyOffset(), r.bodyLength());
      }
      timings.sent = (long) r.length() + (declined ? 0 : r.bodyLength());
      timings.fullyWritten = true;
    } catch (IOException e) {
      unwritten = e; // a server may answer, say 413, and close before it has read everything
    }
    untilSilent(idleNanos, idleNanos);
    if (patient) {
      letOthersGoFirst();
    }
    while (!parser.isDone()) {
      if (failure != null || !hear(link, idleNanos, sink)) {
        return false;
      }
    }
    if (from < to) {
      fail(
          FailureKind.UNEXPECTED_BYTES,
          (to - from) + " bytes after the end of the answer" + excerpt(from));
      return false;
    }
    boolean kept = parser.keepsAlive() && !r.asksClose() && unwritten == null && !declined;
    byPeer = unwritten != null || !(parser.keepsAlive() || r.asksClose());
    return kept;
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

  /**
   * From now on the peer may be silent for so long; 0 while it has to listen. Whether it is over
   * already shows at the next read.
   */
  private void untilSilent(long idleNanos, long limit) {
    if (idleNanos > 0) {
      var _ = limits.move(System.nanoTime(), limit, FailureKind.IDLE_TIMEOUT);
    }
  }

  /**
   * Waits for 100 (Continue), and no longer than a second; false: the answer is there already. The
   * only place with a time-out of the socket, because nothing is lost when it strikes.
   */
  private boolean hasLeave(Link link, long idleNanos, ResponseSink sink) throws IOException {
    link.top().setSoTimeout(LEAVE_MILLIS);
    try {
      while (!parser.sawContinue() && !parser.isPastStatus()) {
        long before = timings.received;
        if (!hear(link, idleNanos, sink)) {
          return false;
        }
        if (timings.received == before) {
          return true; // not a word within that second
        }
      }
    } finally {
      link.top().setSoTimeout(0);
    }
    return !parser.isPastStatus();
  }

  /** One read. False: it is of no use to read on. */
  private boolean hear(Link link, long idleNanos, ResponseSink sink) {
    int n;
    try {
      n = link.in().read(buf, to, buf.length - to);
    } catch (SocketTimeoutException e) {
      return true; // while it waits for leave; nowhere else is there a time-out
    } catch (IOException e) {
      lost(link, unwritten == null ? e : unwritten);
      return false;
    }
    long now = System.nanoTime();
    timings.ended = now;
    if (n < 0) {
      peerClosed();
      return parser.isDone();
    }
    if (timings.received == 0) {
      timings.firstByte = now;
    }
    timings.received += n;
    to += n;
    from = parser.feed(buf, from, to, sink);
    return parser.isDone() || goOn(link, now, idleNanos);
  }

  /** Between two reads of one answer. False: it is of no use to read on. */
  private boolean goOn(Link link, long now, long idleNanos) {
    var fault = parser.fault();
    if (fault != null) {
      int at = from + (int) (parser.faultAt() - parser.consumed());
      if (parser.faultAt() == 0 && !link.isSecure() && isTlsAlert(at)) {
        fail(FailureKind.TLS_EXPECTED, "the server speaks TLS: address it with https://");
      } else {
        fail(fault.kind(), fault.reason() + ", at byte " + parser.faultAt() + excerpt(at));
      }
      return false;
    }
    if (idleNanos > 0 && !limits.move(now, idleNanos, FailureKind.IDLE_TIMEOUT)) {
      fail(FailureKind.RESET, "");
      return false;
    }
    makeRoom();
    return true;
  }

  /** RFC 8446 §5.1: a record of type 21, version 3.x. */
  private boolean isTlsAlert(int at) {
    return to - at >= 2 && buf[at] == 21 && buf[at + 1] == 3;
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

  private void peerClosed() {
    byPeer = true;
    parser.peerClosed();
    if (parser.isDone()) {
      return;
    }
    var cause = unwritten;
    if (timings.received > 0) {
      fail(FailureKind.TRUNCATED, "the connection ended after " + progress());
    } else if (timings.reused) {
      fail(FailureKind.STALE_CONNECTION, "the server had closed the kept connection");
    } else if (cause == null) {
      fail(FailureKind.CLOSED_BEFORE_ANSWER, "the server closed the connection without an answer");
    } else {
      fail(FailureKind.RESET, "writing the request: " + cause.getMessage());
    }
  }

  private void lost(Link link, IOException e) {
    byPeer = true;
    var looked =
        link.isSecure()
            ? TlsClient.failure(e)
            : new Failure(FailureKind.RESET, String.valueOf(e.getMessage()));
    boolean stale = looked.kind() == FailureKind.RESET && timings.reused && timings.received == 0;
    fail(
        stale ? FailureKind.STALE_CONNECTION : looked.kind(),
        looked.detail() + " after " + progress());
  }

  private String progress() {
    return timings.received
        + " bytes of the answer"
        + (timings.received > 0 ? parser.missing() : "");
  }

  /** There is no complete answer; also before anything was said. */
  void fail(FailureKind looked, @Nullable String detail) {
    if (timings.ended < 0 || !parser.isDone()) {
      timings.ended = System.nanoTime();
    }
    byPeer &= !limits.endedByUs();
    var said = String.valueOf(detail);
    // Where no connection came about, what was being tried says more than that nothing came.
    boolean began = timings.started >= 0 || said.isEmpty();
    failure = limits.explain(looked, said, began ? progress() : said);
  }

  /** What an unusual answer made grow is given back. */
  void rest() {
    if (buf.length > LARGE) {
      buf = new byte[SMALL];
    }
  }

  private String excerpt(int at) {
    int start = Math.max(0, at - 16);
    int end = Math.min(to, at + 32);
    return " in \"" + Octets.printable(buf, start, end) + '"';
  }
}
