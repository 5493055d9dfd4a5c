package dev.squall.shell.imports;

import dev.squall.problem.Problem;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Steps;
import java.util.List;

/**
 * What was taken from a file.
 *
 * @param kind what the file is: {@code httpx}, {@code HAR}, {@code OpenAPI}, {@code Postman}
 * @param scenarios that can be planned as they are, save for a base that the file does not give and
 *     files that requests carry; none where nothing could be taken
 * @param leftOut what of the file is not in them, and what stands in them only until somebody
 *     changes it
 */
public record Taken(String kind, List<Scenario> scenarios, List<Problem> leftOut) {

  public Taken {
    scenarios = List.copyOf(scenarios);
    leftOut = List.copyOf(leftOut);
  }

  /** How many requests they send, each counted once. */
  public long steps() {
    return scenarios.stream()
        .flatMap(scenario -> Steps.all(scenario.steps()))
        .filter(Request.class::isInstance)
        .count();
  }

  /** One line for an echo: {@code HAR: 12 steps, 3 left out}. */
  @Override
  public String toString() {
    long steps = steps();
    return kind
        + ": "
        + steps
        + (steps == 1 ? " step" : " steps")
        + (leftOut.isEmpty() ? "" : ", " + leftOut.size() + " left out");
  }
}
