package dev.squall.shell.reply;

import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import dev.squall.stats.HeaderLine;
import dev.squall.stats.Trace.Hop;
import dev.squall.stats.Trace.Timing;
import dev.squall.stats.Trace.TracedStep;
import java.util.List;
import java.util.stream.IntStream;

/** Answers that no server needs to give. */
final class Answers {
  private Answers() {}

  static TracedStep json(String body) {
    return of(200, body, "Content-Type", "application/json");
  }

  /** With headers in pairs of name and value. */
  static TracedStep of(int status, String body, String... headers) {
    var lines =
        IntStream.range(0, headers.length / 2)
            .mapToObj(i -> new HeaderLine(headers[2 * i], headers[2 * i + 1]))
            .toList();
    return new TracedStep(
        "GET /a",
        "GET /a",
        "GET",
        "http://localhost/a",
        "GET /a HTTP/1.1\r\n\r\n",
        status,
        lines,
        body,
        3.1,
        2.7,
        new Timing(0, 0.4, 0, 2.6, 0.1),
        512,
        false,
        List.of(),
        Outcome.OK,
        List.of(),
        List.of());
  }

  static TracedStep failed(Category category, String kind, String message) {
    return new TracedStep(
        "GET /a",
        "GET /a",
        "GET",
        "http://localhost/a",
        "GET /a HTTP/1.1\r\n\r\n",
        0,
        List.of(),
        "",
        1.5,
        0,
        Timing.NONE,
        0,
        false,
        List.of(),
        new Outcome.Failed(category, kind, message),
        List.of(),
        List.of());
  }

  static TracedStep with(TracedStep step, List<Hop> hops) {
    return new TracedStep(
        step.name(),
        step.endpoint(),
        step.method(),
        step.url(),
        step.request(),
        step.status(),
        step.headers(),
        step.body(),
        step.responseMs(),
        step.serviceMs(),
        step.timing(),
        step.bytesReceived(),
        step.reused(),
        hops,
        step.outcome(),
        step.captures(),
        step.checks());
  }

  /** An answer to this request as it was sent. */
  static TracedStep asked(String request, String body) {
    var step = json(body);
    return new TracedStep(
        step.name(),
        step.endpoint(),
        step.method(),
        step.url(),
        request,
        step.status(),
        step.headers(),
        step.body(),
        step.responseMs(),
        step.serviceMs(),
        step.timing(),
        step.bytesReceived(),
        step.reused(),
        step.hops(),
        step.outcome(),
        step.captures(),
        step.checks());
  }
}
