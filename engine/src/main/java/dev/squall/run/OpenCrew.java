package dev.squall.run;

import dev.squall.load.OpenLoad;
import dev.squall.load.Pacer;
import dev.squall.sample.Iteration;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.stats.Latencies;
import dev.squall.stats.LatencyCounter;
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
  private static final long LONGEST_PARK = 100_000_000;

  private final RunContext context;
  private final OpenLoad load;
  private final Pacer pacer;
  private final Thread dispatcher =
      Thread.ofPlatform().name("squall-dispatcher").daemon().unstarted(this::release);
  private final UserThreads threads = new UserThreads();
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
    this.pacer = load.pacer();
  }

  @Override
  public void start() {
    dispatcher.start();
  }

  private void release() {
    long total = pacer.arrivals();
    while (released < total && !context.ended()) {
      long wait = pacer.intendedNanos(released) - context.now();
      if (wait > 0) {
        LockSupport.parkNanos(this, Math.min(wait, LONGEST_PARK));
        continue;
      }
      release(pacer.dueBy(context.now()));
    }
  }

  private void release(long upTo) {
    long now = context.now();
    for (long arrival = released; arrival < upTo; arrival++) {
      lateness.record(now - pacer.intendedNanos(arrival));
      context.recorder.iterationStarted();
    }
    int batch = Math.toIntExact(upTo - released);
    context.recorder.iterationsScheduled(batch);
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
  public boolean awaitIdle(long untilNanos) throws InterruptedException {
    while (context.now() < untilNanos) {
      if (!dispatcher.isAlive() && finished.get() == released) {
        return true;
      }
      Thread.sleep(1);
    }
    return false;
  }

  @Override
  public long endNanos() {
    return load.during().toNanos();
  }

  @Override
  public void wake() {
    LockSupport.unpark(dispatcher);
    threads.interrupt();
  }

  /**
   * Arrivals that no user ever took: begun, waiting, and cut off; their first request is censored
   * at its age.
   */
  @Override
  public void settle() {
    long now = context.now();
    for (long arrival = taken.get(); arrival < released; arrival++) {
      int user = (int) (arrival % load.maxUsers()) + 1;
      long intended = pacer.intendedNanos(arrival);
      context.recorder.record(
          new Sample(
              0,
              user,
              arrival,
              intended,
              -1,
              -1,
              now,
              0,
              false,
              false,
              0,
              0,
              0,
              false,
              Outcome.INTERRUPTED));
      context.recorder.record(
          new Iteration(0, user, arrival, intended, now, 0, Iteration.End.INTERRUPTED, -1));
    }
  }

  @Override
  public Latencies lateness() {
    return lateness.latencies();
  }
}
