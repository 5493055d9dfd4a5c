package dev.squall.stats;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the load generator itself fared, and whether its numbers can be believed.
 *
 * @param cpuSeconds CPU time of this process in seconds
 * @param cpuMicrosPerRequest CPU time in microseconds / requests; 0 without requests
 * @param gcPauseMs time in garbage collection in milliseconds
 * @param lateStart how late arrivals were released
 * @param schedulerLateness how late a virtual thread beside the users woke up
 * @param machineLateness how late a platform thread woke up
 * @param peakRssBytes the most memory this process held; 0 when unknown
 * @param verdict whether to believe the run
 * @param reasons why not, in words; empty when trusted
 */
public record Generator(
    double cpuSeconds,
    double cpuMicrosPerRequest,
    double gcPauseMs,
    Latencies lateStart,
    Latencies schedulerLateness,
    Latencies machineLateness,
    long peakRssBytes,
    Verdict verdict,
    List<String> reasons) {

  /** While the run is still going, nothing is judged. */
  public static final Generator RUNNING =
      new Generator(
          0,
          0,
          0,
          Latencies.NONE,
          Latencies.NONE,
          Latencies.NONE,
          0,
          Verdict.SUSPECT,
          List.of("the run has not ended"));

  public Generator {
    reasons = List.copyOf(reasons);
  }

  /** The same, not to be believed, for this reason before all others. */
  public Generator invalid(String reason) {
    var all = Stream.concat(Stream.of(reason), reasons.stream()).toList();
    return new Generator(
        cpuSeconds,
        cpuMicrosPerRequest,
        gcPauseMs,
        lateStart,
        schedulerLateness,
        machineLateness,
        peakRssBytes,
        Verdict.INVALID,
        all);
  }
}
