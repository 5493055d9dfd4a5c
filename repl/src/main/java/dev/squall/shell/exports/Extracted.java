package dev.squall.shell.exports;

import dev.squall.scenario.Capture;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.Steps;
import java.util.List;
import java.util.stream.Stream;

/** What steps extract. */
record Extracted(List<Step> steps) {

  /** The variables, each once. */
  List<String> names() {
    return Steps.all(steps)
        .flatMap(step ->
            step instanceof Request request
                ? request.captures().stream().map(Capture::variable)
                : Stream.empty())
        .distinct()
        .toList();
  }
}
