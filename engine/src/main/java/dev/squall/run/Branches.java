package dev.squall.run;

import dev.squall.plan.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The parallel steps of one performer. The first branch is performed by itself, every other one on
 * a virtual thread of its own; their performers, and so their connections, are kept for next time.
 */
final class Branches implements AutoCloseable {
  private final StepPerformer parent;

  /** As many as were ever needed at once. */
  private final List<StepPerformer> others = new ArrayList<>(0);

  /** How many of them are busy: those of the branches around this one come first. */
  private int busy;

  Branches(StepPerformer parent) {
    this.parent = parent;
  }

  /** Whether every branch went through; returns when all have ended. */
  boolean perform(Planned.Parallel step) {
    // The first branch may itself have branches meanwhile: they take those behind these.
    var performers = performers(busy, busy + step.branches().size() - 1);
    busy += performers.size();
    performers.forEach(performer -> performer.fork(parent));
    return parent.isGated() ? inTurns(step, performers) : together(step, performers);
  }

  private boolean inTurns(Planned.Parallel step, List<StepPerformer> performers) {
    boolean first = parent.perform(step.branches().getFirst());
    for (int i = 0; i < performers.size(); i++) {
      performers.get(i).perform(step.branches().get(i + 1));
    }
    joined(performers);
    return first;
  }

  private boolean together(Planned.Parallel step, List<StepPerformer> performers) {
    var bug = new AtomicReference<@Nullable Throwable>();
    var threads = new ArrayList<Thread>(performers.size());
    for (int i = 0; i < performers.size(); i++) {
      var performer = performers.get(i);
      var branch = step.branches().get(i + 1);
      threads.add(
          Thread.ofVirtual()
              .name("squall-branch")
              .uncaughtExceptionHandler((_, e) -> bug.compareAndSet(null, e))
              .start(() -> performer.perform(branch)));
    }
    boolean first;
    try {
      first = parent.perform(step.branches().getFirst());
    } finally {
      join(threads);
    }
    if (bug.get() != null) {
      throw new IllegalStateException("a branch ended by an exception", bug.get());
    }
    joined(performers);
    return first;
  }

  private void joined(List<StepPerformer> performers) {
    performers.forEach(performer -> performer.joinTo(parent));
    busy -= performers.size();
  }

  private List<StepPerformer> performers(int from, int to) {
    while (others.size() < to) {
      others.add(parent.branch());
    }
    return List.copyOf(others.subList(from, to));
  }

  /** Adds what has become of the requests of all of them. */
  void addTo(UserTally tally) {
    others.forEach(performer -> performer.addTo(tally));
  }

  /** An interrupt of the user is one of all its branches. */
  private static void join(List<Thread> threads) {
    boolean interrupted = false;
    for (var thread : threads) {
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
          threads.forEach(Thread::interrupt);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    others.forEach(StepPerformer::close);
  }
}
