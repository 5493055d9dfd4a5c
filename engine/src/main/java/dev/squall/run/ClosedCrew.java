package dev.squall.run;

import dev.squall.load.ClosedLoad;

/** Users that go round until the time is over. */
final class ClosedCrew implements Crew {
  private final RunContext context;
  private final ClosedLoad load;
  private final UserThreads threads;

  ClosedCrew(RunContext context, ClosedLoad load) {
    this.context = context;
    this.load = load;
    this.threads = new UserThreads(context);
  }

  @Override
  public void start() throws InterruptedException {
    threads.startAll(load.maxUsers(), user -> () -> goRound(user));
  }

  private void goRound(int number) {
    try (var user = new VirtualUser(context, number)) {
      long cursor = 0;
      for (long own = 0; cursor < endNanos() && !context.ended(); own++) {
        context.recorder.iterationsScheduled(1);
        context.recorder.iterationsStarted(1);
        cursor = user.iterate(own * load.maxUsers() + number - 1, cursor);
      }
    }
  }

  @Override
  public long endNanos() {
    return load.curve().endNanos();
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
