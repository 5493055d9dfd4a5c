package dev.squall.live;

import dev.squall.live.Families.Series;
import dev.squall.stats.Generator;
import dev.squall.stats.Results;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/** All metrics of a run, and those of the run as a whole. */
final class RunMetrics {
  private static final double MICROS = 1e6;
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private RunMetrics() {}

  static MetricSnapshots of(Results results, MetricNamespace namespace) {
    var families = new Families(namespace, runId(results));
    add(families, results);
    RequestMetrics.add(families, results);
    ScenarioMetrics.add(families, results);
    ConnectionMetrics.add(families, results);
    return families.all();
  }

  /** When it began, to the millisecond: the same while it runs and in its files. */
  static String runId(Results results) {
    return RUN_ID.format(results.info().started());
  }

  private static void add(Families to, Results results) {
    var info = results.info();
    to.gauge(
        "run_info",
        "1; its labels say what is run.",
        Stream.of(
            Series.of(
                1,
                "scenario",
                info.scenario(),
                "load",
                info.load(),
                "seed",
                String.valueOf(info.seed()))));
    to.gauge(
        "run_elapsed_seconds",
        "Time since the beginning, or the length of a run that ended.",
        results.totals().elapsedSeconds());
    var generator = results.generator();
    boolean running = generator.equals(Generator.RUNNING);
    var verdict = running ? "running" : generator.verdict().label();
    to.gauge(
        "run_verdict",
        "1 for the verdict that holds, 0 for the others: whether to believe the run.",
        Stream.of("running", "trusted", "suspect", "invalid")
            .map(label -> Series.of(label.equals(verdict) ? 1 : 0, "verdict", label)));
    to.gauge(
        "cpu_seconds_per_request",
        "CPU time of the load generator for each request; known at the end.",
        running ? Stream.empty() : Stream.of(Series.of(generator.cpuMicrosPerRequest() / MICROS)));
  }
}
