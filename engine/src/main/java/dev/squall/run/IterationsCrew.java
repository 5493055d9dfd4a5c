package dev.squall.run;

import dev.squall.load.Iterations;
import java.util.concurrent.atomic.AtomicLong;

/** Users that perform a number of iterations, each its part or whoever is free the next. */
final class IterationsCrew implements Crew {
  private final RunContext context;
  private final Iterations load;
  private final AtomicLong next = new AtomicLong();
  private final UserThreads threads;

  IterationsCrew(RunContext context, Iterations load) {
    this.context = context;
    this.load = load;
    this.threads = new UserThreads(context);
  }

  @Override
  public void start() throws InterruptedException {
    threads.startAll(
        (int) Math.min(load.users(), load.count()),
        user ->
            switch (load.sharing()) {
              case DIVIDED -> () -> performPart(user);
              case SHARED -> () -> takeNext(user);
            });
  }

  private void performPart(int number) {
    try (var user = new VirtualUser(context, number)) {
      long cursor = 0;
      long part = load.partOf(number);
      for (long own = 0; own < part && !context.ended(); own++) {
        cursor = perform(user, own * load.users() + number - 1, cursor);
      }
    }
  }

  private void takeNext(int number) {
    try (var user = new VirtualUser(context, number)) {
      long cursor = 0;
      while (!context.ended()) {
        long index = next.getAndIncrement();
        if (index >= load.count()) {
          return;
        }
        cursor = perform(user, index, cursor);
      }
    }
  }

  private long perform(VirtualUser user, long index, long cursor) {
    context.recorder.iterationsScheduled(1);
    context.recorder.iterationsStarted(1);
    return user.iterate(index, cursor);
  }

  @Override
  public long endNanos() {
    return Long.MAX_VALUE;
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
