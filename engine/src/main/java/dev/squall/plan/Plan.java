package dev.squall.plan;

import dev.squall.load.Load;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Scenario;
import java.util.List;

/**
 * A scenario and a load, checked and compiled.
 *
 * @param scenario what was compiled
 * @param load how much of it
 * @param options how
 * @param steps the compiled steps
 * @param requests every request step in the order of the scenario
 * @param targets every host that is talked to
 * @param variables the names of the extracted variables, in the order of their slots
 * @param places how many places of draws there are
 */
public record Plan(
    Scenario scenario,
    Load load,
    Options options,
    List<Planned> steps,
    List<PlannedRequest> requests,
    List<TargetHost> targets,
    List<String> variables,
    int places) {

  /**
   * Checks and compiles.
   *
   * @throws ProblemException with everything that is wrong, when something is
   */
  public static Plan of(Scenario scenario, Load load, Options options) {
    return new PlanCompiler(scenario, load, options).compile();
  }
}
