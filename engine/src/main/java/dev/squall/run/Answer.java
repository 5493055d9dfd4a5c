package dev.squall.run;

import dev.squall.http.Failure;
import dev.squall.http.ResponseSink;
import dev.squall.http.SetCookie;
import dev.squall.http.Timings;
import dev.squall.plan.PlannedRequest;
import dev.squall.stats.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of an answer what somebody will look at, and nothing else. One per user, used for every
 * request.
 */
final class Answer implements ResponseSink {
  private final boolean keepsAll;
  private final AnswerBody body = new AnswerBody();
  private @Nullable PlannedRequest request;
  private @Nullable String[] wanted = {};
  private final List<HeaderLine> allHeaders = new ArrayList<>();

  /** What Set-Cookie headers said: of this exchange, and of those before it of the same request. */
  private List<String> setCookies = List.of();

  private List<String> earlierCookies = List.of();
  private @Nullable String location;

  /** Fields that the user reads after the exchange. */
  int status;

  boolean complete;
  boolean fullyWritten;
  long begunNanos;
  long startedNanos;
  long firstByteNanos;
  long endedNanos;
  long dnsNanos;
  long connectNanos;
  long tlsNanos;
  boolean tlsResumed;
  long bytesSent;
  long bytesReceived;
  boolean reused;
  @Nullable Failure failure;

  private @Nullable Exchanged attempt;

  /** The facts of one exchange, for a sample of its own; instants as {@link System#nanoTime}. */
  record Exchanged(
      long startedNanos,
      long firstByteNanos,
      long endedNanos,
      int status,
      boolean complete,
      boolean fullyWritten,
      long bytesSent,
      long bytesReceived) {}

  /** One that keeps headers and bodies for a person, or only what lookups read. */
  Answer(boolean keepsAll) {
    this.keepsAll = keepsAll;
  }

  /** Another one that keeps as much. */
  Answer another() {
    return new Answer(keepsAll);
  }

  /** Before the first exchange of a request. */
  void expect(PlannedRequest next) {
    request = next;
    setCookies = List.of();
    earlierCookies = List.of();
    begin(next);
  }

  /**
   * Before the next exchange of the same request, a redirect followed: all that came is forgotten
   * but the cookies.
   */
  void nextHop() {
    if (earlierCookies.isEmpty()) {
      earlierCookies = setCookies;
    } else if (!setCookies.isEmpty()) {
      earlierCookies = new ArrayList<>(earlierCookies);
      earlierCookies.addAll(setCookies);
    }
    setCookies = List.of();
    begin(planned());
  }

  private void begin(PlannedRequest next) {
    status = 0;
    complete = false;
    fullyWritten = false;
    begunNanos = -1;
    startedNanos = -1;
    firstByteNanos = -1;
    endedNanos = -1;
    dnsNanos = 0;
    connectNanos = 0;
    tlsNanos = -1;
    tlsResumed = false;
    attempt = null;
    bytesSent = 0;
    bytesReceived = 0;
    reused = false;
    failure = null;
    location = null;
    body.begin(next.terms().keptBody());
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
        wanted[i] = text(buf, valueFrom, valueTo);
      }
    }
    if (isName("set-cookie", buf, nameFrom, nameTo)) {
      if (setCookies.isEmpty()) {
        setCookies = new ArrayList<>();
      }
      setCookies.add(text(buf, valueFrom, valueTo));
    } else if (isName("content-encoding", buf, nameFrom, nameTo)) {
      body.coded(text(buf, valueFrom, valueTo));
    } else if (status / 100 == 3 && isName("location", buf, nameFrom, nameTo)) {
      location = text(buf, valueFrom, valueTo);
    }
    if (keepsAll) {
      allHeaders.add(
          new HeaderLine(
              new String(buf, nameFrom, nameTo - nameFrom, StandardCharsets.ISO_8859_1),
              text(buf, valueFrom, valueTo)));
    }
  }

  private static String text(byte[] buf, int from, int to) {
    return new String(buf, from, to - from, StandardCharsets.UTF_8);
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
    if (keepsAll || planned().readsBody()) {
      body.append(buf, from, to);
    }
  }

  @Override
  public void again(Failure stale, Timings timings) {
    attempt =
        new Exchanged(
            timings.startedNanos(),
            timings.firstByteNanos(),
            timings.endedNanos(),
            0,
            false,
            timings.fullyWritten(),
            timings.bytesSent(),
            timings.bytesReceived());
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
    begunNanos = timings.begunNanos();
    startedNanos = timings.startedNanos();
    firstByteNanos = timings.firstByteNanos();
    endedNanos = timings.endedNanos();
    dnsNanos = timings.dnsNanos();
    connectNanos = timings.connectNanos();
    tlsNanos = timings.tlsNanos();
    tlsResumed = timings.tlsResumed();
    bytesSent = timings.bytesSent();
    bytesReceived = timings.bytesReceived();
    reused = timings.reused();
  }

  /** The body, as far as it was kept. */
  AnswerBody body() {
    return body;
  }

  /** The first value of a wanted header. */
  Optional<String> header(int index) {
    return Optional.ofNullable(wanted[index]);
  }

  /** What was said on a kept connection that turned out to be closed, if anything. */
  @Nullable Exchanged attempt() {
    return attempt;
  }

  /** What was said last. */
  Exchanged exchanged() {
    return new Exchanged(
        startedNanos,
        firstByteNanos,
        endedNanos,
        status,
        complete,
        fullyWritten,
        bytesSent,
        bytesReceived);
  }

  /** The values of this exchange's Set-Cookie headers, in order. */
  List<String> setCookies() {
    return setCookies;
  }

  /** Where a 3xx points to, as the server wrote it. */
  @Nullable String location() {
    return location;
  }

  /** What the last Set-Cookie of a name in any exchange of this request gave (RFC 6265 §5.2). */
  Optional<String> cookie(String name) {
    return cookie(name, setCookies).or(() -> cookie(name, earlierCookies));
  }

  private static Optional<String> cookie(String name, List<String> lines) {
    for (var line : lines.reversed()) {
      var set = SetCookie.parse(line);
      if (set != null && set.name().equals(name)) {
        return Optional.of(set.value());
      }
    }
    return Optional.empty();
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
