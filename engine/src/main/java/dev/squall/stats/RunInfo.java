package dev.squall.stats;

import dev.squall.sample.IterationIndex;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What was run.
 *
 * @param scenario the scenario's name, or that of the mix
 * @param load the load in words, {@code 20 users for 30s}
 * @param seed the seed of every draw
 * @param users how many users go round, each performing every so many-th iteration; 0 where nobody
 *     does
 * @param started the wall clock at T0, to the millisecond
 * @param base the address that relative paths were sent to; empty when there is none
 * @param connections what was said about connections, cookies and redirects
 */
public record RunInfo(
    String scenario,
    String load,
    long seed,
    int users,
    Instant started,
    String base,
    ConnectionSettings connections) {
  public RunInfo {
    started = started.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What was run in two runs together; what cannot be both is the first one's. */
  RunInfo plus(RunInfo other) {
    return new RunInfo(
        scenario,
        load + " and " + other.load,
        seed,
        users,
        started.isBefore(other.started) ? started : other.started,
        base,
        connections);
  }

  /** Which round of its user an iteration is, from 1. */
  long roundOf(long iteration) {
    return users == 0 ? 1 : IterationIndex.round(iteration, users);
  }
}
