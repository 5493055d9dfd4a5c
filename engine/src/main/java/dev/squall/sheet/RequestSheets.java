package dev.squall.sheet;

import dev.squall.stats.EndpointStats;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.ArrayList;
import java.util.List;

/** Requests by step and by endpoint: how many, how fast, how long. */
final class RequestSheets {
  private static final int LAST = 9;

  private RequestSheets() {}

  /** Requests that belong together. */
  private record Row(
      String scenario,
      String step,
      String label,
      String endpoint,
      long count,
      long ok,
      long failed,
      long interrupted,
      long hops,
      long attempts,
      double seconds,
      Latencies response,
      Latencies service) {

    double errorPercent() {
      return 100.0 * failed / count;
    }

    double perSecond() {
      return seconds > 0 ? count / seconds : 0;
    }
  }

  static Sheet table(Results results) {
    var rows = new ArrayList<>(rows(results));
    rows.add(total(results));
    return steps(rows).withTotal("Steps");
  }

  static Sheet steps(Results results) {
    return steps(rows(results)).sheet("Steps");
  }

  private static List<Row> rows(Results results) {
    var labels = new StepLabels(results);
    return results.steps().stream().map(step -> row(step, labels, results)).toList();
  }

  private static Columns<Row> steps(List<Row> rows) {
    var columns =
        new Columns<>(rows)
            .words(Heading.of("step").rank(0).forPeople(), Row::label)
            .words(Heading.of("scenario").forPrograms(), Row::scenario)
            .words(Heading.of("step").forPrograms(), Row::step)
            .words(Heading.of("endpoint").rank(LAST), Row::endpoint);
    return measured(columns)
        .counts(Heading.of("redirects").rank(LAST), Row::hops)
        .counts(Heading.of("sent again").rank(LAST), Row::attempts);
  }

  static Sheet endpoints(Results results) {
    var rows = results.endpoints().stream().map(endpoint -> row(endpoint, results)).toList();
    return measured(new Columns<>(rows).words(Heading.of("endpoint").rank(0), Row::endpoint))
        .sheet("Endpoints");
  }

  private static Columns<Row> measured(Columns<Row> columns) {
    return columns
        .counts(Heading.of("count").rank(1), Row::count)
        .counts(Heading.of("ok").rank(4), Row::ok)
        .counts(Heading.of("failed").rank(1).alarm(), Row::failed)
        .counts(Heading.of("interrupted").rank(5), Row::interrupted)
        .figures(Heading.of("error", Unit.PERCENT).alarm(), Row::errorPercent)
        .figures(Heading.of("requests", Unit.PER_SECOND), Row::perSecond)
        .distribution("", 2, Row::response)
        .times(
            Heading.of("service p50", Unit.MILLISECONDS).rank(6), row -> row.service.percentile(50))
        .times(
            Heading.of("service p95", Unit.MILLISECONDS).rank(6), row -> row.service.percentile(95))
        .times(
            Heading.of("service p99", Unit.MILLISECONDS).rank(6), row -> row.service.percentile(99))
        .times(Heading.of("service max", Unit.MILLISECONDS).rank(6), row -> row.service.max());
  }

  private static Row row(StepStats step, StepLabels labels, Results results) {
    return new Row(
        step.scenario(),
        step.name(),
        labels.of(step),
        step.endpoint(),
        step.count(),
        step.ok(),
        step.failed(),
        step.interrupted(),
        step.hops(),
        step.attempts(),
        results.totals().elapsedSeconds(),
        step.response(),
        step.service());
  }

  private static Row row(EndpointStats endpoint, Results results) {
    return new Row(
        "",
        "",
        "",
        endpoint.endpoint(),
        endpoint.count(),
        endpoint.ok(),
        endpoint.failed(),
        endpoint.interrupted(),
        0,
        0,
        results.totals().elapsedSeconds(),
        endpoint.response(),
        endpoint.service());
  }

  /** Hops and attempts of the setup are in the totals and in no step: here the steps add up. */
  private static Row total(Results results) {
    var totals = results.totals();
    return new Row(
        results.info().scenario(),
        "total",
        "total",
        "",
        totals.requests(),
        totals.ok(),
        totals.failed(),
        totals.interrupted(),
        results.steps().stream().mapToLong(StepStats::hops).sum(),
        results.steps().stream().mapToLong(StepStats::attempts).sum(),
        totals.elapsedSeconds(),
        results.response(),
        results.service());
  }
}
