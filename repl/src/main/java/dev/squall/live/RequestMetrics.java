package dev.squall.live;

import dev.squall.live.Families.Series;
import dev.squall.live.Families.Times;
import dev.squall.sample.Category;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests of a run, whichever scenario sent them. */
final class RequestMetrics {
  private RequestMetrics() {}

  static void add(Families to, Results results) {
    var totals = results.totals();
    to.counter("requests", "Requests that ended, however they ended.", totals.requests());
    to.counter(
        "request_outcomes",
        "Requests by outcome: they add up to the requests.",
        Stream.of(
            Series.of(totals.ok(), "outcome", "ok"),
            Series.of(totals.failed(), "outcome", "failed"),
            Series.of(totals.interrupted(), "outcome", "interrupted")));
    to.counter(
        "requests_status_codes",
        "Requests by status; error where no answer came.",
        Statuses.of(results.steps()).entrySet().stream()
            .map(status -> Series.of(status.getValue(), "status_code", status.getKey())));
    to.counter(
        "request_errors_by_category",
        "Failed requests by category: they add up to the failed ones.",
        errors(results).stream());
    to.gauge(
        "concurrent_requests",
        "Exchanges in flight at the last whole second.",
        results.connections().totals().active());
    times(to, results);
    wire(to, results);
  }

  private static void times(Families to, Results results) {
    to.histogram(
        "request_duration_seconds",
        "Response times of complete answers, from the intended start.",
        Stream.of(Times.of(results.response())));
    to.histogram(
        "request_service_seconds",
        "Service times of complete answers, from the first byte written.",
        Stream.of(Times.of(results.service())));
    to.percentiles(
        "request_duration_percentile_seconds",
        "Percentiles of the response time since the beginning, time-outs counted as at least so"
            + " long.",
        Stream.of(Times.of(results.response())));
    to.counter(
        "requests_censored",
        "Requests of which only a least time is known, timed out or cut off: in no histogram.",
        results.response().censored());
  }

  private static void wire(Families to, Results results) {
    var totals = results.totals();
    to.counter(
        "requests_sent",
        "Requests fully written, redirects, retries, setup and teardown included.",
        totals.sent());
    to.counter("redirects_followed", "Redirects that were followed.", totals.hops());
    to.counter("retries", "Exchanges that were given up and sent again.", totals.attempts());
    to.counter("sent_bytes", "Bytes written.", totals.bytesSent());
    to.counter("received_bytes", "Bytes read.", totals.bytesReceived());
  }

  private static List<Series> errors(Results results) {
    var steps =
        results.steps().stream().map(RequestMetrics::key).collect(Collectors.toUnmodifiableSet());
    var counts =
        results.errors().stream()
            .filter(error -> isOfRequest(error, steps))
            .collect(
                Collectors.groupingBy(
                    ErrorStats::category, Collectors.summingLong(ErrorStats::count)));
    var series = new ArrayList<Series>();
    for (var category : Category.values()) {
      series.add(Series.of(counts.getOrDefault(category, 0L), "category", category.label()));
    }
    if (results.furtherErrors() > 0) {
      series.add(Series.of(results.furtherErrors(), "category", "unlisted"));
    }
    return series;
  }

  /** What fails in the setup, the teardown or without a request is no request's error. */
  private static boolean isOfRequest(ErrorStats error, Set<List<String>> steps) {
    return steps.contains(List.of(error.scenario(), error.step()));
  }

  private static List<String> key(StepStats step) {
    return List.of(step.scenario(), step.name());
  }
}
