package dev.squall.run;

import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.OpenLoad;
import dev.squall.plan.Plan;
import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Connections;
import dev.squall.stats.Generator;
import dev.squall.stats.Progress;
import dev.squall.stats.Recorder;
import dev.squall.stats.Results;
import dev.squall.stats.RunInfo;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A load under way. It ends by itself or when stopped: nothing new begins, what runs has its grace,
 * then it is cut off; the results are complete for what happened.
 */
public final class Run implements AutoCloseable {
  private static final long SECOND = 1_000_000_000;

  /** How long cut-off users get to notice; they need microseconds. */
  private static final long PATIENCE = 30 * SECOND;

  private final Plan plan;
  private final Recorder recorder;
  private final RunContext context;
  private final Crew crew;
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private final CompletableFuture<Results> results = new CompletableFuture<>();

  private Run(Plan plan) {
    this.plan = plan;
    this.recorder =
        new Recorder(
            info(plan),
            List.of(plan.scenario().name()),
            plan.requests().stream().map(PlannedRequest::info).toList(),
            2 * Runtime.getRuntime().availableProcessors());
    this.context = new RunContext(plan, recorder);
    this.crew =
        switch (plan.load()) {
          case ClosedLoad load -> new ClosedCrew(context, load);
          case Iterations load -> new IterationsCrew(context, load);
          case OpenLoad load -> new OpenCrew(context, load);
        };
  }

  private static RunInfo info(Plan plan) {
    var base = plan.options().base().or(() -> plan.scenario().base()).orElse("");
    return new RunInfo(
        plan.scenario().name(), plan.load().toString(), plan.options().seed(), Instant.now(), base);
  }

  /** Starts the load; returns at once. */
  public static Run start(Plan plan) {
    var run = new Run(plan);
    Thread.ofPlatform().daemon().name("squall-run").start(run::conduct);
    return run;
  }

  /** Conducts the run from its first user to its results. */
  private void conduct() {
    try (var health = new Health()) {
      crew.start();
      awaitEnd();
      context.end();
      finishOrInterrupt();
      long elapsed = context.now();
      tick();
      crew.settle();
      var measured = recorder.finish(elapsed, Generator.RUNNING);
      results.complete(recorder.finish(elapsed, health.judge(measured, crew.lateness())));
    } catch (Throwable e) {
      results.completeExceptionally(e);
    } finally {
      context.interrupt();
      crew.wake();
      context.wire.close();
    }
  }

  /** Until the load's end, a stop, or all users being done; ticks meanwhile. */
  private void awaitEnd() throws InterruptedException {
    for (long tick = SECOND; ; tick += SECOND) {
      long until = Math.min(tick, crew.endNanos());
      if (awaitIdleOrStop(until) || crew.endNanos() <= tick) {
        return;
      }
      tick();
    }
  }

  private boolean awaitIdleOrStop(long untilNanos) throws InterruptedException {
    while (context.now() < untilNanos) {
      if (crew.awaitIdle(Math.min(untilNanos, context.now() + SECOND / 50))
          || stopAsked.getCount() == 0) {
        return true;
      }
    }
    return stopAsked.await(0, TimeUnit.NANOSECONDS);
  }

  private void finishOrInterrupt() throws InterruptedException {
    long grace = context.now() + plan.options().grace().toNanos();
    for (long tick = context.now() + SECOND; tick < grace; tick += SECOND) {
      if (crew.awaitIdle(tick)) {
        return;
      }
      tick();
    }
    if (!crew.awaitIdle(grace)) {
      context.interrupt();
      crew.wake();
      if (!crew.awaitIdle(context.now() + PATIENCE)) {
        throw new IllegalStateException(
            "a user did not end within " + PATIENCE / SECOND + " s of being interrupted");
      }
    }
  }

  private void tick() {
    var counts = context.wire.counts();
    recorder.tick(
        context.now(),
        context.busyUsers.intValue(),
        new Connections(
            counts.opened(),
            counts.failed(),
            counts.reused(),
            counts.closedByPeer(),
            counts.closedByUs(),
            counts.staleRetries(),
            counts.active(),
            counts.idle(),
            counts.peakActive(),
            counts.peakIdle(),
            counts.connectNanos()));
  }

  /** What is run. */
  public Plan plan() {
    return plan;
  }

  /** Whether the results are there. */
  public boolean isDone() {
    return results.isDone();
  }

  /** The run so far in a few numbers; cheap enough for a line that is redrawn. */
  public Progress progress() {
    return recorder.progress(context.now());
  }

  /** Users inside an iteration now. */
  public int busyUsers() {
    return context.busyUsers.intValue();
  }

  /** The results so far; the final ones once it has ended. */
  public Results snapshot() {
    return results.isDone() ? await() : recorder.snapshot(context.now());
  }

  /** Ends the load as its own end would; returns at once. */
  public void stop() {
    stopAsked.countDown();
  }

  /**
   * Waits for the end. An interrupt of the waiting thread stops the run, which is then waited for.
   */
  public Results await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return results.get();
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        } catch (java.util.concurrent.ExecutionException e) {
          throw new CompletionException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Stops and waits. */
  @Override
  public void close() {
    stop();
    await();
  }
}
