package dev.squall.run;

import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a run may say more of this process than of the target. Pure judging, in words. */
final class Doubts {
  /** Lateness beyond this shows in a latency that people read in milliseconds. */
  private static final double LATE_MS = 10;

  /** One pause beyond this is a slow answer to everybody who waited for one. */
  private static final double PAUSE_MS = 50;

  /** Beyond this share of all processors a queue of our own is likely. */
  private static final double BUSY = 0.9;

  /** Beyond this share of the run, standing still shows in the percentiles. */
  private static final double STILL = 0.05;

  private final List<String> reasons = new ArrayList<>();

  private Doubts() {}

  /** Each reason to doubt what was measured meanwhile; empty where there is none. */
  static List<String> of(Vitals vitals) {
    var doubts = new Doubts();
    doubts.late(vitals);
    doubts.busy(vitals);
    doubts.still(vitals);
    doubts.contradicted(vitals.littlesLaw());
    return List.copyOf(doubts.reasons);
  }

  private void late(Vitals vitals) {
    double arrivals = p99(vitals.lateStart());
    if (arrivals > LATE_MS) {
      reasons.add(
          String.format(
              Locale.ROOT, "1 %% of the arrivals were released more than %.1f ms late", arrivals));
    }
    double machine = p99(vitals.machine());
    double scheduler = p99(vitals.scheduler());
    if (machine > LATE_MS) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "the machine paused: 1 %% of the wakings were more than %.1f ms late",
              machine));
    } else if (scheduler > LATE_MS) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "our own threads were full: 1 %% of the wakings were more than %.1f ms late",
              scheduler));
    }
  }

  private void busy(Vitals vitals) {
    double share = share(vitals.cpuSeconds(), vitals) / vitals.processors();
    if (share > BUSY) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "this process used %.0f %% of the %d processors",
              share * 100,
              vitals.processors()));
    }
  }

  /** What stands still for collecting is said as that, and only the rest as a stop. */
  private void still(Vitals vitals) {
    var gc = vitals.gc();
    double collecting = share(gc.totalMs() / 1e3, vitals);
    if (collecting > STILL) {
      reasons.add(
          String.format(
              Locale.ROOT, "%.0f %% of the time went into garbage collection", collecting * 100));
    }
    if (gc.longestMs() > PAUSE_MS) {
      reasons.add(
          String.format(
              Locale.ROOT, "a garbage collection stopped everything for %.0f ms", gc.longestMs()));
    }
    double other = vitals.safepoints().map(all -> all.totalMs() - gc.totalMs()).orElse(0.0);
    double stopped = share(other / 1e3, vitals);
    if (stopped > STILL) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "the JVM stopped everything for %.0f %% of the time, and not to collect garbage",
              stopped * 100));
    }
  }

  private void contradicted(LittlesLaw law) {
    if (!law.holds()) {
      var inFlight = law.inFlight();
      reasons.add(
          String.format(
              Locale.ROOT,
              "in-flight samples say %.1f requests at once, the recorded times %.1f",
              inFlight.sampled(),
              inFlight.byLittlesLaw()));
    }
  }

  private static double share(double seconds, Vitals vitals) {
    return vitals.elapsedSeconds() > 0 ? seconds / vitals.elapsedSeconds() : 0;
  }

  private static double p99(Latencies times) {
    return switch (times.percentile(99)) {
      case Estimate.Exact(var ms) -> ms;
      case Estimate.AtLeast(var ms) -> ms;
      case Estimate.None() -> 0;
    };
  }
}
