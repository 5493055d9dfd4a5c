package dev.squall.http;

/**
 * The times and sizes of one exchange. Instants are on the scale of {@link System#nanoTime}, -1
 * where a thing did not happen. The object is used again by later exchanges: it is valid only
 * during the call of {@link ResponseSink#end} or {@link ResponseSink#failed}.
 */
public final class Timings {
  long began;
  long started;
  long firstByte;
  long ended;
  long dns;
  long connect;
  long tls;
  boolean resumed;
  long sent;
  long received;
  boolean reused;
  boolean fullyWritten;

  Timings() {
    begin(-1);
  }

  void begin(long now) {
    began = now;
    started = -1;
    firstByte = -1;
    ended = -1;
    dns = 0;
    connect = 0;
    tls = -1;
    resumed = false;
    sent = 0;
    received = 0;
    reused = false;
    fullyWritten = false;
  }

  /** The same exchange on another connection: only when it began stays. */
  void again() {
    long first = began;
    long asked = dns;
    begin(first);
    dns = asked;
  }

  /** When {@link Origin#exchange} was called. */
  public long begunNanos() {
    return began;
  }

  /** When the first byte of the request was written; -1 when no connection came about. */
  public long startedNanos() {
    return started;
  }

  /** When the first byte of the answer had been read; -1 when there was none. */
  public long firstByteNanos() {
    return firstByte;
  }

  /** When the last byte of the answer had been read, or when the exchange failed. */
  public long endedNanos() {
    return ended;
  }

  /** How long the host's name took to resolve; 0 when it was known or the connection was kept. */
  public long dnsNanos() {
    return dns;
  }

  /** How long connecting took, also in vain; 0 on a kept connection. */
  public long connectNanos() {
    return connect;
  }

  /** How long the TLS handshake took, also one in vain; -1 without one. */
  public long tlsNanos() {
    return tls;
  }

  /** Whether the handshake took up an earlier session. */
  public boolean tlsResumed() {
    return resumed;
  }

  /** The size of the request in bytes once it is fully written, before that 0. */
  public long bytesSent() {
    return sent;
  }

  /** All bytes that came, the head included. */
  public long bytesReceived() {
    return received;
  }

  /** Whether the exchange ran on a kept connection. */
  public boolean reused() {
    return reused;
  }

  /** Whether the kernel took the whole request. */
  public boolean fullyWritten() {
    return fullyWritten;
  }
}
