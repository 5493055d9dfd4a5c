package dev.squall.shell.exports;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * What a text is made of.
 *
 * @param scenario with the environment's variables where its secrets were
 * @param load how much of it, if that was said
 * @param goals what would be good enough
 * @param secrets what is no longer in the scenario
 */
record Material(Scenario scenario, Optional<Load> load, List<Goal> goals, List<Secret> secrets) {
  Material {
    goals = List.copyOf(goals);
    secrets = List.copyOf(secrets);
  }
}
