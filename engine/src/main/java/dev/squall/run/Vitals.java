package dev.squall.run;

import dev.squall.stats.Generator.GcPauses;
import dev.squall.stats.Generator.Safepoints;
import dev.squall.stats.Latencies;
import java.util.Optional;

/**
 * What was measured of this process during a run, before anybody judges it.
 *
 * @param elapsedSeconds from T0 to the end
 * @param cpuSeconds CPU time of all threads
 * @param processors how many this process may use
 * @param gc pauses for garbage collection
 * @param safepoints all stops of the JVM; empty where it does not tell
 * @param lateStart how late arrivals were released
 * @param scheduler how late a virtual thread woke up
 * @param machine how late a platform thread woke up
 * @param littlesLaw the exchanges in flight, seen and computed
 */
record Vitals(
    double elapsedSeconds,
    double cpuSeconds,
    int processors,
    GcPauses gc,
    Optional<Safepoints> safepoints,
    Latencies lateStart,
    Latencies scheduler,
    Latencies machine,
    LittlesLaw littlesLaw) {}
