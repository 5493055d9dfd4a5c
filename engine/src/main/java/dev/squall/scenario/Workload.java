package dev.squall.scenario;

/** What a load is made of: one scenario, or several in shares. */
public sealed interface Workload permits Scenario, Mix {

  /** Its name in results. */
  String name();
}
