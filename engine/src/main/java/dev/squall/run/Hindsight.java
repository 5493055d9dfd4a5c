package dev.squall.run;

import dev.squall.plan.PlannedRequest;
import dev.squall.stats.HeaderLine;
import dev.squall.stats.Trace.TracedStep;
import java.nio.charset.StandardCharsets;

/** An answer of before, to be looked at again by the same means as one that has just come. */
final class Hindsight {
  private Hindsight() {}

  /** The answer as far as it was traced: decoded, so that no header says how it was coded. */
  static Answer of(PlannedRequest request, TracedStep step) {
    var answer = new Answer(true);
    answer.expect(request);
    answer.head(step.status(), 1, new byte[0], 0, 0);
    for (var header : step.headers()) {
      if (!header.name().equalsIgnoreCase("content-encoding")) {
        add(answer, header);
      }
    }
    var body = step.body().getBytes(StandardCharsets.UTF_8);
    answer.body(body, 0, body.length);
    answer.startedNanos = 0;
    answer.endedNanos = Math.round(step.serviceMs() * 1e6);
    return answer;
  }

  private static void add(Answer answer, HeaderLine header) {
    var line = (header.name() + header.value()).getBytes(StandardCharsets.UTF_8);
    int name = header.name().getBytes(StandardCharsets.UTF_8).length;
    answer.header(line, 0, name, name, line.length);
  }
}
