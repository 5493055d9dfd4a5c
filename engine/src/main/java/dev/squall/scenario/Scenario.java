package dev.squall.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a virtual user does once per iteration.
 *
 * @param name its name in results
 * @param steps in order
 * @param base what relative paths stand on, unless the run says else
 * @param headers of every request that has none of that name
 * @param setup performed once before the load; its variables are every user's
 * @param teardown performed once after the load
 * @param feeds rows of data; each iteration takes one of each
 * @param pacing how far apart a closed load's user begins its iterations; without one, each begins
 *     when the one before ended
 * @param variables whose values are known beforehand
 */
public record Scenario(
    String name,
    List<Step> steps,
    Optional<String> base,
    List<Header> headers,
    List<Step> setup,
    List<Step> teardown,
    List<Feed> feeds,
    Optional<Duration> pacing,
    List<Given> variables)
    implements Workload {

  public Scenario {
    steps = List.copyOf(steps);
    headers = List.copyOf(headers);
    setup = List.copyOf(setup);
    teardown = List.copyOf(teardown);
    feeds = List.copyOf(feeds);
    variables = List.copyOf(variables);
  }

  /** One of nothing but steps. */
  public Scenario(String name, List<Step> steps, Optional<String> base) {
    this(
        name, steps, base, List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of());
  }

  /** The same scenario on a base URL. */
  public Scenario at(String url) {
    return new Scenario(
        name, steps, Optional.of(url), headers, setup, teardown, feeds, pacing, variables);
  }

  /**
   * With a header in every request that has none of that name; the value may hold variables, which
   * then have to be there for each of them.
   */
  public Scenario header(String header, String value) {
    var more = with(headers, List.of(new Header(header, new Template(value))));
    return new Scenario(name, steps, base, more, setup, teardown, feeds, pacing, variables);
  }

  /** With more steps performed once before the load, by a user of their own. */
  public Scenario setup(Step... more) {
    return new Scenario(
        name, steps, base, headers, with(setup, List.of(more)), teardown, feeds, pacing, variables);
  }

  /** With more steps performed once after the load; they see the variables of the setup. */
  public Scenario teardown(Step... more) {
    return new Scenario(
        name, steps, base, headers, setup, with(teardown, List.of(more)), feeds, pacing, variables);
  }

  /**
   * With rows of data, of which each iteration takes one: the columns are variables of its steps.
   */
  public Scenario feed(Feed rows) {
    return new Scenario(
        name, steps, base, headers, setup, teardown, with(feeds, List.of(rows)), pacing, variables);
  }

  /**
   * With a fixed cycle time: each user of a closed load begins an iteration on every so many
   * seconds. One that comes late because the one before took longer counts its response time from
   * when it should have begun.
   */
  public Scenario pacing(Duration cycle) {
    return new Scenario(
        name, steps, base, headers, setup, teardown, feeds, Optional.of(cycle), variables);
  }

  /**
   * With a variable of a given value, which may hold others; they get their values when this one is
   * used, so that {@code .variable("id", "user-${UUID}")} is another one each time.
   */
  public Scenario variable(String variable, String value) {
    var given = List.of(new Given(variable, new Template(value)));
    return new Scenario(
        name, steps, base, headers, setup, teardown, feeds, pacing, with(variables, given));
  }

  private static <T> List<T> with(List<T> list, List<T> more) {
    return Stream.concat(list.stream(), more.stream()).toList();
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
