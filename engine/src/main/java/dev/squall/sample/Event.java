package dev.squall.sample;

/**
 * Something that just happened in a run, for whoever watches it live. Beside the statistics and
 * never instead of them: what nobody has time to hear is skipped.
 */
public sealed interface Event {

  /** The virtual user, from 1. */
  int user();

  /** When it happened, in seconds since T0. */
  double atSeconds();

  /**
   * A virtual user begins.
   *
   * @param user the virtual user, from 1
   * @param atSeconds seconds since T0
   */
  record UserStarted(int user, double atSeconds) implements Event {}

  /**
   * A virtual user begins a pass through a scenario.
   *
   * @param user the virtual user, from 1
   * @param iteration the iteration's index in the run, from 0
   * @param own which iteration of this user it is, from 1
   * @param scenario the scenario's name
   * @param atSeconds seconds since T0
   */
  record IterationStarted(int user, long iteration, long own, String scenario, double atSeconds)
      implements Event {}

  /**
   * A request ended, however it ended.
   *
   * @param user the virtual user, from 1
   * @param iteration the iteration's index in the run, from 0
   * @param own which iteration of this user it is, from 1
   * @param scenario the scenario's name
   * @param step the step's name
   * @param method the method that was sent
   * @param url where it was sent, variables expanded
   * @param status the answer's status; 0 when none came
   * @param latencyMs the service time in milliseconds; the response time where nothing was written
   * @param error what went wrong, a small set of words such as {@code connection_refused}; empty
   *     for a request that is ok
   * @param atSeconds seconds since T0
   */
  record RequestDone(
      int user,
      long iteration,
      long own,
      String scenario,
      String step,
      String method,
      String url,
      int status,
      double latencyMs,
      String error,
      double atSeconds)
      implements Event {

    /** Whether every check accepts the answer. */
    public boolean ok() {
      return error.isEmpty();
    }
  }

  /**
   * A virtual user ends.
   *
   * @param user the virtual user, from 1
   * @param iterations iterations that it began
   * @param requests requests that ended: {@code ok + failed + interrupted}
   * @param ok of those, the ones that every check accepts
   * @param failed failed requests
   * @param interrupted in flight when the run ended
   * @param atSeconds seconds since T0
   */
  record UserDone(
      int user,
      long iterations,
      long requests,
      long ok,
      long failed,
      long interrupted,
      double atSeconds)
      implements Event {}
}
