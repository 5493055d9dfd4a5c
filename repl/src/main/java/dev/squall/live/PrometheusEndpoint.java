package dev.squall.live;

import dev.squall.stats.Results;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus scrapes while a run lasts and after it, until closed: as text, OpenMetrics or
 * protobuf, which alone carries the native histograms. Everything is computed when it is asked for.
 */
public final class PrometheusEndpoint implements AutoCloseable {
  private final HTTPServer server;
  private final String url;
  private volatile @Nullable Supplier<Results> results;

  private PrometheusEndpoint(ListenAddress at, MetricNamespace namespace) throws IOException {
    var registry = new PrometheusRegistry();
    MultiCollector collector = () -> collect(namespace);
    registry.register(collector);
    this.server =
        HTTPServer.builder()
            .inetAddress(at.address())
            .port(at.port())
            .registry(registry)
            .buildAndStart();
    this.url = at.url(server.getPort()) + "/metrics";
  }

  /**
   * Listens; there are no metrics before there is a run.
   *
   * @throws IOException when the port is taken or the address is not this machine's
   */
  public static PrometheusEndpoint open(ListenAddress at, MetricNamespace namespace)
      throws IOException {
    return new PrometheusEndpoint(at, namespace);
  }

  /** From now on it tells of this run. */
  public void show(Snapshots run) {
    this.results = run;
  }

  private MetricSnapshots collect(MetricNamespace namespace) {
    var source = results;
    return source == null ? new MetricSnapshots() : RunMetrics.of(source.get(), namespace);
  }

  /** What to scrape, {@code http://127.0.0.1:9090/metrics}. */
  public String url() {
    return url;
  }

  @Override
  public void close() {
    server.close();
  }
}
