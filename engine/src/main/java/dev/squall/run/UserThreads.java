package dev.squall.run;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The virtual threads of a run's users. */
final class UserThreads {
  private final RunContext context;
  private final ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();

  UserThreads(RunContext context) {
    this.context = context;
  }

  void start(int user, Runnable work) {
    var thread =
        Thread.ofVirtual()
            .name("squall-user-" + user)
            .uncaughtExceptionHandler(context::broke)
            .unstarted(work);
    threads.add(thread);
    thread.start();
  }

  /**
   * Starts users 1 to count from within their own scheduler. A carrier looks at what was started
   * outside only when its own queue is empty, which the first users, once they go round, may not
   * let it be for seconds. Returns when all are started.
   */
  void startAll(int count, IntFunction<Runnable> work) throws InterruptedException {
    Thread.ofVirtual()
        .name("squall-starter")
        .uncaughtExceptionHandler(context::broke)
        .start(() -> IntStream.rangeClosed(1, count).forEach(user -> start(user, work.apply(user))))
        .join();
  }

  /** Waits until all of them ended, at most until this time since T0; whether they have. */
  boolean join(long untilNanos) throws InterruptedException {
    for (var thread : threads) {
      if (!thread.join(Duration.ofNanos(untilNanos - context.now()))) {
        return false;
      }
    }
    return true;
  }

  /** To be called after the run was interrupted: a user that begins later sees that by itself. */
  void interrupt() {
    threads.forEach(Thread::interrupt);
  }
}
