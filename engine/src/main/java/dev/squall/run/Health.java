package dev.squall.run;

import dev.squall.http.FailureKind;
import dev.squall.http.Wire;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Generator;
import dev.squall.stats.Generator.GcPauses;
import dev.squall.stats.Generator.Safepoints;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.Stall;
import dev.squall.stats.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Watches this process from the run's start to its end and says whether its numbers can be
 * believed.
 */
final class Health implements AutoCloseable {
  private static final double PERIOD_SECONDS = Canary.PERIOD_NANOS / 1e9;
  private static final String NO_PORTS = FailureKind.NO_LOCAL_PORTS.label();
  private static final Set<String> OWN = Set.of(NO_PORTS, FailureKind.NO_DESCRIPTORS.label());

  private Canary canary = new Canary(System.nanoTime());
  private GcWatch gcWatch = new GcWatch();
  private Optional<Safepoints> safepointsFrom = SafepointClock.now();
  private long cpuFrom = cpuNanos();
  private InFlightSamples samples = new InFlightSamples(() -> 0);
  private long cpuTo = cpuFrom;
  private GcPauses gc = GcPauses.NONE;
  private Latencies scheduler = Latencies.NONE;
  private Latencies machine = Latencies.NONE;
  private List<Stall> stalls = List.of();
  private Optional<Safepoints> safepoints = Optional.empty();

  /**
   * T0 has come: from now on the exchanges of this wire are looked at. What the setup cost, and how
   * late anything was meanwhile, is not the load's.
   *
   * @param t0 as {@link System#nanoTime}
   */
  void begin(Wire wire, long t0) {
    close();
    canary = new Canary(t0);
    gcWatch = new GcWatch();
    safepointsFrom = SafepointClock.now();
    cpuFrom = cpuNanos();
    samples = new InFlightSamples(() -> wire.counts().active());
    canary.relievedBy(wire::letOthersIn);
    canary.looks(samples::look);
  }

  /** The run is over: what its teardown does and what summing it up costs is not the load's. */
  void end() {
    samples.end();
    cpuTo = cpuNanos();
    gc = gcWatch.pauses();
    scheduler = canary.scheduler().latencies();
    machine = canary.machine().latencies();
    stalls = canary.stalls().all();
    safepoints = SafepointClock.between(safepointsFrom, SafepointClock.now());
  }

  /**
   * What happened to the generator since the start, judged with the results it belongs to.
   *
   * @param localAddresses how many connections were bound to in turn; 0 for the kernel's choice
   */
  Generator judge(Results results, Latencies lateStart, int localAddresses) {
    var vitals = vitals(results, lateStart);
    var fatal = fatal(results, localAddresses);
    var doubts = Doubts.of(vitals);
    var reasons = new ArrayList<>(fatal);
    reasons.addAll(doubts);
    long requests = results.totals().requests();
    return new Generator(
        vitals.cpuSeconds(),
        requests == 0 ? 0 : vitals.cpuSeconds() * 1e6 / requests,
        vitals.gc(),
        vitals.safepoints(),
        vitals.lateStart(),
        vitals.scheduler(),
        vitals.machine(),
        vitals.littlesLaw().inFlight(),
        peakRssBytes(),
        !fatal.isEmpty() ? Verdict.INVALID : doubts.isEmpty() ? Verdict.TRUSTED : Verdict.SUSPECT,
        reasons,
        stalls);
  }

  private Vitals vitals(Results results, Latencies lateStart) {
    var totals = results.totals();
    return new Vitals(
        totals.elapsedSeconds(),
        (cpuTo - cpuFrom) / 1e9,
        Runtime.getRuntime().availableProcessors(),
        gc,
        safepoints,
        lateStart,
        scheduler,
        machine,
        new LittlesLaw(
            samples.seen(),
            PERIOD_SECONDS,
            totals.inFlightSeconds(),
            totals.elapsedSeconds(),
            results.connections().totals().peakActive()));
  }

  /** Why a run says nothing at all of the target. */
  static List<String> fatal(Results results, int localAddresses) {
    var reasons = new ArrayList<String>();
    if (results.totals().requests() == 0) {
      reasons.add("no request ended");
    }
    results.errors().stream()
        .map(ErrorStats::kind)
        .filter(OWN::contains)
        .distinct()
        .forEach(kind -> reasons.add("this machine ran out of its own means: " + kind));
    if (results.errors().stream().anyMatch(error -> error.kind().equals(NO_PORTS))) {
      OwnMeans.now()
          .waitingPorts(results.connections().openedPerSecond(), localAddresses)
          .ifPresent(reasons::add);
    }
    return reasons;
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
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
    gcWatch.close();
  }
}
