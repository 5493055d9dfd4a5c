package dev.squall.stats;

import dev.squall.sample.Sample;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Where the response time of one request went, in microseconds; the parts add up to it exactly.
 *
 * @param queue waiting for a free user
 * @param scheduler the generator's own: a late release, a user that woke up late, rendering
 * @param retries attempts that were given up and the waits between them
 * @param redirects redirects that led to the last exchange
 * @param dns resolving the name
 * @param connect connecting
 * @param tls the TLS handshake
 * @param server from the first byte written to the first byte of the answer, or to the end where
 *     none came
 * @param body from the first byte of the answer to its last
 */
public record Breakdown(
    long queue,
    long scheduler,
    long retries,
    long redirects,
    long dns,
    long connect,
    long tls,
    long server,
    long body) {

  /** A part of a response time. */
  public enum Part {
    QUEUE("arrival queue"),
    SCHEDULER("our scheduler"),
    RETRIES("retries"),
    REDIRECTS("redirects"),
    DNS("DNS"),
    CONNECT("connect"),
    TLS("TLS"),
    SERVER("waiting for the server"),
    BODY("body");

    private final String label = name().toLowerCase(Locale.ROOT);
    private final String words;

    Part(String words) {
      this.words = words;
    }

    /** The name in tables and files. */
    public String label() {
      return label;
    }

    /** As a person reads it. */
    public String words() {
      return words;
    }

    /** So many microseconds of a response time. */
    public long of(Breakdown breakdown) {
      return switch (this) {
        case QUEUE -> breakdown.queue;
        case SCHEDULER -> breakdown.scheduler;
        case RETRIES -> breakdown.retries;
        case REDIRECTS -> breakdown.redirects;
        case DNS -> breakdown.dns;
        case CONNECT -> breakdown.connect;
        case TLS -> breakdown.tls;
        case SERVER -> breakdown.server;
        case BODY -> breakdown.body;
      };
    }
  }

  /** The response time, in microseconds. */
  public long total() {
    return queue + scheduler + retries + redirects + dns + connect + tls + server + body;
  }

  /** Of each part so many microseconds. */
  static Breakdown of(ToLongFunction<Part> micros) {
    return new Breakdown(
        micros.applyAsLong(Part.QUEUE),
        micros.applyAsLong(Part.SCHEDULER),
        micros.applyAsLong(Part.RETRIES),
        micros.applyAsLong(Part.REDIRECTS),
        micros.applyAsLong(Part.DNS),
        micros.applyAsLong(Part.CONNECT),
        micros.applyAsLong(Part.TLS),
        micros.applyAsLong(Part.SERVER),
        micros.applyAsLong(Part.BODY));
  }

  static Breakdown of(Sample sample) {
    var delays = sample.delays();
    long ended = sample.endedNanos();
    boolean written = sample.startedNanos() >= 0;
    long started = written ? sample.startedNanos() : ended;
    boolean answered = written && sample.firstByteNanos() >= started;
    long firstByte = answered ? sample.firstByteNanos() : ended;
    long known =
        delays.queueNanos()
            + delays.retryNanos()
            + delays.redirectNanos()
            + delays.dnsNanos()
            + delays.connectNanos()
            + delays.tlsNanos();
    var parts = new Parts();
    return new Breakdown(
        parts.next(delays.queueNanos()),
        parts.next(started - sample.intendedNanos() - known),
        parts.next(delays.retryNanos()),
        parts.next(delays.redirectNanos()),
        parts.next(delays.dnsNanos()),
        parts.next(delays.connectNanos()),
        parts.next(delays.tlsNanos()),
        parts.next(firstByte - started),
        parts.next(ended - firstByte));
  }

  /** Rounds where each part ends and not its length, so that the parts add up to the whole. */
  private static final class Parts {
    private long nanos;
    private long micros;

    long next(long partNanos) {
      nanos += partNanos;
      long end = Micros.measured(nanos);
      long part = end - micros;
      micros = end;
      return part;
    }
  }
}
