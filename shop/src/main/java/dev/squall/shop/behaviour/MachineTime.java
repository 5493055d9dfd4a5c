package dev.squall.shop.behaviour;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread on which waiting requests go on. It starts with the first request that waits. */
final class MachineTime implements Time {

  private final long origin = System.nanoTime();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("practice-shop-timers").daemon().factory());

  @Override
  public long now() {
    return System.nanoTime() - origin;
  }

  @Override
  public void after(long nanos, Runnable work) {
    try {
      var _ = thread.schedule(work, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      // The shop has closed: its connections are gone and nobody waits for this answer.
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
