package dev.squall.plan;

import dev.squall.sample.StepInfo;
import dev.squall.scenario.Retry;
import java.util.List;

/**
 * A compiled request.
 *
 * @param index its place in {@link Plan#infos()}
 * @param info its names in the statistics
 * @param method in capitals
 * @param target the host it goes to, by its place in {@link Plan#targets()}
 * @param head request line and headers, up to and with the empty line
 * @param body what follows
 * @param captures taken in this order, before the checks
 * @param checks all evaluated
 * @param checksStatus whether a check speaks of the status, so that a 4xx or 5xx is not a failure
 *     by itself
 * @param reads what its lookups read of an answer
 * @param terms how it is exchanged
 */
public record PlannedRequest(
    int index,
    StepInfo info,
    String method,
    int target,
    Segments head,
    Segments body,
    List<PlannedCapture> captures,
    List<PlannedCheck> checks,
    boolean checksStatus,
    Reads reads,
    Terms terms)
    implements Planned {

  /** From here on a body is not copied behind the head for one write, in bytes. */
  private static final int LARGE_BODY = 4096;

  /**
   * What the lookups of a request read of an answer.
   *
   * @param headers names in lower case, whose first values they read
   * @param queries the JSONPaths that they name, answered together
   * @param xpaths the XPaths that they name, answered together
   * @param body whether one of them reads the body
   */
  public record Reads(
      List<String> headers, List<JsonQuery> queries, List<XPathQuery> xpaths, boolean body) {}

  /**
   * How a request is exchanged.
   *
   * @param timeoutNanos the limit of the exchange, its redirects included
   * @param redirects how many of them are followed; 0 for none
   * @param keptBody how many bytes of an answer's body are kept, before and after decoding
   * @param asksClose whether it carries {@code Connection: close}
   * @param expectsContinue whether it carries {@code Expect: 100-continue}
   * @param retry how it is sent again when it failed; {@link #ONE_ATTEMPT} where it is not
   * @param place of the draws of its waits between attempts
   */
  public record Terms(
      long timeoutNanos,
      int redirects,
      int keptBody,
      boolean asksClose,
      boolean expectsContinue,
      Retry retry,
      int place) {}

  /** Never sent again. */
  public static final Retry ONE_ATTEMPT = new Retry(1);

  /** Names in lower case of the headers that a lookup reads. */
  public List<String> wantedHeaders() {
    return reads.headers;
  }

  /** The JSONPaths that the lookups name, answered together. */
  public List<JsonQuery> queries() {
    return reads.queries;
  }

  /** Whether a lookup reads the body. */
  public boolean readsBody() {
    return reads.body;
  }

  /** Whether it carries {@code Connection: close}. */
  public boolean asksClose() {
    return terms.asksClose;
  }

  /** The limit of the exchange, its redirects included. */
  public long timeoutNanos() {
    return terms.timeoutNanos;
  }

  /**
   * Whether a body of so many bytes is handed to the wire beside the head and not behind it in one
   * buffer: a large one is not worth the copy, and one that waits for leave must not go along.
   */
  public boolean keepsApart(int bodyLength) {
    return bodyLength > LARGE_BODY || terms.expectsContinue;
  }

  /** Whether the answer has no body whatever its head says. */
  public boolean isHead() {
    return method.equals("HEAD");
  }

  /** RFC 9110 §9.2.2: doing it twice is as good as once. */
  public boolean isIdempotent() {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE" -> true;
      case String _ -> false;
    };
  }
}
