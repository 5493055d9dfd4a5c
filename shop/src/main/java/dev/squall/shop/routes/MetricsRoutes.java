package dev.squall.shop.routes;

import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Body;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Route;
import dev.squall.shop.web.Routes;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;

/**
 * {@code /metrics}: what was counted and measured so far, in Prometheus' text format 0.0.4. It is
 * made from the tallies of the truth when somebody asks; no request pays for it.
 */
public final class MetricsRoutes {

  private static final HttpField TYPE = Answer.type(PrometheusTextFormatWriter.CONTENT_TYPE);

  private final Supplier<Collection<Route>> counted;
  private final long startedNanos = System.nanoTime();

  private MetricsRoutes(Supplier<Collection<Route>> counted) {
    this.counted = counted;
  }

  /**
   * Adds it.
   *
   * @param counted the routes whose tallies are shown
   */
  public static void add(Routes routes, Supplier<Collection<Route>> counted) {
    routes.open("GET", "/metrics", new MetricsRoutes(counted)::metrics);
  }

  private Answer metrics(Call call) {
    var snapshots = Metrics.of(counted.get(), (System.nanoTime() - startedNanos) / 1e9);
    var text = new ByteArrayOutputStream(16 * 1024);
    try {
      PrometheusTextFormatWriter.create().write(text, snapshots);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.of(200, TYPE, new Body.Whole(text.toByteArray()));
  }
}
