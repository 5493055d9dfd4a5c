package dev.squall.shop.truth;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The truth as {@code GET /practice/truth} answers it. */
public record TruthReport(long requests, SortedMap<String, RouteReport> routes) {

  public static TruthReport of(Truth truth) {
    var routes = new TreeMap<String, RouteReport>();
    truth
        .routes()
        .forEach((name, route) ->
            routes.put(
                name,
                new RouteReport(
                    route.requests(),
                    route.statuses(),
                    route.resets(),
                    ServiceTime.of(route.serviceTimes()))));
    return new TruthReport(truth.requests(), routes);
  }

  public record RouteReport(
      long requests, SortedMap<Integer, Long> statuses, long resets, ServiceTime serviceTimeUs) {}

  /** In microseconds; {@code histogram} is HdrHistogram's V2 compressed form in base64. */
  public record ServiceTime(
      long count,
      long min,
      double mean,
      long p50,
      long p75,
      long p90,
      long p95,
      long p99,
      long p999,
      long max,
      String histogram) {

    static ServiceTime of(Histogram times) {
      return new ServiceTime(
          times.getTotalCount(),
          times.getTotalCount() == 0 ? 0 : times.getMinValue(),
          times.getMean(),
          times.getValueAtPercentile(50),
          times.getValueAtPercentile(75),
          times.getValueAtPercentile(90),
          times.getValueAtPercentile(95),
          times.getValueAtPercentile(99),
          times.getValueAtPercentile(99.9),
          times.getMaxValue(),
          encoded(times));
    }

    private static String encoded(Histogram times) {
      var buffer = ByteBuffer.allocate(times.getNeededByteBufferCapacity());
      var length = times.encodeIntoCompressedByteBuffer(buffer);
      return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
  }
}
