package dev.squall.stats;

import dev.squall.sample.Category;
import dev.squall.sample.StepInfo;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is known of a run beside its matrix; with that, all of its results.
 *
 * @param elapsedSeconds from T0 to the end, to the millisecond
 * @param scheduled iterations that were intended
 * @param started iterations begun
 * @param dropped iterations that found no user
 * @param slowestBy the slowest requests of each step, slowest first
 * @param errors what failed, most frequent first
 * @param furtherErrors failures that found no row
 */
record Beside(
    double elapsedSeconds,
    long scheduled,
    long started,
    long dropped,
    Map<StepName, List<Exemplar>> slowestBy,
    List<ErrorStats> errors,
    long furtherErrors,
    ConnectionStats connections,
    List<UserStats> users,
    UserStats otherUsers,
    Generator generator,
    List<Mark> marks,
    Optional<String> stopped,
    UserPool pool,
    List<VariableStats> variables,
    Samples samples) {

  static final Comparator<ErrorStats> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(ErrorStats::count)
          .reversed()
          .thenComparingInt(error -> error.example().step())
          .thenComparing(ErrorStats::kind)
          .thenComparingInt(ErrorStats::status);
  private static final Comparator<Exemplar> SLOWEST_FIRST =
      Comparator.comparingDouble(Exemplar::responseMs)
          .reversed()
          .thenComparingDouble(Exemplar::atSeconds);

  Beside {
    marks = List.copyOf(marks);
  }

  /** What a row of the steps is known by. */
  record StepName(String scenario, String name) {
    static StepName of(StepInfo info) {
      return new StepName(info.scenario(), info.name());
    }
  }

  static Beside of(Results results) {
    var iterations = results.totals().iterations();
    var slowest = new LinkedHashMap<StepName, List<Exemplar>>();
    results
        .steps()
        .forEach(step -> slowest.put(new StepName(step.scenario(), step.name()), step.slowest()));
    return new Beside(
        results.totals().elapsedSeconds(),
        iterations.scheduled(),
        iterations.started(),
        iterations.dropped(),
        slowest,
        results.errors(),
        results.furtherErrors(),
        results.connections(),
        results.users(),
        results.otherUsers(),
        results.generator(),
        results.marks(),
        results.stopped(),
        results.pool(),
        results.variables(),
        results.samples());
  }

  Function<StepInfo, List<Exemplar>> slowest() {
    return step -> slowestBy.getOrDefault(StepName.of(step), List.of());
  }

  /** Of several lists of exemplars the slowest ones, slowest first. */
  static List<Exemplar> slowest(Stream<Exemplar> exemplars) {
    return exemplars.sorted(SLOWEST_FIRST).limit(Slowest.KEPT).toList();
  }

  Beside plus(Beside other) {
    double elapsed = Math.max(elapsedSeconds, other.elapsedSeconds);
    var slower = new LinkedHashMap<>(slowestBy);
    other.slowestBy.forEach((step, all) ->
        slower.merge(step, all, (one, two) -> slowest(Stream.concat(one.stream(), two.stream()))));
    var together = errors(other);
    return new Beside(
        elapsed,
        scheduled + other.scheduled,
        started + other.started,
        dropped + other.dropped,
        slower,
        together.stream().limit(ErrorLog.KEYS).toList(),
        furtherErrors
            + other.furtherErrors
            + together.stream().skip(ErrorLog.KEYS).mapToLong(ErrorStats::count).sum(),
        connections.plus(other.connections, elapsed),
        users(other),
        otherUsers.plus(other.otherUsers),
        generator.plus(other.generator, elapsedSeconds, other.elapsedSeconds),
        Stream.concat(marks.stream(), other.marks.stream())
            .sorted(Comparator.comparingDouble(Mark::seconds))
            .toList(),
        stopped.or(() -> other.stopped),
        pool.plus(other.pool),
        variables(other),
        samples.plus(other.samples));
  }

  private record ErrorName(
      String scenario, String step, Category category, String kind, int status) {
    static ErrorName of(ErrorStats error) {
      return new ErrorName(
          error.scenario(), error.step(), error.category(), error.kind(), error.status());
    }
  }

  private List<ErrorStats> errors(Beside other) {
    var all = new LinkedHashMap<ErrorName, ErrorStats>();
    Stream.concat(errors.stream(), other.errors.stream())
        .forEach(error -> all.merge(ErrorName.of(error), error, ErrorStats::plus));
    return all.values().stream().sorted(MOST_FREQUENT_FIRST).toList();
  }

  private List<UserStats> users(Beside other) {
    var all = new TreeMap<Integer, UserStats>();
    Stream.concat(users.stream(), other.users.stream())
        .forEach(user -> all.merge(user.user(), user, UserStats::plus));
    return List.copyOf(all.values());
  }

  private record VariableName(String scenario, String step, String variable, String extractor) {
    static VariableName of(VariableStats row) {
      return new VariableName(row.scenario(), row.step(), row.variable(), row.extractor());
    }
  }

  private List<VariableStats> variables(Beside other) {
    var all = new LinkedHashMap<VariableName, VariableStats>();
    Stream.concat(variables.stream(), other.variables.stream())
        .forEach(row -> all.merge(VariableName.of(row), row, VariableStats::plus));
    return List.copyOf(all.values());
  }
}
