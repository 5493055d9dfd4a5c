package dev.squall.sheet;

import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.HashSet;
import java.util.Set;

/** How a step is called where people read: with its scenario where two scenarios share its name. */
public final class StepLabels {
  private final Set<String> shared = new HashSet<>();

  /** For the steps of these results. */
  public StepLabels(Results results) {
    var seen = new HashSet<String>();
    // A step has one row for each scenario that has it.
    for (var step : results.steps()) {
      if (!seen.add(step.name())) {
        shared.add(step.name());
      }
    }
  }

  /** {@code login}, or {@code shopping:login}. */
  public String of(StepStats step) {
    return of(step.scenario(), step.name());
  }

  /** The same by names. */
  public String of(String scenario, String step) {
    return shared.contains(step) ? scenario + ":" + step : step;
  }
}
