package dev.squall.sample;

import java.util.List;

/**
 * What the statistics know of a request step: its names, never the step itself.
 *
 * @param scenario the scenario it belongs to
 * @param name the row it is counted in
 * @param endpoint method and unexpanded path, {@code GET /products/${id}}
 * @param checks its checks in words, in the order of the bits of {@link Sample#failedChecks()}; at
 *     most 64
 */
public record StepInfo(String scenario, String name, String endpoint, List<String> checks) {
  public StepInfo {
    checks = List.copyOf(checks);
  }
}
