package dev.squall.plan;

import dev.squall.sample.StepInfo;
import java.util.List;

/**
 * A compiled request.
 *
 * @param index its place in {@link Plan#requests()}
 * @param info its names in the statistics
 * @param method in capitals
 * @param target the host it goes to, by its place in {@link Plan#targets()}
 * @param head request line and headers, up to and with the empty line
 * @param body what follows
 * @param captures taken in this order, before the checks
 * @param checks all evaluated
 * @param checksStatus whether a check speaks of the status, so that a 4xx or 5xx is not a failure
 *     by itself
 * @param wantedHeaders names in lower case of the headers that a lookup reads
 * @param queries the JSONPaths that the lookups name, answered together
 * @param readsBody whether a lookup reads the body
 * @param asksClose whether it carries {@code Connection: close}
 * @param timeoutNanos the limit of the exchange
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
    List<String> wantedHeaders,
    List<JsonQuery> queries,
    boolean readsBody,
    boolean asksClose,
    long timeoutNanos)
    implements Planned {

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
