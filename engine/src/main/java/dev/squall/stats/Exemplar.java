package dev.squall.stats;

import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;

/**
 * One request that is worth looking at, and everything that is needed to perform its iteration
 * again.
 *
 * @param seed of the run's draws
 * @param scenario the scenario that was performed
 * @param step index of the step in the run's list
 * @param user the virtual user
 * @param iteration the iteration's index in the run
 * @param round the user's own number of the iteration, from 1
 * @param responseMs response time in milliseconds; an age where the outcome says so
 * @param serviceMs service time in milliseconds; -1 when nothing was written
 * @param status the answer's status; 0 when none came
 * @param atSeconds when it ended, in seconds since T0, to the microsecond
 * @param breakdown where its response time went
 * @param outcome how it ended
 */
public record Exemplar(
    long seed,
    String scenario,
    int step,
    int user,
    long iteration,
    long round,
    double responseMs,
    double serviceMs,
    int status,
    double atSeconds,
    Breakdown breakdown,
    Outcome outcome) {

  private static final double MICROS_PER_MILLI = 1e3;
  private static final double MICROS_PER_SECOND = 1e6;

  static Exemplar of(Sample sample, RunInfo info, Layout layout) {
    return new Exemplar(
        info.seed(),
        layout.steps().get(sample.step()).scenario(),
        sample.step(),
        sample.user(),
        sample.iteration(),
        info.roundOf(sample.iteration()),
        Micros.measured(sample.responseNanos()) / MICROS_PER_MILLI,
        sample.startedNanos() < 0 ? -1 : Micros.measured(sample.serviceNanos()) / MICROS_PER_MILLI,
        sample.status(),
        Micros.measured(sample.endedNanos()) / MICROS_PER_SECOND,
        Breakdown.of(sample),
        sample.outcome());
  }
}
