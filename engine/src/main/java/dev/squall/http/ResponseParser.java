package dev.squall.http;

import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/1.x answers (RFC 9112) from a buffer that is filled bit by bit. What it tells the sink
 * does not depend on how the bytes were split: a line is read when it is complete and until then
 * left in the buffer, a body is handed on as it comes.
 *
 * <p>Lenient where RFC 9112 allows it and servers need it: a bare LF ends a line of the head
 * (§2.2), a missing reason phrase is empty, folded lines are joined (§5.2), equal lengths count
 * once (§6.3).
 */
final class ResponseParser {
  private static final byte[] VERSION = Octets.ascii("HTTP/1.");
  private static final int MAX_EXTENSION_BYTES = 16 * 1024;

  private enum State {
    STATUS_LINE,
    HEADER,
    FIXED_BODY,
    CHUNKED_BODY,
    TRAILER,
    BODY_UNTIL_CLOSE,
    DONE,
    FAILED
  }

  private final int maxHeaderBytes;
  private final Framing framing = new Framing();
  private final ChunkedBody chunks = new ChunkedBody(MAX_EXTENSION_BYTES);

  private State state = State.DONE;
  private boolean answersHead;
  private int status;
  private int minorVersion;
  private boolean keepsAlive;
  private boolean sawContinue;
  private long remaining;

  private long read; // bytes of the answer before the current feed
  private int headerBytes; // of the complete lines of this header block
  private int scanned; // bytes of the unfinished line that hold no line end
  private boolean bareControl;

  private @Nullable Fault fault;
  private long faultAt;

  ResponseParser(int maxHeaderBytes) {
    this.maxHeaderBytes = maxHeaderBytes;
  }

  /** Gets ready for the answer to another request. */
  void begin(boolean answersHead) {
    this.answersHead = answersHead;
    state = State.STATUS_LINE;
    keepsAlive = false;
    sawContinue = false;
    remaining = 0;
    read = 0;
    headerBytes = 0;
    scanned = 0;
    bareControl = false;
    fault = null;
    faultAt = -1;
    framing.begin();
  }

  /** The answer is complete; bytes that were not consumed are not part of it. */
  boolean isDone() {
    return state == State.DONE;
  }

  /** What is wrong with the answer, if anything; it then takes no more bytes. */
  @Nullable Fault fault() {
    return fault;
  }

  /** Where, in bytes from the start of what the server sent; interim answers count. */
  long faultAt() {
    return faultAt;
  }

  /** How many bytes {@link #feed} has read, interim answers included. */
  long consumed() {
    return read;
  }

  /** What a body of known length lacks, in words to append. */
  String missing() {
    return remaining > 0 ? ", " + remaining + " bytes of its body missing" : "";
  }

  /** Whether the server asked for the body: 100 (Continue), RFC 9110 §15.2.1. */
  boolean sawContinue() {
    return sawContinue;
  }

  /** Whether the final answer has begun, or there will be none. */
  boolean isPastStatus() {
    return switch (state) {
      case STATUS_LINE -> false;
      case HEADER -> !isInterim();
      case FIXED_BODY, CHUNKED_BODY, TRAILER, BODY_UNTIL_CLOSE, DONE, FAILED -> true;
    };
  }

  /** Whether another answer may come on the same connection. */
  boolean keepsAlive() {
    return keepsAlive;
  }

  /**
   * Reads what it can of {@code buf} and returns the end of that. The rest has to be there again,
   * with more bytes behind it, at the next call. May join folded lines inside the buffer.
   */
  int feed(byte[] buf, int from, int to, ResponseSink sink) {
    int pos = from;
    while (pos < to) {
      int next =
          switch (state) {
            case STATUS_LINE -> statusLine(buf, pos, to, sink);
            case HEADER, TRAILER -> headerLine(buf, pos, to, sink);
            case FIXED_BODY -> fixedBody(buf, pos, to, sink);
            case CHUNKED_BODY -> chunkedBody(buf, pos, to, sink);
            case BODY_UNTIL_CLOSE -> {
              sink.body(buf, pos, to);
              yield to;
            }
            case DONE, FAILED -> pos;
          };
      read += next - pos;
      if (next == pos) {
        break;
      }
      pos = next;
    }
    return pos;
  }

  /** The peer sends no more; which completes a body without a length and truncates all others. */
  void peerClosed() {
    switch (state) {
      case BODY_UNTIL_CLOSE -> state = State.DONE;
      case STATUS_LINE, HEADER, FIXED_BODY, CHUNKED_BODY, TRAILER -> fail(Fault.CUT_OFF, 0);
      case DONE, FAILED -> {}
    }
  }

  private int statusLine(byte[] buf, int pos, int to, ResponseSink sink) {
    for (int i = 0; i < Math.min(VERSION.length, to - pos); i++) {
      if (buf[pos + i] != VERSION[i]) {
        return fail(Fault.NOT_HTTP, pos, i);
      }
    }
    int lf = lineEnd(buf, pos, to);
    if (fault != null || lf < 0) {
      return pos;
    }
    int end = beforeCr(buf, pos, lf);
    int at = pos + VERSION.length; // the minor version, a blank, three digits, a blank, a reason
    if (end < at + 5
        || !Octets.isDigit(buf[at])
        || buf[at + 1] != ' '
        || buf[at + 2] < '1'
        || buf[at + 2] > '9'
        || !Octets.isDigit(buf[at + 3])
        || !Octets.isDigit(buf[at + 4])
        || (end > at + 5 && buf[at + 5] != ' ')
        || bareControl) {
      return fail(Fault.STATUS_LINE, pos, 0);
    }
    minorVersion = buf[at] - '0';
    status = (buf[at + 2] - '0') * 100 + (buf[at + 3] - '0') * 10 + buf[at + 4] - '0';
    if (!isInterim()) {
      sink.head(status, minorVersion, buf, Math.min(at + 6, end), end);
    }
    state = State.HEADER;
    return lineDone(pos, lf);
  }

