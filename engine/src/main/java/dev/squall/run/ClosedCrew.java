package dev.squall.run;

import dev.squall.load.ClosedLoad;
import dev.squall.stats.Latencies;

/** Users that go round until the time is over. */
final class ClosedCrew implements Crew {
  private final RunContext context;
  private final ClosedLoad load;
  private final UserThreads threads = new UserThreads();

  ClosedCrew(RunContext context, ClosedLoad load) {
    this.context = context;
    this.load = load;
  }

  @Override
  public void start() {
    for (int user = 1; user <= load.users(); user++) {
      int number = user;
      threads.start(number, () -> goRound(number));
    }
  }

  private void goRound(int number) {
    try (var user = new VirtualUser(context, number)) {
      long cursor = 0;
      for (long own = 0; cursor < endNanos() && !context.ended(); own++) {
        context.recorder.iterationsScheduled(1);
        context.recorder.iterationStarted();
        cursor = user.iterate(own * load.users() + number - 1, cursor);
      }
    }
  }

  @Override
  public boolean awaitIdle(long untilNanos) throws InterruptedException {
    return threads.join(untilNanos - context.now());
  }

  @Override
  public long endNanos() {
    return load.during().toNanos();
  }

  @Override
  public void wake() {
    threads.interrupt();
  }

  @Override
  public void settle() {}

  @Override
  public Latencies lateness() {
    return Latencies.NONE;
  }
}
