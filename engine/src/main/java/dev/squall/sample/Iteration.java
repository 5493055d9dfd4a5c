package dev.squall.sample;

/**
 * One pass of a virtual user through a scenario, as it happened. Times are nanoseconds since T0.
 *
 * @param scenario index of the scenario in the run's list
 * @param user the virtual user, from 1
 * @param index the iteration's index in the run, from 0
 * @param intendedNanos when it should have begun
 * @param endedNanos the end of its last step
 * @param pausedNanos how long it paused in between, on purpose
 * @param end how it ended
 * @param failedStep index of the request step that ended it; -1 when none did
 */
public record Iteration(
    int scenario,
    int user,
    long index,
    long intendedNanos,
    long endedNanos,
    long pausedNanos,
    End end,
    int failedStep) {

  /** How an iteration ended. */
  public enum End {
    COMPLETED,
    FAILED,
    ABANDONED,
    INTERRUPTED
  }

  /** From the intended start to the end, pauses included. */
  public long durationNanos() {
    return endedNanos - intendedNanos;
  }

  /** The duration without the pauses. */
  public long activeNanos() {
    return endedNanos - intendedNanos - pausedNanos;
  }
}
