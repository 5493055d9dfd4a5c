package dev.squall.shop.routes;

import dev.squall.shop.web.Route;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collection;
import org.HdrHistogram.Histogram;

/** The tallies of the routes as Prometheus' metrics. */
final class Metrics {

  private static final double MICROS = 1e6;

  private static final double[] SECONDS = {
    .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, Double.POSITIVE_INFINITY
  };

  private Metrics() {}

  /** Routes that nobody asked for are left out. */
  static MetricSnapshots of(Collection<Route> routes, double uptimeSeconds) {
    var requests =
        CounterSnapshot.builder().name("http_requests").help("Requests answered, by status.");
    var resets =
        CounterSnapshot.builder()
            .name("http_resets")
            .help("Requests whose connection was reset on purpose instead of an answer.");
    var durations =
        HistogramSnapshot.builder()
            .name("http_request_duration_seconds")
            .help("From the end of a request's headers to the start of its answer.");
    for (var route : routes) {
      if (route.tally().requests() > 0) {
        var truth = route.tally().truth();
        var labels = labels(route);
        truth
            .statuses()
            .forEach((status, count) ->
                requests.dataPoint(count(labels.add("status", status.toString()), count)));
        resets.dataPoint(count(labels, truth.resets()));
        durations.dataPoint(duration(labels, truth.serviceTimes()));
      }
    }
    var uptime =
        GaugeSnapshot.builder()
            .name("shop_uptime_seconds")
            .help("Since the shop started.")
            .dataPoint(GaugeDataPointSnapshot.builder().value(uptimeSeconds).build());
    return MetricSnapshots.of(requests.build(), resets.build(), durations.build(), uptime.build());
  }

  private static Labels labels(Route route) {
    // To Prometheus an empty label is none at all: what no route takes has any method.
    var method = route.method().isEmpty() ? "any" : route.method();
    return Labels.of("method", method, "path", route.template());
  }

  private static CounterDataPointSnapshot count(Labels labels, long count) {
    return CounterDataPointSnapshot.builder().labels(labels).value((double) count).build();
  }

  /**
   * Within the three significant digits of the shop's histograms: a time that is nearer than that
   * to the bound of a bucket may be on its other side.
   */
  private static HistogramDataPointSnapshot duration(Labels labels, Histogram micros) {
    var counts = new long[SECONDS.length];
    var sum = 0.0;
    var bucket = 0;
    for (var recorded : micros.recordedValues()) {
      var seconds = micros.medianEquivalentValue(recorded.getValueIteratedTo()) / MICROS;
      while (seconds > SECONDS[bucket]) {
        bucket++;
      }
      counts[bucket] += recorded.getCountAddedInThisIterationStep();
      sum += seconds * recorded.getCountAddedInThisIterationStep();
    }
    return HistogramDataPointSnapshot.builder()
        .labels(labels)
        .classicHistogramBuckets(ClassicHistogramBuckets.of(SECONDS, counts))
        .sum(sum)
        .build();
  }
}
