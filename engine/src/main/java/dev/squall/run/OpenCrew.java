package dev.squall.run;

import dev.squall.load.OpenLoad;
import dev.squall.load.Pacer;
import dev.squall.stats.Latencies;
import dev.squall.stats.LatencyCounter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Arrivals at their intended times, whatever the users do. One platform thread releases those that
 * are due, in batches; a user that is free takes the next one; a new user begins where all are
 * busy, up to the limit. An arrival that finds no user waits, and its intended start stays what it
 * was.
 */
final class OpenCrew implements Crew {
  /** How soon a stop is noticed between two arrivals that are far apart. */
  private static final long LONGEST_PARK = 20_000_000;

  /** The user of an arrival that none ever took. */
  private static final int NOBODY = 0;

  private final RunContext context;
  private final OpenLoad load;
  private final Pacer pacer;
  private final Thread dispatcher;
  private final UserThreads threads;
  private final Semaphore due = new Semaphore(0);
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private final LatencyCounter lateness = new LatencyCounter();

  /** Arrivals released so far; written by the dispatcher alone. */
  private volatile long released;

  private int users;

  OpenCrew(RunContext context, OpenLoad load) {
    this.context = context;
    this.load = load;
    this.pacer = load.pacer(context.plan.options().seed());
    this.threads = new UserThreads(context);
    this.dispatcher =
        Thread.ofPlatform()
            .name("squall-dispatcher")
            .daemon()
            .uncaughtExceptionHandler(context::broke)
            .unstarted(this::release);
  }

  @Override
  public void start() {
    dispatcher.start();
  }

  /** Every arrival intended before the load's end is released, also when its time was missed. */
  private void release() {
    long next = pacer.intendedNanos(0);
    while (next != Pacer.NEVER && next <= context.endedNanos()) {
      long now = context.now();
      long wait = next - now;
      if (wait > 0) {
        LockSupport.parkNanos(this, Math.min(wait, LONGEST_PARK));
      } else {
        release(pacer.dueBy(Math.min(now, context.endedNanos())), now);
        next = pacer.intendedNanos(released);
      }
    }
  }

  private void release(long upTo, long now) {
    long first = released;
    int batch = Math.toIntExact(upTo - first);
    context.recorder.iterationsScheduled(batch);
    context.recorder.iterationsStarted(batch);
    for (long arrival = first; arrival < upTo; arrival++) {
      lateness.record(now - pacer.intendedNanos(arrival));
    }
    released = upTo;
    // As many users as there are arrivals not yet finished: exactly those that have something to
    // do.
    long wanted = Math.min(load.maxUsers(), upTo - finished.get());
    while (users < wanted) {
      int number = ++users;
      threads.start(number, () -> serve(number));
    }
    due.release(batch);
  }

  private void serve(int number) {
    try (var user = new VirtualUser(context, number)) {
      while (!context.interrupted()) {
        due.acquire();
        if (context.interrupted()) {
          return;
        }
        long arrival = taken.getAndIncrement();
        user.iterate(arrival, pacer.intendedNanos(arrival));
        finished.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public long endNanos() {
    return load.curve().endNanos();
  }

  @Override
  public boolean awaitIdle(long untilNanos) throws InterruptedException {
    if (!isReleased(untilNanos)) {
      return false;
    }
    while (finished.get() < released) {
      if (context.now() >= untilNanos) {
        return false;
      }
      Thread.sleep(1);
    }
    return true;
  }

  private boolean isReleased(long untilNanos) throws InterruptedException {
    return dispatcher.join(Duration.ofNanos(untilNanos - context.now()));
  }

  @Override
  public void interrupt() {
    LockSupport.unpark(dispatcher);
    threads.interrupt();
  }

  @Override
  public boolean awaitGone(long untilNanos) throws InterruptedException {
    return isReleased(untilNanos) && threads.join(untilNanos);
  }

  /** Begun, waiting and cut off: performed by nobody, each ends before anything is sent. */
  @Override
  public void settle() {
    try (var nobody = new VirtualUser(context, NOBODY)) {
      for (long arrival = taken.get(); arrival < released; arrival++) {
        nobody.iterate(arrival, pacer.intendedNanos(arrival));
      }
    }
  }

  @Override
  public Latencies lateness() {
    return lateness.latencies();
  }
}
