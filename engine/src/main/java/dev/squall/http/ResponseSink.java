package dev.squall.http;

/**
 * Takes an answer as it arrives, on the thread that called {@link Origin#exchange}. Arrays belong
 * to the wire and are valid during the call only; the sink copies what it wants to keep.
 *
 * <p>The order is head, header…, body…, end; a failure may come at any point instead of the rest.
 * Exactly one of {@link #end} and {@link #failed} is called, once. Interim answers (1xx) are not
 * reported. What a sink throws ends the exchange, closes its connection and reaches the caller.
 */
public interface ResponseSink {

  /**
   * The status line.
   *
   * @param status 200 to 999, or 101
   * @param minorVersion the x of HTTP/1.x
   * @param buf holds the reason phrase, which may be empty, from {@code reasonFrom} to {@code
   *     reasonTo}
   */
  void head(int status, int minorVersion, byte[] buf, int reasonFrom, int reasonTo);

  /**
   * A header line as it came, white space around the value taken away, folded lines joined by
   * spaces. Values may hold any byte but CR, LF and NUL.
   */
  default void header(byte[] buf, int nameFrom, int nameTo, int valueFrom, int valueTo) {}

  /** The next bytes of the body, chunk framing taken away. Never empty. */
  default void body(byte[] buf, int from, int to) {}

  /** A trailer line of a chunked body (RFC 9112 §7.1.2). */
  default void trailer(byte[] buf, int nameFrom, int nameTo, int valueFrom, int valueTo) {}

  /**
   * A kept connection turned out to be closed before one byte of an answer came, and the request,
   * whose method allows it, is sent again on a new one. {@code timings} are those so far.
   */
  default void again(Failure stale, Timings timings) {}

  /** The answer is complete. */
  void end(Timings timings);

  /** There will be no complete answer. */
  void failed(Failure failure, Timings timings);
}
