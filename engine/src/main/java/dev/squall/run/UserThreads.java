package dev.squall.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The virtual threads of a run's users, as long as they live. */
final class UserThreads {
  private final RunContext context;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  UserThreads(RunContext context) {
    this.context = context;
  }

  void start(int user, Runnable work) {
    start("squall-user-" + user, work);
  }

  /** One that is interrupted and waited for like a user's. */
  Thread start(String name, Runnable work) {
    var thread =
        Thread.ofVirtual()
            .name(name)
            .uncaughtExceptionHandler(context::broke)
            .unstarted(() -> {
              try {
                work.run();
              } finally {
                threads.remove(Thread.currentThread());
              }
            });
    threads.add(thread);
    thread.start();
    return thread;
  }

  /**
   * Starts users from within their own scheduler. A carrier looks at what was started outside only
   * when its own queue is empty, which the first users, once they go round, may not let it be for
   * seconds. Returns at once; until all are started, the one that starts them counts as one.
   */
  void startAll(int[] users, IntFunction<Runnable> work) {
    start(
        "squall-starter",
        () -> {
          for (int user : users) {
            start(user, work.apply(user));
          }
        });
  }

  /** Waits until all of them ended, at most until this time since T0; whether they have. */
  boolean join(long untilNanos) throws InterruptedException {
    // One may have started others while it was waited for.
    for (var left = threads.iterator(); left.hasNext(); left = threads.iterator()) {
      if (!left.next().join(Duration.ofNanos(untilNanos - context.now()))) {
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
