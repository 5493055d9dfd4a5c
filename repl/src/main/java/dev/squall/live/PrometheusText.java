package dev.squall.live;

import dev.squall.stats.Results;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Results in Prometheus's text format: the names and the values that are scraped from a run. */
public final class PrometheusText {
  private static final PrometheusTextFormatWriter WRITER =
      PrometheusTextFormatWriter.builder().setIncludeCreatedTimestamps(false).build();

  private PrometheusText() {}

  /** Format 0.0.4, UTF-8; histograms are classic ones. */
  public static String of(Results results) {
    return of(results, MetricNamespace.USUAL);
  }

  /** The same with names that begin otherwise. */
  public static String of(Results results, MetricNamespace namespace) {
    var bytes = new ByteArrayOutputStream();
    try {
      WRITER.write(bytes, RunMetrics.of(results, namespace), EscapingScheme.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
