package dev.squall.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a virtual user does once per iteration.
 *
 * @param name its name in results
 * @param steps in order
 * @param base what relative paths stand on, unless the run says else
 * @param headers of every request that has none of that name
 */
public record Scenario(String name, List<Step> steps, Optional<String> base, List<Header> headers) {
  public Scenario {
    steps = List.copyOf(steps);
    headers = List.copyOf(headers);
  }

  /** One without headers for all. */
  public Scenario(String name, List<Step> steps, Optional<String> base) {
    this(name, steps, base, List.of());
  }

  /** The same scenario on a base URL. */
  public Scenario at(String url) {
    return new Scenario(name, steps, Optional.of(url), headers);
  }

  /**
   * With a header in every request that has none of that name; the value may hold variables, which
   * then have to be there for each of them.
   */
  public Scenario header(String header, String value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(header, new Template(value)));
    return new Scenario(name, steps, base, more);
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
