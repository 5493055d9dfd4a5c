package dev.squall.run;

import dev.squall.load.Iterations;
import dev.squall.load.Pacer;
import dev.squall.plan.Options;
import dev.squall.sample.IterationIndex;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Users that perform a number of iterations, each its part or whoever is free the next. */
final class IterationsCrew implements Crew {
  private final RunContext context;
  private final LoadClock clock;
  private final Iterations load;
  private final Options.Part part;
  private final AtomicLong taken = new AtomicLong();
  private final UserThreads threads;
  private final long mostIterations;
  private volatile boolean outOfData;

  IterationsCrew(RunContext context, LoadClock clock, Iterations load) {
    this.context = context;
    this.clock = clock;
    this.load = load;
    this.part = context.plan.options().part();
    this.threads = new UserThreads(context);
    this.mostIterations = context.plan.mostIterations();
  }

  @Override
  public void start() {
    threads.startAll(
        users(),
        user ->
            () -> {
              try {
                switch (load.sharing()) {
                  case DIVIDED -> performPart(user);
                  case SHARED -> takeNext(user);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** This worker's; where iterations are shared, a worker without a user borrows one. */
  private int[] users() {
    int most = (int) Math.min(load.users(), load.count());
    int own = part.worker() + 1;
    return own > most && load.sharing() == Iterations.Sharing.SHARED
        ? new int[] {own}
        : IntStream.iterate(own, user -> user <= most, user -> user + part.workers()).toArray();
  }

  private void performPart(int number) throws InterruptedException {
    try (var user = new VirtualUser(context, number)) {
      long cursor = 0;
      long most = load.partOf(number);
      for (long own = 0; own < most; own++) {
        long index = IterationIndex.of(number, own, load.users());
        if (!isThere(index)) {
          return;
        }
        // Waiting for a turn that there is: behind the last one, pacing delays nobody's end.
        cursor = clock.awaitRunning(cursor, context::ended);
        if (context.ended()) {
          return;
        }
        cursor = perform(user, index, own + 1, cursor);
      }
    }
  }

  private void takeNext(int number) throws InterruptedException {
    try (var user = new VirtualUser(context, number)) {
      long cursor = 0;
      for (long round = 1; indexOf(taken.get()) < load.count(); round++) {
        cursor = clock.awaitRunning(cursor, context::ended);
        if (context.ended()) {
          return;
        }
        long index = indexOf(taken.getAndIncrement());
        if (index >= load.count() || !isThere(index)) {
          return;
        }
        cursor = perform(user, index, round, cursor);
      }
    }
  }

  private long indexOf(long ownCount) {
    return ownCount * part.workers() + part.worker();
  }

  /** Whether there is data for an iteration; if not, there is none for any later one. */
  private boolean isThere(long index) {
    if (index < mostIterations) {
      return true;
    }
    outOfData = true;
    return false;
  }

  @Override
  public boolean isOutOfData() {
    return outOfData;
  }

  /** Performs it: when the next one may begin. */
  private long perform(VirtualUser user, long index, long round, long cursor) {
    context.recorder.iterationsScheduled(1);
    context.recorder.iterationsStarted(1);
    return user.iterate(index, round, cursor);
  }

  @Override
  public boolean pause() {
    return clock.pause();
  }

  @Override
  public boolean resume() {
    return clock.resume();
  }

  @Override
  public long endNanos() {
    return Pacer.NEVER;
  }

  @Override
  public StageNow stage(long loadNanos) {
    return new StageNow(0, Pacer.NEVER, load.toString());
  }

  @Override
  public boolean awaitIdle(long untilNanos) throws InterruptedException {
    return threads.join(untilNanos);
  }

  @Override
  public void interrupt() {
    threads.interrupt();
  }

  @Override
  public boolean awaitGone(long untilNanos) throws InterruptedException {
    return threads.join(untilNanos);
  }
}
