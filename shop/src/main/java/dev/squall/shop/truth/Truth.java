package dev.squall.shop.truth;

import java.util.SortedMap;
import org.HdrHistogram.Histogram;

/**
 * What the server itself counted and measured, to hold a client's figures against. {@code
 * /practice/*} is not in it.
 *
 * @param requests all that arrived, answered or not
 * @param routes by method and path template, such as {@code GET /products/{id}}; requests that no
 *     route takes are under {@code unmatched}; routes that nobody asked for are left out
 */
public record Truth(long requests, SortedMap<String, RouteTruth> routes) {

  /**
   * One route.
   *
   * @param requests those that arrived, answered or not
   * @param statuses how many answers had which status
   * @param resets those whose connection was reset on purpose
   * @param serviceTimes of those answered, in microseconds, three significant digits: from the end
   *     of the request's headers to the start of the answer, freeze, queue and latency included;
   *     the same numbers as in {@code X-Service-Time-Us}
   */
  public record RouteTruth(
      long requests, SortedMap<Integer, Long> statuses, long resets, Histogram serviceTimes) {}
}
