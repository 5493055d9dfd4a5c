package dev.squall.sheet;

import dev.squall.stats.Results;
import java.time.temporal.ChronoUnit;

/** How it was measured. */
final class GeneratorSheet {
  private GeneratorSheet() {}

  static Sheet sheet(Results results) {
    var generator = results.generator();
    var info = results.info();
    var elapsed = results.totals().elapsedSeconds();
    var facts =
        new Facts()
            .words("verdict", generator.verdict().label())
            .words("why", String.join("; ", generator.reasons()))
            .words("scenario", info.scenario())
            .words("load", info.load())
            .words("base", info.base())
            .words("started", info.started().truncatedTo(ChronoUnit.MILLIS).toString())
            // A seed is a name: rounded, it would be another one.
            .words("seed", Long.toString(info.seed()))
            .figure("duration", elapsed, Unit.SECONDS)
            .figure("CPU time", generator.cpuSeconds(), Unit.SECONDS)
            .figure("CPU a request", generator.cpuMicrosPerRequest() / 1000, Unit.MILLISECONDS)
            .count("pauses of the collector", generator.gc().count())
            .figure("pauses of the collector, in all", generator.gc().totalMs(), Unit.MILLISECONDS)
            .figure("longest pause", generator.gc().longestMs(), Unit.MILLISECONDS);
    generator
        .safepoints()
        .ifPresent(all ->
            facts
                .count("safepoints", all.count())
                .figure("safepoints, in all", all.totalMs(), Unit.MILLISECONDS));
    return facts
        .times("late start", generator.lateStart())
        .times("scheduler lateness", generator.schedulerLateness())
        .times("machine lateness", generator.machineLateness())
        .figure("in flight, as sampled", generator.inFlight().sampled(), Unit.NONE)
        .figure("in flight, by Little's law", generator.inFlight().byLittlesLaw(), Unit.NONE)
        .bytes("peak memory", generator.peakRssBytes())
        .sheet("How it was measured");
  }
}
