package dev.squall.stats;

import java.util.Comparator;
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
 * @param stalls the longest times in which it did not do what was due, in the order of time; at
 *     most 100, none shorter than 10 ms
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
    List<String> reasons,
    List<Stall> stalls) {

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
    stalls = List.copyOf(stalls);
  }

  /** One that never stalled. */
  public Generator(
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
    this(
        cpuSeconds,
        cpuMicrosPerRequest,
        gc,
        safepoints,
        lateStart,
        schedulerLateness,
        machineLateness,
        inFlight,
        peakRssBytes,
        verdict,
        reasons,
        List.of());
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
        all,
        stalls);
  }

  /** The generators of two runs side by side, which lasted so many seconds each. */
  Generator plus(Generator other, double seconds, double otherSeconds) {
    var worse = verdict.compareTo(other.verdict) >= 0 ? verdict : other.verdict;
    double millions = millions() + other.millions();
    return new Generator(
        cpuSeconds + other.cpuSeconds,
        millions > 0 ? (cpuSeconds + other.cpuSeconds) / millions : 0,
        gc.plus(other.gc),
        safepoints.flatMap(mine -> other.safepoints.map(mine::plus)),
        lateStart.plus(other.lateStart),
        schedulerLateness.plus(other.schedulerLateness),
        machineLateness.plus(other.machineLateness),
        inFlight.plus(other.inFlight, seconds, otherSeconds),
        Math.max(peakRssBytes, other.peakRssBytes),
        worse,
        Stream.concat(reasons.stream(), other.reasons.stream()).distinct().toList(),
        Stream.concat(stalls.stream(), other.stalls.stream())
            .sorted(Comparator.comparingDouble(Stall::fromSeconds))
            .toList());
  }

  /** Millions of requests, as the CPU time of each says. */
  private double millions() {
    return cpuMicrosPerRequest > 0 ? cpuSeconds / cpuMicrosPerRequest : 0;
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

    GcPauses plus(GcPauses other) {
      return new GcPauses(
          count + other.count, totalMs + other.totalMs, Math.max(longestMs, other.longestMs));
    }
  }

  /**
   * Times when all threads stood still for whatever reason of the JVM's, garbage collection
   * included.
   *
   * @param count how often
   * @param totalMs how long in all, waiting for the last thread included, in milliseconds
   */
  public record Safepoints(long count, double totalMs) {
    Safepoints plus(Safepoints other) {
      return new Safepoints(count + other.count, totalMs + other.totalMs);
    }
  }

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

    InFlight plus(InFlight other, double seconds, double otherSeconds) {
      double all = Math.max(seconds, otherSeconds);
      return all > 0
          ? new InFlight(
              (sampled * seconds + other.sampled * otherSeconds) / all,
              (byLittlesLaw * seconds + other.byLittlesLaw * otherSeconds) / all,
              samples + other.samples)
          : NONE;
    }
  }
}
