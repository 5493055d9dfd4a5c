package dev.squall.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything a sink was told, as lines; the body in one piece, because its pieces may differ. */
final class Transcript implements ResponseSink {
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder body = new StringBuilder();

  final List<FailureKind> retries = new ArrayList<>();

  int status;
  int ends;
  Failure failure;
  long began;
  long started;
  long firstByte;
  long ended;
  long connect;
  long tls;
  long sent;
  long received;
  boolean reused;
  boolean fullyWritten;

  @Override
  public void head(int status, int minorVersion, byte[] buf, int reasonFrom, int reasonTo) {
    this.status = status;
    line("1." + minorVersion + " " + status + " " + text(buf, reasonFrom, reasonTo));
  }

  @Override
  public void header(byte[] buf, int nameFrom, int nameTo, int valueFrom, int valueTo) {
    line(text(buf, nameFrom, nameTo) + "=" + text(buf, valueFrom, valueTo));
  }

  @Override
  public void body(byte[] buf, int from, int to) {
    if (from >= to) {
      throw new AssertionError("an empty piece of a body");
    }
    body.append(text(buf, from, to));
  }

  @Override
  public void trailer(byte[] buf, int nameFrom, int nameTo, int valueFrom, int valueTo) {
    line("trailer " + text(buf, nameFrom, nameTo) + "=" + text(buf, valueFrom, valueTo));
  }

  @Override
  public void end(Timings timings) {
    over(timings);
  }

  @Override
  public void failed(Failure failure, Timings timings) {
    this.failure = failure;
    over(timings);
  }

  FailureKind kind() {
    return failure == null ? null : failure.kind();
  }

  String body() {
    return body.toString();
  }

  String heads() {
    return lines.toString();
  }

  @Override
  public void again(Failure stale, Timings timings) {
    retries.add(stale.kind());
  }

  private void over(Timings timings) {
    ends++;
    began = timings.begunNanos();
    started = timings.startedNanos();
    firstByte = timings.firstByteNanos();
    ended = timings.endedNanos();
    connect = timings.connectNanos();
    tls = timings.tlsNanos();
    sent = timings.bytesSent();
    received = timings.bytesReceived();
    reused = timings.reused();
    fullyWritten = timings.fullyWritten();
  }

  private void line(String text) {
    if (!lines.isEmpty()) {
      lines.append(" | ");
    }
    lines.append(text);
  }

  private static String text(byte[] buf, int from, int to) {
    return new String(buf, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
