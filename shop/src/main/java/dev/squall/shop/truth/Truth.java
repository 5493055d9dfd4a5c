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
   * @param requests those that arrived: once none is under way, all statuses and resets together
   * @param statuses how many answers had which status, counted when the answer begins, also where
   *     the client had gone away unnoticed. A body that ends early is 400. 499, as in nginx's logs,
   *     is for requests that were cancelled before all of them had come, and that nobody answered
   * @param resets those whose connection was reset on purpose
   * @param serviceTimes of those answered, in microseconds, three significant digits: from the end
   *     of the request's headers to the start of the answer, freeze, queue and latency included;
   *     the same numbers as in {@code X-Service-Time-Us}
   */
  public record RouteTruth(
      long requests, SortedMap<Integer, Long> statuses, long resets, Histogram serviceTimes) {}
}
