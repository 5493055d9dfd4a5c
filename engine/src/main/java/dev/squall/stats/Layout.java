package dev.squall.stats;

import dev.squall.sample.StepInfo;
import java.util.List;

/**
 * The axes of a matrix beside time: first the steps, each with its outcome classes, then the
 * scenarios with their iterations.
 */
// The ordinal is the place of a class in the matrix.
@SuppressWarnings("EnumOrdinal")
record Layout(List<String> scenarios, List<StepInfo> steps) {
  private static final int CLASSES = OutcomeClass.values().length;

  Layout {
    scenarios = List.copyOf(scenarios);
    steps = List.copyOf(steps);
    for (var step : steps) {
      // What a mix performs once belongs to none of its scenarios.
      if (step.role() != StepInfo.Role.OUTSIDE && !scenarios.contains(step.scenario())) {
        throw new IllegalArgumentException("step of an unknown scenario: " + step);
      }
    }
  }

  int cells() {
    return steps.size() * CLASSES + scenarios.size();
  }

  int requests(int step, OutcomeClass outcome) {
    return step * CLASSES + outcome.ordinal();
  }

  int iterations(int scenario) {
    return steps.size() * CLASSES + scenario;
  }
}