  private int headerLine(byte[] buf, int pos, int to, ResponseSink sink) {
    int lf = lineEnd(buf, pos, to);
    if (fault != null || lf < 0) {
      return pos;
    }
    int end = beforeCr(buf, pos, lf);
    if (end == pos) {
      if (state == State.TRAILER) {
        state = State.DONE;
      } else {
        headDone();
      }
      return lineDone(pos, lf);
    }
    if (bareControl) {
      return fail(Fault.BARE_CONTROL, pos, 0);
    }
    int colon = pos;
    while (colon < end && Octets.isToken(buf[colon])) {
      colon++;
    }
    if (colon == pos || colon == end || buf[colon] != ':') {
      return fail(Fault.NO_NAME, pos, colon - pos);
    }
    int first = colon + 1;
    while (first < end && Octets.isBlank(buf[first])) {
      first++;
    }
    while (end > first && Octets.isBlank(buf[end - 1])) {
      end--;
    }
    if (state == State.TRAILER) {
      sink.trailer(buf, pos, colon, first, end);
    } else if (!isInterim()) {
      Fault wrong = framing.field(buf, pos, colon, first, end);
      if (wrong != null) {
        return fail(wrong, pos, first - pos);
      }
      sink.header(buf, pos, colon, first, end);
    }
    return lineDone(pos, lf);
  }

  /**
   * Where the line ends that begins at {@code pos}: at its LF, or -1 if that has not come. A line
   * that is not empty has ended only when the next byte is known not to continue it.
   */
  private int lineEnd(byte[] buf, int pos, int to) {
    int i = pos + scanned;
    for (; i < to; i++) {
      byte b = buf[i];
      if (b > '\r' || b < 0) {
        continue;
      }
      if (b == 0) {
        bareControl = true;
      } else if (b == '\r') {
        if (i + 1 == to) {
          break;
        }
        bareControl |= buf[i + 1] != '\n';
      } else if (b == '\n') {
        if (headerBytes + (i + 1 - pos) > maxHeaderBytes) {
          fail(Fault.LONG_HEADER, maxHeaderBytes - headerBytes);
          return -1;
        }
        if (state == State.STATUS_LINE || beforeCr(buf, pos, i) == pos) {
          return i;
        }
        if (i + 1 == to) {
          break;
        }
        if (!Octets.isBlank(buf[i + 1])) {
          return i;
        }
        buf[i] = ' ';
        if (buf[i - 1] == '\r') {
          buf[i - 1] = ' ';
        }
      }
    }
    scanned = i - pos;
    if (headerBytes + (to - pos) > maxHeaderBytes) {
      fail(Fault.LONG_HEADER, maxHeaderBytes - headerBytes);
    }
    return -1;
  }

  private static int beforeCr(byte[] buf, int pos, int lf) {
    return lf > pos && buf[lf - 1] == '\r' ? lf - 1 : lf;
  }

  private int lineDone(int pos, int lf) {
    headerBytes += lf + 1 - pos;
    scanned = 0;
    bareControl = false;
    return lf + 1;
  }

  /** RFC 9112 §6.3, in its order. */
  private void headDone() {
    if (isInterim()) {
      sawContinue |= status == 100;
      state = State.STATUS_LINE;
      return;
    }
    keepsAlive = framing.keepsAlive(minorVersion) && status != 101;
    if (answersHead || status == 204 || status == 304 || status == 101) {
      state = State.DONE;
    } else if (framing.coded()) {
      // A length beside a coding, or a coding from HTTP/1.0, is read but not trusted any further.
      keepsAlive &= framing.chunked() && framing.length() < 0 && minorVersion > 0;
      state = framing.chunked() ? State.CHUNKED_BODY : State.BODY_UNTIL_CLOSE;
      chunks.begin();
    } else if (framing.length() >= 0) {
      remaining = framing.length();
      state = remaining == 0 ? State.DONE : State.FIXED_BODY;
    } else {
      keepsAlive = false;
      state = State.BODY_UNTIL_CLOSE;
    }
  }

  private int fixedBody(byte[] buf, int pos, int to, ResponseSink sink) {
    int end = (int) Math.min(to, pos + remaining);
    if (end < pos) {
      end = to; // the sum exceeded a long
    }
    sink.body(buf, pos, end);
    remaining -= end - pos;
    if (remaining == 0) {
      state = State.DONE;
    }
    return end;
  }

  private int chunkedBody(byte[] buf, int pos, int to, ResponseSink sink) {
    int end = chunks.feed(buf, pos, to, sink);
    Fault wrong = chunks.fault();
    if (wrong != null) {
      fail(wrong, end - pos);
    } else if (chunks.atTrailer()) {
      state = State.TRAILER;
      headerBytes = 0;
    }
    return end;
  }

  /** Skipped whole; a switch of protocols is the last answer on its connection instead. */
  private boolean isInterim() {
    return status < 200 && status != 101;
  }

  private int fail(Fault what, int pos, int ahead) {
    fail(what, ahead);
    return pos;
  }

  private void fail(Fault what, int ahead) {
    state = State.FAILED;
    fault = what;
    faultAt = read + ahead;
    keepsAlive = false;
  }
}
