package dev.squall.plan;

import dev.squall.draw.Draws;
import dev.squall.load.Load;
import dev.squall.problem.ProblemException;
import dev.squall.sample.StepInfo;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import java.util.List;

/**
 * A workload and a load, checked and compiled.
 *
 * @param workload what was compiled
 * @param load how much of it
 * @param options how
 * @param scenarios the compiled scenarios: one, or those of a mix
 * @param setup performed once before the load and before the scenarios' own
 * @param teardown performed once after the load and after the scenarios' own
 * @param infos every step that has a row in the statistics, in the order of the scenarios
 * @param requests every request step among them
 * @param targets every host that is talked to
 * @param variables the names of the variables, in the order of their slots
 * @param places how many places of draws there are
 */
public record Plan(
    Workload workload,
    Load load,
    Options options,
    List<PlannedScenario> scenarios,
    List<Planned> setup,
    List<Planned> teardown,
    List<StepInfo> infos,
    List<PlannedRequest> requests,
    List<TargetHost> targets,
    List<String> variables,
    int places) {

  /**
   * Checks and compiles.
   *
   * @throws ProblemException with everything that is wrong, when something is
   */
  public static Plan of(Workload workload, Load load, Options options) {
    return new PlanCompiler(workload, load, options).compile();
  }

  /** The address that relative paths stand on; of several the first, empty where there is none. */
  public String base() {
    var ofWorkload =
        switch (workload) {
          case Scenario scenario -> scenario.base();
          case Mix mix -> mix.shares().stream().findFirst().flatMap(each -> each.scenario().base());
        };
    return options.base().or(() -> ofWorkload).orElse("");
  }

  /** The number of the scenario that an iteration performs. */
  public int scenarioOf(long iteration) {
    if (scenarios.size() == 1) {
      return 0;
    }
    double draw = Draws.share(Draws.bits(options.seed(), iteration, Draws.MIX, 0));
    int scenario = 0;
    while (draw >= scenarios.get(scenario).upTo()) {
      scenario++;
    }
    return scenario;
  }

  /** How many iterations there is data for; any number where no feed ends. */
  public long mostIterations() {
    return scenarios.stream()
        .flatMap(scenario -> scenario.feeds().stream())
        .mapToLong(feed -> feed.rows().mostIterations().orElse(Long.MAX_VALUE))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** How many users there is data for; any number where no feed gives each its own row. */
  public long mostUsers() {
    return scenarios.stream()
        .flatMap(scenario -> scenario.feeds().stream())
        .mapToLong(feed -> feed.rows().mostUsers().orElse(Long.MAX_VALUE))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Whether anything is performed before the load. */
  public boolean hasSetup() {
    return !setup.isEmpty() || scenarios.stream().anyMatch(each -> !each.setup().isEmpty());
  }

  /** Whether anything is performed after the load. */
  public boolean hasTeardown() {
    return !teardown.isEmpty() || scenarios.stream().anyMatch(each -> !each.teardown().isEmpty());
  }
}
