package dev.squall.stats;

import static dev.squall.stats.JsonNumbers.decimal;
import static dev.squall.stats.JsonNumbers.estimate;
import static dev.squall.stats.JsonNumbers.lateness;
import static dev.squall.stats.JsonNumbers.times;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.sample.Outcome;
import dev.squall.stats.Generator.Safepoints;
import java.util.Collection;
import java.util.function.BiConsumer;

/**
 * Results as one JSON object with stable field names. Durations are milliseconds with microsecond
 * digits, sizes bytes, times RFC 3339. A percentile that is only a bound is {@code null} and has a
 * sister {@code …_at_least}.
 */
final class ResultsWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Results results;
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  private ResultsWriter(Results results) {
    this.results = results;
  }

  /** The text of a results file. */
  static String toJson(Results results, Judgements judgements) {
    var report = new ResultsWriter(results);
    report.head();
    report.totals();
    report.list("scenarios", results.scenarios(), report::scenario);
    report.list("steps", results.steps(), report::step);
    report.list("endpoints", results.endpoints(), ResultsWriter::endpoint);
    report.list("errors", results.errors(), ResultsWriter::error);
    report.root.put("further_errors", results.furtherErrors());
    JsonConnections.write(results, report.root.putObject("connections"));
    report.list("users", results.users(), ResultsWriter::user);
    user(results.otherUsers(), report.root.putObject("other_users"));
    report.list("variables", results.variables(), ResultsWriter::variable);
    report.list("marks", results.marks(), ResultsWriter::mark);
    report.root.put("stopped", results.stopped().orElse(null));
    report.pool();
    report.list("timeline", results.timeline(), ResultsWriter::point);
    report.list("goals", judgements.all(), ResultsWriter::judgement);
    report.generator();
    report.exemplars();
    report.root.put("matrix", results.matrix().encode());
    try {
      return MAPPER
              .writer(printer())
              .with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
              .writeValueAsString(report.root)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain nodes is always JSON", e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    var lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
  }

  private void head() {
    var info = results.info();
    root.put("squall", version());
    root.put("scenario", info.scenario());
    root.put("load", info.load());
    root.put("users_in_turn", info.users());
    root.put("base", info.base());
    root.put("seed", info.seed());
    root.put("started", info.started().toString());
    root.put("duration_s", decimal(results.totals().elapsedSeconds()));
    var settings = info.connections();
    root.put("insecure", settings.insecure());
    root.putObject("settings")
        .put("cookies", settings.cookies())
        .put("redirects", settings.redirects())
        .put("proxy", settings.proxy());
  }

  private static String version() {
    var version = ResultsWriter.class.getPackage().getImplementationVersion();
    return version == null ? "in development" : version;
  }

  private void totals() {
    var totals = results.totals();
    var node = root.putObject("totals");
    node.put("requests", totals.requests());
    node.put("ok", totals.ok());
    node.put("failed", totals.failed());
    node.put("interrupted", totals.interrupted());
    node.put("sent", totals.sent());
    node.put("hops", totals.hops());
    node.put("attempts", totals.attempts());
    node.put("outside", totals.outside());
    var counts = totals.iterations();
    node.putObject("iterations")
        .put("scheduled", counts.scheduled())
        .put("started", counts.started())
        .put("dropped", counts.dropped())
        .put("completed", counts.completed())
        .put("failed", counts.failed())
        .put("abandoned", counts.abandoned())
        .put("interrupted", counts.interrupted());
    node.put("requests_per_s", decimal(totals.requestsPerSecond()));
    node.put("iterations_per_s", decimal(totals.iterationsPerSecond()));
    node.put("bytes_sent", totals.bytesSent());
    node.put("bytes_received", totals.bytesReceived());
    times(node, "response", results.response());
    times(node, "service", results.service());
    times(node, "wait", results.waiting());
    times(node, "hop", results.hopService());
  }

  private void scenario(ScenarioStats scenario, ObjectNode node) {
    node.put("name", scenario.name());
    node.put("iterations", scenario.iterations());
    node.put("ok", scenario.completed());
    node.put("failed", scenario.failed());
    node.put("abandoned", scenario.abandoned());
    node.put("interrupted", scenario.interrupted());
    var failedAt = node.putObject("failed_at");
    scenario.failedAt().forEach(failedAt::put);
    node.put("requests", scenario.requests());
    node.put("requests_per_s", decimal(scenario.requestsPerSecond()));
    node.put("iterations_per_s", decimal(scenario.iterationsPerSecond()));
    node.put("elapsed_s", decimal(results.totals().elapsedSeconds()));
    times(node, "duration", scenario.duration());
    times(node, "active", scenario.active());
  }

  private void step(StepStats step, ObjectNode node) {
    node.put("scenario", step.scenario());
    node.put("name", step.name());
    node.put("endpoint", step.endpoint());
    node.put("count", step.count());
    node.put("ok", step.ok());
    node.put("failed", step.failed());
    node.put("interrupted", step.interrupted());
    node.put("hops", step.hops());
    node.put("attempts", step.attempts());
    times(node, "response", step.response());
    times(node, "service", step.service());
    times(node, "wait", step.waiting());
    times(node, "hop", step.hopService());
    var statuses = node.putObject("status");
    step.status().forEach((status, count) -> statuses.put(String.valueOf(status), count));
    var checks = node.putArray("checks");
    for (CheckStats check : step.checks()) {
      checks
          .addObject()
          .put("check", check.check())
          .put("ok", check.ok())
          .put("failed", check.failed());
    }
  }

  private static void endpoint(EndpointStats endpoint, ObjectNode node) {
    node.put("endpoint", endpoint.endpoint());
    node.put("count", endpoint.count());
    node.put("ok", endpoint.ok());
    node.put("failed", endpoint.failed());
    node.put("interrupted", endpoint.interrupted());
    times(node, "response", endpoint.response());
    times(node, "service", endpoint.service());
  }

  /** The slowest requests: with the run's seed, the iteration says how to perform each again. */
  private void exemplars() {
    var array = root.putArray("exemplars");
    for (var step : results.steps()) {
      for (var exemplar : step.slowest()) {
        var node = array.addObject().put("scenario", step.scenario()).put("step", step.name());
        exemplar(exemplar, node);
      }
    }
  }

  private static void exemplar(Exemplar exemplar, ObjectNode node) {
    node.put("user", exemplar.user())
        .put("iteration", exemplar.iteration())
        .put("round", exemplar.round())
        .put("seed", exemplar.seed())
        .put("step_index", exemplar.step())
        .put("at_s", JsonNumbers.toTheMicro(exemplar.atSeconds()))
        .put("response_ms", decimal(exemplar.responseMs()))
        .put("service_ms", exemplar.serviceMs() < 0 ? null : decimal(exemplar.serviceMs()))
        .put("status", exemplar.status());
    switch (exemplar.outcome()) {
      case Outcome.Ok() -> node.put("outcome", "ok");
      case Outcome.Interrupted() -> node.put("outcome", "interrupted");
      case Outcome.Failed(var category, var kind, var message) ->
          node.put("outcome", category.label()).put("kind", kind).put("message", message);
    }
    var parts = node.putObject("breakdown_us");
    for (var part : Breakdown.Part.values()) {
      parts.put(part.label(), part.of(exemplar.breakdown()));
    }
  }

  private static void error(ErrorStats error, ObjectNode node) {
    node.put("category", error.category().label());
    node.put("kind", error.kind());
    node.put("scenario", error.scenario());
    node.put("step", error.step());
    node.put("status", error.status());
    node.put("message", error.message());
    node.put("count", error.count());
    node.put(
        "example",
        "iteration " + error.example().iteration() + " of user " + error.example().user());
    var exemplar = node.putObject("exemplar").put("scenario", error.example().scenario());
    exemplar(error.example(), exemplar);
  }

  private static void variable(VariableStats variable, ObjectNode node) {
    node.put("scenario", variable.scenario())
        .put("step", variable.step())
        .put("variable", variable.variable())
        .put("extractor", variable.extractor())
        .put("type", variable.type())
        .put("example", variable.example())
        .put("found", variable.found())
        .put("missed", variable.missed())
        .put("distinct", variable.distinct())
        .put("more", variable.more());
  }

  /** What was measured is in the goal's own unit: milliseconds, a share of 1, so many a second. */
  private static void judgement(Judgement judgement, ObjectNode node) {
    var goal = judgement.goal();
    node.put("goal", goal.text())
        .put("metric", goal.metric().word())
        .put("step", goal.step().orElse(null))
        .put("comparison", goal.comparison().sign())
        .put("bound", goal.bound())
        .put("met", judgement.met());
    switch (judgement.actual()) {
      case Judgement.Known(var value) -> node.put("actual", JsonNumbers.figure(value));
      case Judgement.AtLeast(var value) ->
          node.putNull("actual").put("actual_at_least", JsonNumbers.figure(value));
      case Judgement.Nothing() -> node.putNull("actual");
    }
  }

  private static void user(UserStats user, ObjectNode node) {
    node.put("user", user.user());
    node.put("iterations", user.iterations());
    node.put("requests", user.requests());
    node.put("ok", user.ok());
    node.put("failed", user.failed());
    node.put("interrupted", user.interrupted());
    node.put("answered", user.answered());
    node.put("timed_out", user.timedOut());
    node.put("total_ms", decimal(user.totalMicros() / 1e3));
    estimate(node, "mean_ms", user.meanMs());
  }

  private static void mark(Mark mark, ObjectNode node) {
    node.put("t_s", decimal(mark.seconds()));
    node.put("text", mark.text());
  }

  private void pool() {
    root.putObject("pool")
        .put("limit", results.pool().limit())
        .put("most_busy", results.pool().mostBusy())
        .put("waited_at_limit", results.pool().waitedAtLimit());
  }

  private static void point(TimelinePoint point, ObjectNode node) {
    node.put("t_s", point.startSeconds());
    node.put("width_s", point.widthSeconds());
    node.put("requests", point.requests());
    node.put("ok", point.ok());
    node.put("failed", point.failed());
    node.put("interrupted", point.interrupted());
    node.put("users", point.busyUsers());
    node.put("iterations", point.iterations());
    estimate(node, "p50", point.p50());
    estimate(node, "p95", point.p95());
    estimate(node, "p99", point.p99());
    if (!point.marks().isEmpty()) {
      var marks = node.putArray("marks");
      point.marks().forEach(marks::add);
    }
  }

  private void generator() {
    var generator = results.generator();
    var node = root.putObject("generator");
    node.put("cpu_s", decimal(generator.cpuSeconds()));
    node.put("cpu_us_per_request", decimal(generator.cpuMicrosPerRequest()));
    node.put("gc_pauses", generator.gc().count());
    node.put("gc_pause_ms", decimal(generator.gc().totalMs()));
    node.put("gc_longest_pause_ms", decimal(generator.gc().longestMs()));
    var safepoints = generator.safepoints();
    node.put("safepoints", safepoints.map(Safepoints::count).orElse(null));
    node.put("safepoint_ms", safepoints.map(all -> decimal(all.totalMs())).orElse(null));
    lateness(node, "late_start", generator.lateStart());
    lateness(node, "scheduler_lateness", generator.schedulerLateness());
    lateness(node, "machine_lateness", generator.machineLateness());
    node.putObject("in_flight")
        .put("sampled", decimal(generator.inFlight().sampled()))
        .put("by_littles_law", decimal(generator.inFlight().byLittlesLaw()))
        .put("samples", generator.inFlight().samples());
    node.put("peak_rss_bytes", generator.peakRssBytes());
    node.put("verdict", generator.verdict().label());
    var reasons = node.putArray("reasons");
    generator.reasons().forEach(reasons::add);
    var stalls = node.putArray("stalls");
    for (var stall : generator.stalls()) {
      stalls
          .addObject()
          .put("t_s", decimal(stall.fromSeconds()))
          .put("ms", decimal(stall.ms()))
          .put("whole", stall.whole());
    }
  }

  private <T> void list(String name, Collection<T> rows, BiConsumer<T, ObjectNode> writer) {
    var array = root.putArray(name);
    for (var row : rows) {
      writer.accept(row, array.addObject());
    }
  }
}
