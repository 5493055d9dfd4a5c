package dev.squall.run;

import dev.squall.plan.Plan;
import dev.squall.plan.PlannedScenario;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.stats.Exemplar;
import java.util.List;

/**
 * One pass through a scenario, and everything that decides its draws and its row of data.
 *
 * @param scenario by its number in the plan
 * @param iteration its index
 * @param number the user's own number of it, from 1
 * @param user the virtual user's number
 */
record Round(int scenario, long iteration, long number, int user) {

  /** The first one of a load. */
  static Round first(Plan plan) {
    return new Round(plan.scenarioOf(0), 0, 1, 1);
  }

  /**
   * A finished run's, again.
   *
   * @throws ProblemException when the plan has no scenario of that name
   */
  static Round again(Plan plan, Exemplar arrival) {
    var names = plan.scenarios().stream().map(PlannedScenario::name).toList();
    int scenario = names.indexOf(arrival.scenario());
    if (scenario < 0) {
      throw new ProblemException(
          List.of(
              new Problem(
                  Position.in("replay"),
                  "there is no scenario " + arrival.scenario() + " to perform again",
                  "give the one that was run; here is " + String.join(", ", names))));
    }
    return new Round(scenario, arrival.iteration(), arrival.round(), arrival.user());
  }
}
