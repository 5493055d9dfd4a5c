package dev.squall.live;

import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.stream.Stream;

/** Metrics that are put together: one namespace, and the run's id on every series. */
final class Families {
  private static final double MILLIS = 1000;

  private final MetricNamespace namespace;
  private final Labels run;
  private final MetricSnapshots.Builder all = MetricSnapshots.builder();

  Families(MetricNamespace namespace, String runId) {
    this.namespace = namespace;
    this.run = Labels.of("run_id", runId);
  }

  /**
   * A series of a counter or a gauge.
   *
   * @param labels names and values in turn
   */
  record Series(double value, List<String> labels) {
    static Series of(double value, String... labels) {
      return new Series(value, List.of(labels));
    }

    /** A count; exact up to 2⁵³, as all of Prometheus is. */
    static Series of(long count, String... labels) {
      return new Series((double) count, List.of(labels));
    }
  }

  /**
   * A series of a histogram.
   *
   * @param labels names and values in turn
   */
  record Times(Latencies latencies, List<String> labels) {
    static Times of(Latencies latencies, String... labels) {
      return new Times(latencies, List.of(labels));
    }
  }

  /** A counter; its name is written with {@code _total}. */
  void counter(String name, String help, Stream<Series> series) {
    var family = CounterSnapshot.builder().name(namespace.of(name)).help(help);
    series.forEach(one ->
        family.dataPoint(new CounterDataPointSnapshot(one.value(), labels(one.labels()), null, 0)));
    all.metricSnapshot(family.build());
  }

  void counter(String name, String help, long count) {
    counter(name, help, Stream.of(Series.of(count)));
  }

  void gauge(String name, String help, Stream<Series> series) {
    var family = GaugeSnapshot.builder().name(namespace.of(name)).help(help);
    series.forEach(one ->
        family.dataPoint(new GaugeDataPointSnapshot(one.value(), labels(one.labels()), null)));
    all.metricSnapshot(family.build());
  }

  void gauge(String name, String help, double value) {
    gauge(name, help, Stream.of(Series.of(value)));
  }

  void gauge(String name, String help, long count) {
    gauge(name, help, Stream.of(Series.of(count)));
  }

  void histogram(String name, String help, Stream<Times> series) {
    var family = HistogramSnapshot.builder().name(namespace.of(name)).help(help);
    series.forEach(one -> family.dataPoint(Distribution.of(one.latencies(), labels(one.labels()))));
    all.metricSnapshot(family.build());
  }

  /**
   * Percentiles as a report prints them; a bound says that it is one, what is unknown is absent.
   */
  void percentiles(String name, String help, Stream<Times> series) {
    gauge(
        name,
        help,
        series.flatMap(
            one -> Stream.of(50.0, 95.0, 99.0).flatMap(percentile -> percentile(one, percentile))));
  }

  private static Stream<Series> percentile(Times times, double percentile) {
    return switch (times.latencies().percentile(percentile)) {
      case Estimate.Exact(var ms) -> Stream.of(percentile(times, percentile, ms, "exact"));
      case Estimate.AtLeast(var ms) -> Stream.of(percentile(times, percentile, ms, "at_least"));
      case Estimate.None() -> Stream.empty();
    };
  }

  private static Series percentile(Times times, double percentile, double ms, String bound) {
    return new Series(
        ms / MILLIS,
        Stream.concat(
                times.labels().stream(),
                Stream.of("percentile", "p" + (int) percentile, "bound", bound))
            .toList());
  }

  private Labels labels(List<String> namesAndValues) {
    return run.merge(Labels.of(namesAndValues.toArray(String[]::new)));
  }

  MetricSnapshots all() {
    return all.build();
  }
}
