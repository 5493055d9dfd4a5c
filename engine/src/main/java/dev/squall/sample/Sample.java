package dev.squall.sample;

/**
 * One exchange as it happened, or a request as the sum of its exchanges. All times are nanoseconds
 * since the run's start (T0) on one monotonic clock.
 *
 * <p>A request that was redirected or sent again took several exchanges. Each one before the last
 * is a sample of its own, so that nothing on the wire is unseen. The request's own sample spans all
 * of them in its response time; its other times, {@code sent} and the bytes are those of its last
 * exchange. So sums over the samples of all kinds count each exchange once.
 *
 * @param kind what it is a fact about
 * @param step index of its {@link StepInfo} in the run's list
 * @param user the virtual user that performed it, from 1
 * @param iteration the iteration's index in the run, from 0
 * @param intendedNanos when it should have begun
 * @param startedNanos when its first byte was written; -1 when nothing was written
 * @param firstByteNanos when the answer's first byte was read; -1 when none came
 * @param endedNanos when it ended, however it ended
 * @param status the answer's status; 0 when none came
 * @param answered whether a complete answer was read: only then are the times latencies
 * @param sent whether the request was fully written
 * @param bytesSent bytes written
 * @param bytesReceived bytes read, head included
 * @param failedChecks bit i is set where check i of the step failed
 * @param checked whether the checks were evaluated at all
 * @param delays what kept a request from being written at once; of a request alone
 * @param outcome how it ended
 */
public record Sample(
    Kind kind,
    int step,
    int user,
    long iteration,
    long intendedNanos,
    long startedNanos,
    long firstByteNanos,
    long endedNanos,
    int status,
    boolean answered,
    boolean sent,
    long bytesSent,
    long bytesReceived,
    long failedChecks,
    boolean checked,
    Delays delays,
    Outcome outcome) {

  /** One that nothing kept waiting. */
  public Sample(
      Kind kind,
      int step,
      int user,
      long iteration,
      long intendedNanos,
      long startedNanos,
      long firstByteNanos,
      long endedNanos,
      int status,
      boolean answered,
      boolean sent,
      long bytesSent,
      long bytesReceived,
      long failedChecks,
      boolean checked,
      Outcome outcome) {
    this(
        kind,
        step,
        user,
        iteration,
        intendedNanos,
        startedNanos,
        firstByteNanos,
        endedNanos,
        status,
        answered,
        sent,
        bytesSent,
        bytesReceived,
        failedChecks,
        checked,
        Delays.NONE,
        outcome);
  }

  /** What a sample is a fact about. */
  public enum Kind {
    /** A request as the scenario knows it: only these are counted as requests. */
    REQUEST,
    /**
     * An exchange that was given up and sent again, because its connection had been closed or
     * because it failed and is tried again.
     */
    ATTEMPT,
    /** An exchange that was answered with a redirect, which was followed. */
    HOP,
    /** A request performed once, before or after the load. */
    OUTSIDE,
    /** A step that sends nothing; only its failures are told. */
    LOCAL
  }

  /** From the intended start to the end: what a user would have waited. */
  public long responseNanos() {
    return endedNanos - intendedNanos;
  }

  /** From the first byte written to the end; -1 when nothing was written. */
  public long serviceNanos() {
    return startedNanos < 0 ? -1 : endedNanos - startedNanos;
  }

  /** From the intended start to the first byte written; -1 when nothing was written. */
  public long waitNanos() {
    return startedNanos < 0 ? -1 : startedNanos - intendedNanos;
  }

  /** Whether the response time is only known to be at least {@link #responseNanos()}. */
  public boolean censored() {
    return switch (outcome) {
      case Outcome.Ok() -> false;
      case Outcome.Interrupted() -> true;
      case Outcome.Failed(var category, _, _) -> category == Category.TIMEOUT_ERROR;
    };
  }
}
