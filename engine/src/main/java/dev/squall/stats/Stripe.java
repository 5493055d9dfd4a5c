package dev.squall.stats;

import dev.squall.sample.Iteration;
import dev.squall.sample.Opened;
import dev.squall.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the users of one stripe did. A short lock: on JDK 25 a virtual thread that waits for a
 * monitor gives its carrier away.
 */
final class Stripe {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Layout layout;
  private final List<Second> seconds = new ArrayList<>();
  private final List<Second> free = new ArrayList<>();
  private final List<Slowest> slowest;
  private final ErrorLog errors = new ErrorLog();
  private final UserLedger users;
  private final Openings openings = new Openings();
  private final VariableLog variables;
  private final SampleColumns samples;

  Stripe(Layout layout, int stripes, SampleRoom room) {
    this.layout = layout;
    this.slowest = layout.steps().stream().map(_ -> new Slowest()).toList();
    this.users = new UserLedger(stripes);
    this.variables = new VariableLog(layout);
    this.samples = new SampleColumns(room);
  }

  synchronized void record(Sample sample) {
    switch (sample.kind()) {
      case REQUEST -> {
        second(sample.endedNanos()).cells.record(sample);
        slowest.get(sample.step()).record(sample);
        users.record(sample);
        errors.record(sample);
        samples.record(sample);
      }
      case ATTEMPT, HOP -> second(sample.endedNanos()).cells.record(sample);
      case OUTSIDE -> {
        // Before or after the load: in no second of it more than in any other.
        second(0).cells.record(sample);
        errors.record(sample);
      }
      case LOCAL -> errors.record(sample);
    }
  }

  synchronized void record(Iteration iteration) {
    second(iteration.endedNanos()).cells.record(iteration);
    users.record(iteration);
  }

  synchronized void record(Opened opened) {
    openings.record(opened);
  }

  synchronized void captured(int step, int capture, @Nullable String value) {
    variables.record(step, capture, value);
  }

  private Second second(long nanos) {
    long number = Math.max(0, nanos) / NANOS_PER_SECOND;
    // The latest is nearly always the one; a late sample looks further back.
    for (int i = seconds.size() - 1; i >= 0; i--) {
      if (seconds.get(i).number == number) {
        return seconds.get(i);
      }
    }
    var second = free.isEmpty() ? new Second(new Cells(layout)) : free.removeLast();
    second.number = number;
    seconds.add(second);
    return second;
  }

  /** Takes all seconds out; they are whole samples, whichever moment this is. */
  synchronized List<Second> drain() {
    var drained = List.copyOf(seconds);
    seconds.clear();
    return drained;
  }

  /** Takes one drained second back, so that the next one costs no allocation. */
  void reuse(Second second) {
    second.cells.clear();
    synchronized (this) {
      if (free.size() < 2) {
        free.add(second);
      }
    }
  }

  /** Drains, and adds what is kept beside the matrix, as of the same moment. */
  synchronized List<Second> drain(int stripe, Kept all) {
    all.add(stripe, users, errors, slowest, openings, variables, samples);
    return drain();
  }
}
