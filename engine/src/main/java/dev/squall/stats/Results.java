package dev.squall.stats;

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
    Matrix matrix) {
  public Results {
    marks = List.copyOf(marks);
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
