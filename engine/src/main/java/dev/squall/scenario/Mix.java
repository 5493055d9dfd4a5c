package dev.squall.scenario;

import java.util.List;
import java.util.stream.Stream;

/**
 * Scenarios in shares under one load: which one an iteration performs is drawn when it begins, so
 * that a scenario of 5 % is 5 % of the iterations, however long each takes.
 *
 * @param name its name in results
 * @param shares the scenarios, each with its weight; shares are weights divided by their sum
 * @param setup performed once before the load, before each scenario's own; its variables are every
 *     scenario's
 * @param teardown performed once after the load, after each scenario's own
 * @param variables whose values are known beforehand, for the setup, the teardown and each scenario
 */
public record Mix(
    String name, List<Share> shares, List<Step> setup, List<Step> teardown, List<Given> variables)
    implements Workload {

  /**
   * A scenario and its weight.
   *
   * @param weight above zero; percentages, if they sum to 100
   */
  public record Share(double weight, Scenario scenario) {}

  public Mix {
    shares = List.copyOf(shares);
    setup = List.copyOf(setup);
    teardown = List.copyOf(teardown);
    variables = List.copyOf(variables);
  }

  /** One of nothing but scenarios. */
  public Mix(String name, List<Share> shares) {
    this(name, shares, List.of(), List.of(), List.of());
  }

  /** With more steps performed once before the load. */
  public Mix setup(Step... steps) {
    return new Mix(name, shares, with(setup, steps), teardown, variables);
  }

  /** With more steps performed once after the load. */
  public Mix teardown(Step... steps) {
    return new Mix(name, shares, setup, with(teardown, steps), variables);
  }

  /** The same mix with every scenario on this base URL. */
  public Mix at(String url) {
    var moved =
        shares.stream().map(share -> new Share(share.weight, share.scenario.at(url))).toList();
    return new Mix(name, moved, setup, teardown, variables);
  }

  /** With a variable of a given value, as a scenario's. */
  public Mix variable(String variable, String value) {
    var given = new Given(variable, new Template(value));
    return new Mix(
        name,
        shares,
        setup,
        teardown,
        Stream.concat(variables.stream(), Stream.of(given)).toList());
  }

  private static List<Step> with(List<Step> steps, Step... more) {
    return Stream.concat(steps.stream(), Stream.of(more)).toList();
  }

  @Override
  public String toString() {
    return "mix " + name + " " + shares.stream().map(share -> share.scenario.name()).toList();
  }
}
