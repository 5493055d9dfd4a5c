package dev.squall.plan;

import java.util.List;

/**
 * A compiled scenario of a plan.
 *
 * @param name its name in results
 * @param upTo its iterations are those whose draw lies below this and not below the one before; 1
 *     for the last one or the only one
 * @param setup performed once before the load
 * @param steps performed once per iteration
 * @param teardown performed once after the load
 * @param feeds what gives its iterations rows of data
 * @param pacingNanos how far apart a closed load's user begins its iterations; 0 for no pacing
 */
public record PlannedScenario(
    String name,
    double upTo,
    List<Planned> setup,
    List<Planned> steps,
    List<Planned> teardown,
    List<PlannedFeed> feeds,
    long pacingNanos) {}
