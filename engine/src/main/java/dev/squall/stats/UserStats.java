package dev.squall.stats;

/**
 * What one virtual user did.
 *
 * @param user the user, from 1; 0 for all users beyond those kept singly and for arrivals that no
 *     user took
 * @param iterations iterations that ended, however they ended
 * @param requests {@code ok + failed + interrupted}
 * @param ok complete answers that every check accepts
 * @param failed failed requests
 * @param interrupted in flight when the run ended
 * @param answered requests with a complete answer
 * @param timedOut requests that timed out
 * @param totalMicros the response times of those that were answered or timed out added up, in
 *     microseconds; what timed out takes part with the time it had
 */
public record UserStats(
    int user,
    long iterations,
    long requests,
    long ok,
    long failed,
    long interrupted,
    long answered,
    long timedOut,
    long totalMicros) {
  private static final double MICROS_PER_MILLI = 1000;

  /** Nobody, who did nothing. */
  static final UserStats NONE = new UserStats(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Mean response time, or none; a bound where requests timed out. */
  public Estimate meanMs() {
    if (answered + timedOut == 0) {
      return Estimate.NONE;
    }
    double mean = totalMicros / MICROS_PER_MILLI / (answered + timedOut);
    return timedOut == 0 ? new Estimate.Exact(mean) : new Estimate.AtLeast(mean);
  }

  /** The user of the same number in two runs. */
  UserStats plus(UserStats other) {
    return new UserStats(
        user,
        iterations + other.iterations,
        requests + other.requests,
        ok + other.ok,
        failed + other.failed,
        interrupted + other.interrupted,
        answered + other.answered,
        timedOut + other.timedOut,
        totalMicros + other.totalMicros);
  }
}
