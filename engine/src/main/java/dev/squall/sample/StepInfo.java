package dev.squall.sample;

import java.util.List;

/**
 * What the statistics know of a step: its names, never the step itself.
 *
 * @param role what it does in a run
 * @param scenario the scenario it belongs to
 * @param name the row it is counted in
 * @param endpoint method and unexpanded path, {@code GET /products/${id}}; empty for a step that
 *     sends nothing
 * @param checks its checks in words, in the order of the bits of {@link Sample#failedChecks()}; at
 *     most 64
 * @param captures what it takes from each answer
 */
public record StepInfo(
    Role role,
    String scenario,
    String name,
    String endpoint,
    List<String> checks,
    List<Captured> captures) {

  /**
   * A variable that gets its value from an answer.
   *
   * @param variable its name
   * @param extractor where its value is looked for, in words
   * @param secret whether nobody may see the value
   */
  public record Captured(String variable, String extractor, boolean secret) {}

  /** What a step does in a run. */
  public enum Role {
    /** A request of an iteration. */
    REQUEST,
    /** A request that is performed once, before or after the load: in no latency and no count. */
    OUTSIDE,
    /** A step of an iteration that sends nothing and may fail all the same. */
    LOCAL
  }

  public StepInfo {
    checks = List.copyOf(checks);
    captures = List.copyOf(captures);
  }

  /** A step that takes nothing from its answers. */
  public StepInfo(Role role, String scenario, String name, String endpoint, List<String> checks) {
    this(role, scenario, name, endpoint, checks, List.of());
  }

  /** A request of an iteration. */
  public StepInfo(String scenario, String name, String endpoint, List<String> checks) {
    this(Role.REQUEST, scenario, name, endpoint, checks);
  }
}
