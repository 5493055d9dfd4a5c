package dev.squall.run;

import dev.squall.sample.Event;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;

/** What a sample is to somebody who watches. */
final class Events {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private Events() {}

  /**
   * A request that ended.
   *
   * @param own which iteration of its user it belongs to, from 1
   * @param url with its variables expanded
   */
  static Event.RequestDone requestDone(
      Sample sample, long own, StepInfo step, String method, String url) {
    long latency = sample.startedNanos() < 0 ? sample.responseNanos() : sample.serviceNanos();
    return new Event.RequestDone(
        sample.user(),
        sample.iteration(),
        own,
        step.scenario(),
        step.name(),
        method,
        url,
        sample.status(),
        latency / NANOS_PER_MILLI,
        error(sample.outcome()),
        seconds(sample.endedNanos()));
  }

  /** Of nanoseconds since T0. */
  static double seconds(long nanos) {
    return nanos / NANOS_PER_SECOND;
  }

  private static String error(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok() -> "";
      case Outcome.Failed(_, var kind, _) -> kind;
      case Outcome.Interrupted() -> "interrupted";
    };
  }
}
