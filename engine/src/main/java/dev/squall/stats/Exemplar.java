package dev.squall.stats;

import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;

/**
 * One request that is worth looking at. With the run's seed, {@code iteration} says everything that
 * is needed to perform it again.
 *
 * @param step index of the step in the run's list
 * @param user the virtual user
 * @param iteration the iteration's index in the run
 * @param responseMs response time in milliseconds; an age where the outcome says so
 * @param serviceMs service time in milliseconds; -1 when nothing was written
 * @param status the answer's status; 0 when none came
 * @param atSeconds when it ended, in seconds since T0
 * @param outcome how it ended
 */
public record Exemplar(
    int step,
    int user,
    long iteration,
    double responseMs,
    double serviceMs,
    int status,
    double atSeconds,
    Outcome outcome) {

  private static final double NANOS_PER_MILLI = 1e6;

  static Exemplar of(Sample sample) {
    return new Exemplar(
        sample.step(),
        sample.user(),
        sample.iteration(),
        sample.responseNanos() / NANOS_PER_MILLI,
        sample.startedNanos() < 0 ? -1 : sample.serviceNanos() / NANOS_PER_MILLI,
        sample.status(),
        sample.endedNanos() / 1e9,
        sample.outcome());
  }
}
