package dev.squall.run;

import dev.squall.http.FailureKind;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Estimate;
import dev.squall.stats.Generator;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Watches this process from the run's start to its end and says whether its numbers can be
 * believed.
 */
final class Health implements AutoCloseable {
  /** Lateness beyond this shows in a latency that people read in milliseconds. */
  private static final double LATE_MS = 10;

  /** Beyond this share of all processors a queue of our own is likely. */
  private static final double BUSY = 0.9;

  /** Beyond this share of the run, collections show in the percentiles. */
  private static final double COLLECTING = 0.05;

  private static final String NO_PORTS = FailureKind.NO_LOCAL_PORTS.label();

  private final Canary canary = new Canary();
  private final long cpuFrom = cpuNanos();
  private final long gcFrom = gcMillis();
  private long cpuTo = cpuFrom;
  private long gcTo = gcFrom;

  /** From now on this is done each time the users' scheduler lets others wait. */
  void relievedBy(Runnable measure) {
    canary.relievedBy(measure);
  }

  /** The run is over: what summing it up costs is not the run's. */
  void end() {
    cpuTo = cpuNanos();
    gcTo = gcMillis();
  }

  /**
   * What happened to the generator since the start, judged with the results it belongs to.
   *
   * @param localAddresses how many connections were bound to in turn; 0 for the kernel's choice
   */
  Generator judge(Results results, Latencies lateStart, int localAddresses) {
    double cpuSeconds = (cpuTo - cpuFrom) / 1e9;
    double gcMs = gcTo - gcFrom;
    long requests = results.totals().requests();
    double elapsed = results.totals().elapsedSeconds();
    var scheduler = canary.scheduler().latencies();
    var machine = canary.machine().latencies();
    var fatal = fatal(results, localAddresses);
    var doubts = doubts(lateStart, scheduler, machine, cpuSeconds / elapsed, gcMs / 1e3 / elapsed);
    var reasons = new ArrayList<>(fatal);
    reasons.addAll(doubts);
    var verdict =
        !fatal.isEmpty() ? Verdict.INVALID : doubts.isEmpty() ? Verdict.TRUSTED : Verdict.SUSPECT;
    return new Generator(
        cpuSeconds,
        requests == 0 ? 0 : cpuSeconds * 1e6 / requests,
        gcMs,
        lateStart,
        scheduler,
        machine,
        peakRssBytes(),
        verdict,
        reasons);
  }

  private static List<String> fatal(Results results, int localAddresses) {
    var reasons = new ArrayList<String>();
    if (results.totals().requests() == 0) {
      reasons.add("no request ended");
    }
    var own = Set.of(NO_PORTS, FailureKind.NO_DESCRIPTORS.label());
    results.errors().stream()
        .filter(error -> own.contains(error.kind()))
        .map(ErrorStats::kind)
        .distinct()
        .forEach(kind -> reasons.add("this machine ran out of its own means: " + kind));
    if (results.errors().stream().anyMatch(error -> error.kind().equals(NO_PORTS))) {
      OwnMeans.now()
          .waitingPorts(results.connections().openedPerSecond(), localAddresses)
          .ifPresent(reasons::add);
    }
    return reasons;
  }

  private static List<String> doubts(
      Latencies lateStart,
      Latencies scheduler,
      Latencies machine,
      double cores,
      double collecting) {
    var reasons = new ArrayList<String>();
    double late = ms(lateStart.percentile(99));
    if (late > LATE_MS) {
      reasons.add(
          String.format(
              Locale.ROOT, "1 %% of the arrivals were released more than %.1f ms late", late));
    }
    double schedulerLate = ms(scheduler.percentile(99));
    double machineLate = ms(machine.percentile(99));
    if (machineLate > LATE_MS) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "the machine paused: 1 %% of the wakings were more than %.1f ms late",
              machineLate));
    } else if (schedulerLate > LATE_MS) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "our own threads were full: 1 %% of the wakings were more than %.1f ms late",
              schedulerLate));
    }
    int processors = Runtime.getRuntime().availableProcessors();
    if (cores > BUSY * processors) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "this process used %.0f %% of the %d processors",
              cores * 100 / processors,
              processors));
    }
    if (collecting > COLLECTING) {
      reasons.add(
          String.format(
              Locale.ROOT, "%.0f %% of the time went into garbage collection", collecting * 100));
    }
    return reasons;
  }

  private static double ms(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> ms;
      case Estimate.AtLeast(var ms) -> ms;
      case Estimate.None() -> 0;
    };
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static long gcMillis() {
    long millis = 0;
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      millis += Math.max(0, collector.getCollectionTime());
    }
    return millis;
  }

  /** The high-water mark that Linux keeps; 0 elsewhere. */
  private static long peakRssBytes() {
    var status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kib -> Long.parseLong(kib) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    canary.close();
  }
}
