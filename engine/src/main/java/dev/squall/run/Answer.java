package dev.squall.run;

import dev.squall.http.Failure;
import dev.squall.http.ResponseSink;
import dev.squall.http.Timings;
import dev.squall.plan.PlannedRequest;
import dev.squall.stats.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of an answer what somebody will look at, and nothing else. One per user, used for every
 * request.
 */
final class Answer implements ResponseSink {
  /** Bodies beyond this are not kept; whoever wants to read one is told. */
  static final int LONGEST_BODY = 16 << 20;

  /** What a user holds on to between requests; thousands of users do. */
  private static final int LARGE = 256 << 10;

  private static final byte[] NOTHING = {};

  private final boolean keepsAll;
  private @Nullable PlannedRequest request;
  private @Nullable String[] wanted = {};
  private final List<HeaderLine> allHeaders = new ArrayList<>();
  private byte[] body = NOTHING;
  private @Nullable String bodyText;

  /** Fields that the user reads after the exchange. */
  int status;

  int bodyLength;
  boolean bodyTooLong;
  boolean complete;
  boolean fullyWritten;
  long startedNanos;
  long firstByteNanos;
  long endedNanos;
  long connectNanos;
  long bytesSent;
  long bytesReceived;
  boolean reused;
  @Nullable Failure failure;

  /** One that keeps headers and bodies for a person, or only what lookups read. */
  Answer(boolean keepsAll) {
    this.keepsAll = keepsAll;
  }

  void expect(PlannedRequest next) {
    request = next;
    status = 0;
    bodyLength = 0;
    bodyTooLong = false;
    bodyText = null;
    complete = false;
    fullyWritten = false;
    startedNanos = -1;
    firstByteNanos = -1;
    endedNanos = -1;
    connectNanos = 0;
    bytesSent = 0;
    bytesReceived = 0;
    reused = false;
    failure = null;
    if (body.length > LARGE) {
      body = NOTHING;
    }
    int headers = next.wantedHeaders().size();
    if (headers > 0) {
      wanted = new @Nullable String[headers];
    }
    allHeaders.clear();
  }

  @Override
  public void head(int newStatus, int minorVersion, byte[] buf, int reasonFrom, int reasonTo) {
    status = newStatus;
  }

  @Override
  public void header(byte[] buf, int nameFrom, int nameTo, int valueFrom, int valueTo) {
    var names = planned().wantedHeaders();
    for (int i = 0; i < names.size(); i++) {
      if (wanted[i] == null && isName(names.get(i), buf, nameFrom, nameTo)) {
        wanted[i] = new String(buf, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8);
      }
    }
    if (keepsAll) {
      allHeaders.add(
          new HeaderLine(
              new String(buf, nameFrom, nameTo - nameFrom, StandardCharsets.ISO_8859_1),
              new String(buf, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8)));
    }
  }

  private static boolean isName(String lower, byte[] buf, int from, int to) {
    if (to - from != lower.length()) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      int c = buf[from + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void body(byte[] buf, int from, int to) {
    if (bodyTooLong || (!keepsAll && !planned().readsBody())) {
      return;
    }
    int more = to - from;
    if (more > LONGEST_BODY - bodyLength) {
      bodyTooLong = true;
      return;
    }
    if (body.length - bodyLength < more) {
      body = Arrays.copyOf(body, Math.max(2048, Math.max(body.length * 2, bodyLength + more)));
    }
    System.arraycopy(buf, from, body, bodyLength, more);
    bodyLength += more;
  }

  @Override
  public void end(Timings timings) {
    complete = true;
    keep(timings);
  }

  @Override
  public void failed(Failure reason, Timings timings) {
    failure = reason;
    keep(timings);
  }

  private void keep(Timings timings) {
    fullyWritten = timings.fullyWritten();
    startedNanos = timings.startedNanos();
    firstByteNanos = timings.firstByteNanos();
    endedNanos = timings.endedNanos();
    connectNanos = timings.connectNanos();
    bytesSent = timings.bytesSent();
    bytesReceived = timings.bytesReceived();
    reused = timings.reused();
  }

  /** The bytes of the body, from 0 to {@link #bodyLength}. */
  byte[] bodyBytes() {
    return body;
  }

  /** The body as UTF-8 text, decoded once. */
  String bodyText() {
    if (bodyText == null) {
      bodyText = new String(body, 0, bodyLength, StandardCharsets.UTF_8);
    }
    return bodyText;
  }

  /** The first value of a wanted header. */
  Optional<String> header(int index) {
    return Optional.ofNullable(wanted[index]);
  }

  /** All headers in order; only of one that keeps all. */
  List<HeaderLine> allHeaders() {
    return List.copyOf(allHeaders);
  }

  double elapsedMillis() {
    return (endedNanos - startedNanos) / 1e6;
  }

  private PlannedRequest planned() {
    var planned = request;
    if (planned == null) {
      throw new IllegalStateException("an answer to no request");
    }
    return planned;
  }
}
