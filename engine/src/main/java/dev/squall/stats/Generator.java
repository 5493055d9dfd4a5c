package dev.squall.stats;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the load generator itself fared, and whether its numbers can be believed.
 *
 * @param cpuSeconds CPU time of this process in seconds
 * @param cpuMicrosPerRequest CPU time in microseconds / requests; 0 without requests
 * @param gc pauses for garbage collection
 * @param safepoints whatever else the JVM stopped for is among these; empty where it does not tell
 * @param lateStart how late arrivals were released
 * @param schedulerLateness how late a virtual thread beside the users woke up
 * @param machineLateness how late a platform thread woke up
 * @param inFlight how many exchanges were on the wire at once, known in two ways
 * @param peakRssBytes the most memory this process held; 0 when unknown
 * @param verdict whether to believe the run
 * @param reasons why not, in words; empty when trusted
 */
public record Generator(
    double cpuSeconds,
    double cpuMicrosPerRequest,
    GcPauses gc,
    Optional<Safepoints> safepoints,
    Latencies lateStart,
    Latencies schedulerLateness,
    Latencies machineLateness,
    InFlight inFlight,
    long peakRssBytes,
    Verdict verdict,
    List<String> reasons) {

  /** While the run is still going, nothing is judged. */
  public static final Generator RUNNING =
      new Generator(
          0,
          0,
          GcPauses.NONE,
          Optional.empty(),
          Latencies.NONE,
          Latencies.NONE,
          Latencies.NONE,
          InFlight.NONE,
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
        gc,
        safepoints,
        lateStart,
        schedulerLateness,
        machineLateness,
        inFlight,
        peakRssBytes,
        Verdict.INVALID,
        all);
  }

  /**
   * Times when all threads stood still for a garbage collection.
   *
   * @param count how often
   * @param totalMs how long in all, in milliseconds
   * @param longestMs the longest one, in milliseconds
   */
  public record GcPauses(long count, double totalMs, double longestMs) {

    /** Not once. */
    public static final GcPauses NONE = new GcPauses(0, 0, 0);
  }

  /**
   * Times when all threads stood still for whatever reason of the JVM's, garbage collection
   * included.
   *
   * @param count how often
   * @param totalMs how long in all, waiting for the last thread included, in milliseconds
   */
  public record Safepoints(long count, double totalMs) {}

  /**
   * Exchanges in flight at once, on average over the run: looked at independently, and computed
   * from the recorded times by Little's law, L = λ·W (J. D. C. Little, "A Proof for the Queuing
   * Formula: L = λW", Operations Research 9 (1961), 383–387).
   *
   * @param sampled the mean of the samples; 0 without any
   * @param byLittlesLaw the service times of all exchanges / elapsed time
   * @param samples how often it was looked
   */
  public record InFlight(double sampled, double byLittlesLaw, long samples) {

    /** Nobody looked, and nothing happened. */
    public static final InFlight NONE = new InFlight(0, 0, 0);
  }
}
