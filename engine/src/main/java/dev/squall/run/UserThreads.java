package dev.squall.run;

import java.util.concurrent.ConcurrentLinkedQueue;

/** The virtual threads of a run's users. */
final class UserThreads {
  private final ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();

  void start(int user, Runnable work) {
    var thread = Thread.ofVirtual().name("squall-user-" + user).unstarted(work);
    threads.add(thread);
    thread.start();
  }

  /** Waits until all of them ended, at most so long; whether they have. */
  boolean join(long nanos) throws InterruptedException {
    long until = System.nanoTime() + nanos;
    for (var thread : threads) {
      long left = until - System.nanoTime();
      if (left <= 0 || !thread.join(java.time.Duration.ofNanos(left))) {
        return threads.stream().noneMatch(Thread::isAlive);
      }
    }
    return true;
  }

  void interrupt() {
    threads.forEach(Thread::interrupt);
  }
}
