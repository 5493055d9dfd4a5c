package dev.squall.stats;

import dev.squall.sample.IterationIndex;
import java.time.Instant;

/**
 * What was run.
 *
 * @param scenario the scenario's name, or that of the mix
 * @param load the load in words, {@code 20 users for 30s}
 * @param seed the seed of every draw
 * @param users how many users go round, each performing every so many-th iteration; 0 where nobody
 *     does
 * @param started the wall clock at T0
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

  /** Which round of its user an iteration is, from 1. */
  long roundOf(long iteration) {
    return users == 0 ? 1 : IterationIndex.round(iteration, users);
  }
}
