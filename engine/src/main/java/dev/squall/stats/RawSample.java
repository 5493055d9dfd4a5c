package dev.squall.stats;

/**
 * One request, as far as raw samples keep it.
 *
 * @param scenario the step's scenario
 * @param step the step's name
 * @param endedMicros when it ended, in microseconds since T0
 * @param responseMicros its response time; an age where it was not answered
 * @param serviceMicros its service time; -1 where nothing was written
 * @param user the virtual user
 * @param iteration the iteration's index in the run
 * @param status the answer's status; 0 when none came
 * @param outcome {@code ok}, {@code interrupted} or the category of its failure
 */
public record RawSample(
    String scenario,
    String step,
    long endedMicros,
    long responseMicros,
    long serviceMicros,
    int user,
    long iteration,
    int status,
    String outcome) {

  /** When it should have begun, in microseconds since T0. */
  public long intendedMicros() {
    return endedMicros - responseMicros;
  }
}
