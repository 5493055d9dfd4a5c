package dev.squall.stats;

import java.util.SequencedMap;

/**
 * One scenario's iterations and requests.
 *
 * <p>Iteration times are those of completed iterations; an interrupted one is censored at its age.
 * Failed and abandoned iterations stand beside: they stopped early, and their times would make a
 * failing system look fast.
 *
 * @param name the scenario
 * @param completed iterations that ended after the last step
 * @param failed iterations ended by a failed step
 * @param abandoned iterations ended on purpose before the last step
 * @param interrupted iterations that the run's end cut off
 * @param failedAt failed iterations by the name of the step that ended them, in the scenario's
 *     order
 * @param requests {@code ok + failedRequests + interruptedRequests}
 * @param ok requests answered as every check wants
 * @param failedRequests failed requests
 * @param interruptedRequests requests in flight when the run ended
 * @param requestsPerSecond requests / elapsed
 * @param iterationsPerSecond iterations that ended by themselves / elapsed
 * @param duration iteration times, pauses included
 * @param active iteration times without the pauses
 */
public record ScenarioStats(
    String name,
    long completed,
    long failed,
    long abandoned,
    long interrupted,
    SequencedMap<String, Long> failedAt,
    long requests,
    long ok,
    long failedRequests,
    long interruptedRequests,
    double requestsPerSecond,
    double iterationsPerSecond,
    Latencies duration,
    Latencies active) {

  /** Iterations that ended, however they ended. */
  public long iterations() {
    return completed + failed + abandoned + interrupted;
  }
}
