package dev.squall.stats;

import dev.squall.sample.Iteration;
import dev.squall.sample.Sample;
import java.util.Arrays;

/**
 * One cell of the matrix under construction: plain counters and tallies, all of them sums. A cell
 * holds either the requests of one step and outcome class, with the exchanges of that step and
 * class that were no request of their own, or the iterations of one scenario. Not thread-safe.
 */
// The ordinals are array places of the hot path; an EnumMap would box every counter.
@SuppressWarnings("EnumOrdinal")
final class Cell {

  /** The plain counters. Iterations by end take the places of the last four. */
  enum Counter {
    REQUESTS,
    SENT,
    BYTES_SENT,
    BYTES_RECEIVED,
    IN_FLIGHT_NANOS,
    CHECKED,
    HOPS,
    ATTEMPTS,
    OUTSIDE,
    COMPLETED,
    FAILED,
    ABANDONED,
    INTERRUPTED;

    static Counter of(Iteration.End end) {
      return switch (end) {
        case COMPLETED -> COMPLETED;
        case FAILED -> FAILED;
        case ABANDONED -> ABANDONED;
        case INTERRUPTED -> INTERRUPTED;
      };
    }
  }

  /** The tallies. Of a pair, the second holds the censored times. */
  enum Measure {
    RESPONSE,
    RESPONSE_CENSORED,
    SERVICE,
    SERVICE_CENSORED,
    WAIT,
    WAIT_CENSORED,
    STATUS,
    FAILED_CHECKS,
    HOP_SERVICE,
    DURATION,
    DURATION_CENSORED,
    ACTIVE,
    ACTIVE_CENSORED,
    FAILED_AT
  }

  static final int COUNTERS = Counter.values().length;
  static final int MEASURES = Measure.values().length;

  private final long[] counters = new long[COUNTERS];
  private final Tally[] tallies = new Tally[MEASURES];

  Cell() {
    for (int i = 0; i < MEASURES; i++) {
      tallies[i] = new Tally();
    }
  }

  void record(Sample sample) {
    increment(Counter.SENT, sample.sent() ? 1 : 0);
    increment(Counter.BYTES_SENT, sample.bytesSent());
    increment(Counter.BYTES_RECEIVED, sample.bytesReceived());
    if (sample.kind() != Sample.Kind.OUTSIDE) {
      // What is performed before or after the load is in flight in no second of it.
      increment(Counter.IN_FLIGHT_NANOS, Math.max(0, sample.serviceNanos()));
    }
    switch (sample.kind()) {
      case REQUEST -> request(sample);
      case ATTEMPT -> increment(Counter.ATTEMPTS, 1);
      case OUTSIDE -> increment(Counter.OUTSIDE, 1);
      case LOCAL -> {}
      case HOP -> {
        increment(Counter.HOPS, 1);
        if (sample.answered() && sample.startedNanos() >= 0) {
          tally(Measure.HOP_SERVICE).time(Micros.measured(sample.serviceNanos()));
        }
      }
    }
  }

  private void request(Sample sample) {
    increment(Counter.REQUESTS, 1);
    if (sample.status() != 0) {
      tally(Measure.STATUS).count(sample.status());
    }
    if (sample.checked()) {
      increment(Counter.CHECKED, 1);
      for (long left = sample.failedChecks(); left != 0; left &= left - 1) {
        tally(Measure.FAILED_CHECKS).count(Long.numberOfTrailingZeros(left));
      }
    }
    if (sample.answered()) {
      tally(Measure.RESPONSE).time(Micros.measured(sample.responseNanos()));
      if (sample.startedNanos() >= 0) {
        tally(Measure.SERVICE).time(Micros.measured(sample.serviceNanos()));
        tally(Measure.WAIT).time(Micros.measured(sample.waitNanos()));
      }
    } else if (sample.censored()) {
      tally(Measure.RESPONSE_CENSORED).time(Micros.atLeast(sample.responseNanos()));
      if (sample.startedNanos() >= 0) {
        tally(Measure.SERVICE_CENSORED).time(Micros.atLeast(sample.serviceNanos()));
        // The wait was over when the first byte was written: it is known, whatever came after.
        tally(Measure.WAIT).time(Micros.measured(sample.waitNanos()));
      } else {
        tally(Measure.WAIT_CENSORED).time(Micros.atLeast(sample.responseNanos()));
      }
    }
  }

  void record(Iteration iteration) {
    increment(Counter.of(iteration.end()), 1);
    switch (iteration.end()) {
      case COMPLETED -> {
        tally(Measure.DURATION).time(Micros.measured(iteration.durationNanos()));
        tally(Measure.ACTIVE).time(Micros.measured(iteration.activeNanos()));
      }
      case INTERRUPTED -> {
        tally(Measure.DURATION_CENSORED).time(Micros.atLeast(iteration.durationNanos()));
        tally(Measure.ACTIVE_CENSORED).time(Micros.atLeast(iteration.activeNanos()));
      }
      case FAILED -> {
        if (iteration.failedStep() >= 0) {
          tally(Measure.FAILED_AT).count(iteration.failedStep());
        }
      }
      case ABANDONED -> {}
    }
  }

  void add(Cell other) {
    for (int i = 0; i < COUNTERS; i++) {
      counters[i] += other.counters[i];
    }
    for (int i = 0; i < MEASURES; i++) {
      tallies[i].add(other.tallies[i]);
    }
  }

  long value(Counter counter) {
    return counters[counter.ordinal()];
  }

  void increment(Counter counter, long by) {
    counters[counter.ordinal()] += by;
  }

  Tally tally(Measure measure) {
    return tallies[measure.ordinal()];
  }

  /** A distribution with its censored part; requests in neither are beside. */
  Latencies latencies(Measure answered, Measure censored) {
    var events = tally(answered).counts();
    var bounds = tally(censored).counts();
    long all = value(Counter.REQUESTS) + iterations();
    return new Latencies(events, bounds, all - events.total() - bounds.total());
  }

  /** Service times of the redirect hops. */
  Latencies hopService() {
    var events = tally(Measure.HOP_SERVICE).counts();
    return new Latencies(events, Counts.NONE, value(Counter.HOPS) - events.total());
  }

  boolean isEmpty() {
    for (long counter : counters) {
      if (counter != 0) {
        return false;
      }
    }
    return true;
  }

  /** Iterations that ended, however they ended. */
  long iterations() {
    return value(Counter.COMPLETED)
        + value(Counter.FAILED)
        + value(Counter.ABANDONED)
        + value(Counter.INTERRUPTED);
  }

  void clear() {
    Arrays.fill(counters, 0);
    for (var tally : tallies) {
      tally.clear();
    }
  }
}
