package dev.squall.stats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.sample.Category;
import dev.squall.sample.Connections;
import dev.squall.sample.Outcome;
import dev.squall.stats.Beside.StepName;
import dev.squall.stats.ConnectionStats.Utilisation;
import dev.squall.stats.JsonFields.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what {@link ResultsWriter} wrote. Everything that is a sum over the matrix comes from
 * there; of the rest each number is read back.
 */
final class ResultsReader {
  private static final int LONGEST_TEXT = 1 << 28; // the matrix, as text
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
              .build());

  private final JsonFields root;

  private ResultsReader(JsonFields root) {
    this.root = root;
  }

  /**
   * Results and goals from the text of a file.
   *
   * @param source the file's name, for what is wrong with it
   * @throws ProblemException when it is no results file
   */
  static SavedResults read(String source, String text) {
    try {
      var tree = MAPPER.readTree(text);
      if (!tree.isObject() || !tree.has("squall") || !tree.has("matrix")) {
        throw new Malformed("it is JSON, but no results of Squall");
      }
      var reader = new ResultsReader(new JsonFields(tree, ""));
      return new SavedResults(reader.results(), reader.judgements());
    } catch (JsonProcessingException e) {
      throw problem(place(source, e), "not JSON: " + e.getOriginalMessage());
    } catch (Malformed e) {
      throw problem(Position.in(source), String.valueOf(e.getMessage()));
    }
  }

  private static Position place(String source, JsonProcessingException e) {
    var at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? Position.in(source)
        : new Position.InFile(source, at.getLineNr(), Math.max(1, at.getColumnNr()));
  }

  private static ProblemException problem(Position position, String what) {
    return new ProblemException(
        List.of(
            new Problem(
                position, what, "a file that run --out wrote, or toJson(); whole and unchanged")));
  }

  private Results results() {
    var matrix = matrix();
    return Results.of(info(), matrix, beside());
  }

  private Matrix matrix() {
    try {
      return Matrix.decode(root.text("matrix"));
    } catch (IllegalArgumentException e) {
      throw new Malformed("matrix: " + e.getMessage());
    }
  }

  private RunInfo info() {
    var settings = root.in("settings");
    var connections = root.in("connections").in("settings");
    return new RunInfo(
        root.text("scenario"),
        root.text("load"),
        root.whole("seed"),
        root.small("users_in_turn"),
        started(),
        root.text("base"),
        new ConnectionSettings(
            connections.flag("kept"),
            connections.small("max_idle_per_user"),
            connections.number("idle_timeout_s"),
            connections.number("tcp_keepalive_s"),
            connections.flag("no_delay"),
            root.flag("insecure"),
            settings.text("cookies"),
            settings.small("redirects"),
            settings.text("proxy")));
  }

  private Instant started() {
    try {
      return Instant.parse(root.text("started"));
    } catch (DateTimeException e) {
      throw new Malformed("started is no time");
    }
  }

  private Beside beside() {
    var iterations = root.in("totals").in("iterations");
    double elapsed = root.number("duration_s");
    var pool = root.in("pool");
    return new Beside(
        elapsed,
        iterations.whole("scheduled"),
        iterations.whole("started"),
        iterations.whole("dropped"),
        slowest(),
        all("errors", this::error),
        root.whole("further_errors"),
        connections(root.in("connections"), elapsed),
        all("users", ResultsReader::user),
        user(root.in("other_users")),
        new JsonGenerator(root.in("generator")).read(),
        all("marks", mark -> new Mark(mark.number("t_s"), mark.text("text"))),
        root.textIfAny("stopped"),
        new UserPool(pool.small("limit"), pool.whole("most_busy"), pool.whole("waited_at_limit")),
        all("variables", ResultsReader::variable),
        Samples.of(List.of(), root.in("totals").whole("requests")));
  }

  private <T> List<T> all(String name, Function<JsonFields, T> reader) {
    return root.list(name).stream().map(reader).toList();
  }

  private Map<StepName, List<Exemplar>> slowest() {
    var slowest = new LinkedHashMap<StepName, List<Exemplar>>();
    for (var row : root.list("exemplars")) {
      slowest
          .computeIfAbsent(
              new StepName(row.text("scenario"), row.text("step")), _ -> new ArrayList<>())
          .add(exemplar(row));
    }
    return slowest;
  }

  private static Exemplar exemplar(JsonFields row) {
    var parts = row.in("breakdown_us");
    return new Exemplar(
        row.whole("seed"),
        row.text("scenario"),
        row.small("step_index"),
        row.small("user"),
        row.whole("iteration"),
        row.whole("round"),
        row.number("response_ms"),
        row.has("service_ms") ? row.number("service_ms") : -1,
        row.small("status"),
        row.number("at_s"),
        Breakdown.of(part -> parts.whole(part.label())),
        outcome(row));
  }

  private static Outcome outcome(JsonFields row) {
    return switch (row.text("outcome")) {
      case "ok" -> Outcome.OK;
      case "interrupted" -> Outcome.INTERRUPTED;
      case String label ->
          new Outcome.Failed(category(label), row.text("kind"), row.text("message"));
    };
  }

  private static Category category(String label) {
    return oneOf(Category.values(), Category::label, label, "category");
  }

  private static <T> T oneOf(T[] all, Function<T, String> label, String wanted, String what) {
    return Arrays.stream(all)
        .filter(one -> label.apply(one).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new Malformed("there is no " + what + " " + wanted));
  }

  private ErrorStats error(JsonFields row) {
    return new ErrorStats(
        category(row.text("category")),
        row.text("kind"),
        row.text("scenario"),
        row.text("step"),
        row.small("status"),
        row.text("message"),
        row.whole("count"),
        exemplar(row.in("exemplar")));
  }

  private static UserStats user(JsonFields row) {
    return new UserStats(
        row.small("user"),
        row.whole("iterations"),
        row.whole("requests"),
        row.whole("ok"),
        row.whole("failed"),
        row.whole("interrupted"),
        row.whole("answered"),
        row.whole("timed_out"),
        row.micros("total_ms"));
  }

  private static VariableStats variable(JsonFields row) {
    return new VariableStats(
        row.text("scenario"),
        row.text("step"),
        row.text("variable"),
        row.text("extractor"),
        row.text("type"),
        row.text("example"),
        row.whole("found"),
        row.whole("missed"),
        row.whole("distinct"),
        row.flag("more"));
  }

  private static ConnectionStats connections(JsonFields node, double elapsed) {
    var totals =
        new Connections(
            node.whole("opened"),
            node.whole("failed"),
            node.whole("reused"),
            node.whole("closed_by_peer"),
            node.whole("closed_by_us"),
            node.whole("stale_retries"),
            node.small("active"),
            node.small("idle"),
            node.small("peak_active"),
            node.small("peak_idle"),
            node.micros("connect_total_ms") * 1000,
            node.whole("idle_timeouts"),
            node.whole("pool_overflow"));
    var moments =
        node.list("utilisation").stream()
            .map(moment ->
                new Utilisation(
                    moment.number("t_s"),
                    moment.small("active"),
                    moment.small("idle"),
                    moment.small("users"),
                    moment.whole("opened")))
            .toList();
    return new ConnectionStats(
        totals,
        Rows.rate(totals.opened(), elapsed),
        moments,
        node.times("connect"),
        node.times("tls"),
        node.times("dns"),
        node.whole("handshakes"),
        node.whole("resumed"));
  }

  private Judgements judgements() {
    return new Judgements(all("goals", ResultsReader::judgement));
  }

  private static Judgement judgement(JsonFields row) {
    var metric = oneOf(Metric.values(), Metric::word, row.text("metric"), "metric");
    var comparison =
        oneOf(Comparison.values(), Comparison::sign, row.text("comparison"), "comparison");
    var goal = new Goal(metric, row.textIfAny("step"), comparison, row.number("bound"));
    return new Judgement(goal, row.flag("met"), actual(row));
  }

  private static Judgement.Actual actual(JsonFields row) {
    if (row.has("actual")) {
      return new Judgement.Known(row.number("actual"));
    }
    return row.has("actual_at_least")
        ? new Judgement.AtLeast(row.number("actual_at_least"))
        : new Judgement.Nothing();
  }

  /** The generator's part of the file. */
  private record JsonGenerator(JsonFields node) {
    Generator read() {
      var inFlight = node.in("in_flight");
      return new Generator(
          node.number("cpu_s"),
          node.number("cpu_us_per_request"),
          new Generator.GcPauses(
              node.whole("gc_pauses"),
              node.number("gc_pause_ms"),
              node.number("gc_longest_pause_ms")),
          safepoints(),
          node.times("late_start"),
          node.times("scheduler_lateness"),
          node.times("machine_lateness"),
          new Generator.InFlight(
              inFlight.number("sampled"),
              inFlight.number("by_littles_law"),
              inFlight.whole("samples")),
          node.whole("peak_rss_bytes"),
          oneOf(Verdict.values(), Verdict::label, node.text("verdict"), "verdict"),
          node.texts("reasons"),
          node.list("stalls").stream()
              .map(stall -> new Stall(stall.number("t_s"), stall.number("ms"), stall.flag("whole")))
              .toList());
    }

    private Optional<Generator.Safepoints> safepoints() {
      return node.has("safepoints")
          ? Optional.of(
              new Generator.Safepoints(node.whole("safepoints"), node.number("safepoint_ms")))
          : Optional.empty();
    }
  }
}
