package dev.squall.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a virtual user does once per iteration.
 *
 * @param name its name in results
 * @param steps in order
 * @param base what relative paths stand on, unless the run says else
 */
public record Scenario(String name, List<Step> steps, Optional<String> base) {
  public Scenario {
    steps = List.copyOf(steps);
  }

  /** The same scenario on a base URL. */
  public Scenario at(String url) {
    return new Scenario(name, steps, Optional.of(url));
  }

  /** One line for an echo. */
  @Override
  public String toString() {
    return "scenario "
        + name
        + " ("
        + steps.size()
        + (steps.size() == 1 ? " step" : " steps")
        + base.map(url -> " at " + url).orElse("")
        + ")";
  }
}
