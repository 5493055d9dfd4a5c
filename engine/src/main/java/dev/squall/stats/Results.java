package dev.squall.stats;

import dev.squall.problem.ProblemException;
import dev.squall.stats.Cell.Measure;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The numbers of a run, or of a run so far. Immutable.
 *
 * <p>Sums hold: {@code requests = ok + failed + interrupted}, and the steps, the timeline, the
 * users (with {@code otherUsers}) and the scenarios each add up to the totals; the hops and
 * attempts of the steps to theirs, but for those of the setup and the teardown, which have no row;
 * {@code scheduled = started + dropped}, and at the end {@code started = completed + failed +
 * abandoned + interrupted}.
 *
 * @param info what was run
 * @param totals what it comes to
 * @param response response times of all requests
 * @param service service times of all requests
 * @param waiting waits of all requests
 * @param scenarios a row a scenario
 * @param steps a row a step name, in the scenario's order
 * @param endpoints a row an endpoint
 * @param errors what failed, most frequent first, at most 1000 rows
 * @param furtherErrors failures that found no row; with them the errors of the requests add up to
 *     the failed, and those of the setup, the teardown and steps that send nothing come on top
 * @param connections what the connections did
 * @param users the first 10 000 users that did anything
 * @param otherUsers all users beyond them, and the arrivals that no user took, as one
 * @param generator how the generator fared and whether to believe it
 * @param marks what was done to it while it ran, in the order of time
 * @param stopped why the load ended before its end, in words
 * @param pool how an open load's users were needed
 * @param variables what the extractors found, in the order of their steps
 * @param samples the raw samples, as far as they are kept
 * @param matrix what all of this is a sum over
 */
public record Results(
    RunInfo info,
    Totals totals,
    Latencies response,
    Latencies service,
    Latencies waiting,
    List<ScenarioStats> scenarios,
    List<StepStats> steps,
    List<EndpointStats> endpoints,
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
    Samples samples,
    Matrix matrix) {

  /** What the matrix says, and what is known beside it. */
  static Results of(RunInfo info, Matrix matrix, Beside beside) {
    return of(info, matrix, matrix.sum(), beside);
  }

  /** The same where the sum of the matrix is known. */
  static Results of(RunInfo info, Matrix matrix, Cells sum, Beside beside) {
    var rows = new Rows(sum, beside.elapsedSeconds());
    var all = rows.requests();
    return new Results(
        info,
        rows.totals(beside.scheduled(), beside.started(), beside.dropped()),
        all.latencies(Measure.RESPONSE, Measure.RESPONSE_CENSORED),
        all.latencies(Measure.SERVICE, Measure.SERVICE_CENSORED),
        all.latencies(Measure.WAIT, Measure.WAIT_CENSORED),
        rows.scenarios(),
        rows.steps(beside.slowest()),
        rows.endpoints(),
        beside.errors(),
        beside.furtherErrors(),
        beside.connections(),
        beside.users(),
        beside.otherUsers(),
        beside.generator(),
        beside.marks(),
        beside.stopped(),
        beside.pool(),
        beside.variables(),
        beside.samples(),
        matrix);
  }

  /**
   * Two runs as one, side by side from their T0 on, as if two machines had shared them: counts and
   * distributions add up exactly, and it lasted as long as the longer one. Of what cannot be added
   * – peaks, different values of a variable – it is known what there was at least.
   *
   * @throws IllegalArgumentException when their scenarios or steps differ
   */
  public Results plus(Results other) {
    return of(
        info.plus(other.info), matrix.plus(other.matrix), Beside.of(this).plus(Beside.of(other)));
  }

  /**
   * The results that a file holds, as they were but for the raw samples.
   *
   * @param file such as {@code results.json}
   * @throws ProblemException when it cannot be read or is no results file
   */
  public static Results load(String file) {
    return SavedResults.load(Path.of(file)).results();
  }

  /** The text of a results file: everything but the raw samples. */
  public String toJson() {
    return new SavedResults(this, new Judgements(List.of())).toJson();
  }

  /**
   * The slowest request of a step: {@code replay(shop, results.slowest("checkout"))} performs its
   * iteration again.
   *
   * @throws NoSuchElementException when there is none; its message names the steps that have one
   */
  public Exemplar slowest(String step) {
    return steps.stream()
        .filter(row -> row.name().equals(step))
        .flatMap(row -> row.slowest().stream())
        .max(Comparator.comparingDouble(Exemplar::responseMs))
        .orElseThrow(() ->
            new NoSuchElementException(
                "no request of a step "
                    + step
                    + " ended; there are "
                    + steps.stream()
                        .filter(row -> !row.slowest().isEmpty())
                        .map(StepStats::name)
                        .toList()));
  }

  /** Service times of all redirect hops. */
  public Latencies hopService() {
    return steps.stream().map(StepStats::hopService).reduce(Latencies.NONE, Latencies::plus);
  }

  /**
   * The run over time, from T0 to its end without a gap. Summed up at each call: keep it rather
   * than asking again.
   */
  public List<TimelinePoint> timeline() {
    return timeline(_ -> true);
  }

  /**
   * The requests of one step over time, in the same seconds; users and iterations are the run's.
   */
  public List<TimelinePoint> timeline(StepStats step) {
    var infos = matrix.layout().steps();
    return timeline(index ->
        infos.get(index).scenario().equals(step.scenario())
            && infos.get(index).name().equals(step.name()));
  }

  private List<TimelinePoint> timeline(IntPredicate steps) {
    return Timeline.of(matrix, steps, totals.elapsedSeconds(), connections.utilisation(), marks);
  }

  /** One line for an echo. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d requests in %.1f s, %d failed, p50 %s, p99 %s, %s",
        info.scenario(),
        totals.requests(),
        totals.elapsedSeconds(),
        totals.failed(),
        response.percentile(50),
        response.percentile(99),
        generator.verdict().label());
  }
}
