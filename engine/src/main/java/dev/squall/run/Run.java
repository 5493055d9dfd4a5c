package dev.squall.run;

import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.http.WireSettings;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.plan.Plan;
import dev.squall.plan.PlannedScenario;
import dev.squall.problem.ProblemException;
import dev.squall.sample.Connections;
import dev.squall.sample.Event;
import dev.squall.stats.Generator;
import dev.squall.stats.Progress;
import dev.squall.stats.Recorder;
import dev.squall.stats.Results;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A load under way. It ends by itself or when stopped: nothing new begins, what runs has its grace,
 * then it is cut off; the results are complete for what happened.
 */
public final class Run implements AutoCloseable {
  private static final long SECOND = 1_000_000_000;

  /** How soon a stop is noticed. */
  private static final long LOOK = SECOND / 50;

  /** How long cut-off users get to notice; they need microseconds. */
  private static final long PATIENCE = 30 * SECOND;

  private final Plan plan;
  private final Recorder recorder;
  private final Health health;
  private final RunContext context;
  private final LoadClock clock;
  private final Crew crew;
  private final UntilGoals until;
  private final Changes changes;
  private final @Nullable RunObserver observer = RunObserver.HERE.get();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean stopAsked;

  /** What is under way, and the teardown, get no longer than this each. */
  private volatile long mostGrace = Long.MAX_VALUE;

  /** Open when the load has begun, or never will: before that there is no load to change. */
  private final CountDownLatch begun = new CountDownLatch(1);

  private final CompletableFuture<Results> results = new CompletableFuture<>();
  private long nextTick = SECOND;
  private long elapsedNanos;

  private Run(Plan plan, WireSettings settings) {
    this.plan = plan;
    // Before T0, because what it loads takes longer than the first requests.
    this.health = new Health();
    this.recorder =
        new Recorder(
            RunFacts.of(plan),
            plan.scenarios().stream().map(PlannedScenario::name).toList(),
            plan.infos(),
            2 * Runtime.getRuntime().availableProcessors());
    this.context = new RunContext(plan, recorder, settings);
    this.clock = new LoadClock(context::now);
    this.crew =
        switch (plan.load()) {
          case ClosedLoad load -> new ClosedCrew(context, clock, load);
          case Iterations load -> new IterationsCrew(context, clock, load);
          case OpenLoad load -> new OpenCrew(context, clock, load);
        };
    this.changes = new Changes(plan, crew);
    this.until = new UntilGoals(goals(plan.load()), recorder, crew::stage, clock);
  }

  private static List<Goal> goals(Load load) {
    return switch (load) {
      case ClosedLoad closed -> closed.until();
      case OpenLoad open -> open.until();
      case Iterations _ -> List.of();
    };
  }

  /**
   * Starts the load; returns at once.
   *
   * @throws ProblemException when this machine cannot do what the options or the load ask for
   */
  public static Run start(Plan plan) {
    return start(plan, List.of());
  }

  /**
   * The same with somebody who hears of everything from the first user on; see {@link #onEvent}.
   *
   * @throws ProblemException when this machine cannot do what the options or the load ask for
   */
  public static Run start(Plan plan, Consumer<? super Event> listener) {
    return start(plan, List.of(listener));
  }

  /**
   * That a run of it could be started, so far as files and addresses of its options go; nothing is
   * sent.
   *
   * @throws ProblemException when this machine cannot do what the options ask for
   */
  public static void check(Plan plan) {
    Network.settings(plan.options());
  }

  private static Run start(Plan plan, List<Consumer<? super Event>> listeners) {
    var settings = Network.settings(plan.options());
    OwnMeans.require(plan, settings);
    var run = new Run(plan, settings);
    listeners.forEach(run::onEvent);
    if (run.observer == null) {
      run.begin();
    } else {
      run.observer.starting(run, run::begin);
    }
    return run;
  }

  private void begin() {
    Thread.ofPlatform().daemon().name("squall-run").start(this::conduct);
  }

  private void conduct() {
    Log.info(() -> "run begins: " + plan.workload() + ", " + plan.load());
    try {
      var measured = measure();
      tell(measured);
      results.complete(measured);
    } catch (Throwable e) {
      Log.error("the run ended by a bug", e);
      results.completeExceptionally(e);
    } finally {
      begun.countDown();
    }
  }

  private static void tell(Results measured) {
    var totals = measured.totals();
    var generator = measured.generator();
    Log.info(() ->
        "run ended: %d requests, %d failed, %s"
            .formatted(totals.requests(), totals.failed(), generator.verdict().label()));
    generator
        .reasons()
        .forEach(reason -> Log.info(() -> generator.verdict().label() + ": " + reason));
  }

  /** From the first user to the results; nothing of the run is left behind. */
  private Results measure() throws InterruptedException {
    try (var _ = health;
        var _ = context.events;
        var _ = context.wire;
        var outside = new Outside(context)) {
      try {
        var failed = setUp(outside);
        context.begin();
        health.begin(context.wire, context.t0());
        if (failed.isPresent()) {
          return withoutLoad(failed.get());
        }
        crew.start();
        begun.countDown();
        awaitIdle(() -> clock.run(crew.endNanos()), () -> stopAsked);
        if (crew.isOutOfData()) {
          stopped(context.now(), "stopped: the data has rows for no more than these iterations");
        }
        context.end();
        clock.change();
        long loadEnded = context.now();
        long grace = plan.options().grace().toNanos();
        if (!awaitIdle(() -> loadEnded + Math.min(grace, mostGrace), () -> false)) {
          cutOff();
        }
        var bug = context.bug();
        if (bug != null) {
          throw new CompletionException(bug);
        }
        crew.settle();
        elapsedNanos = context.now();
        tick(elapsedNanos);
        recorder.pool(crew.pool());
        health.end();
        tearDown(outside);
        var measured = recorder.finish(elapsedNanos, Generator.RUNNING);
        return recorder.finish(
            elapsedNanos,
            health.judge(measured, crew.lateness(), plan.options().routes().local().size()));
      } finally {
        cutOff();
      }
    }
  }

  /** The step of the setup that failed, if one did. A stop ends it where it is. */
  private Optional<String> setUp(Outside outside) throws InterruptedException {
    if (!plan.hasSetup()) {
      return Optional.empty();
    }
    return Interruptible.perform("squall-setup", outside::setUp, () -> stopAsked);
  }

  /** Whoever wants the run to end soon does not wait for its time-outs. */
  private void tearDown(Outside outside) throws InterruptedException {
    if (plan.hasTeardown()) {
      long began = context.now();
      Interruptible.perform(
          "squall-teardown", outside::tearDown, () -> context.now() - began > mostGrace);
    }
  }

  private Results withoutLoad(String failedStep) {
    var why = stopAsked ? "it was stopped in the setup" : "the setup failed at " + failedStep;
    health.end();
    var measured = recorder.finish(0, Generator.RUNNING);
    var generator = health.judge(measured, crew.lateness(), 0);
    return recorder.finish(0, generator.invalid(why + ": no load was begun"));
  }

  /**
   * Waits until nothing runs, at most until this time, which may move, or until something else ends
   * it; ticks at each whole second. Whether nothing runs.
   */
  private boolean awaitIdle(LongSupplier untilNanos, BooleanSupplier endsEarlier)
      throws InterruptedException {
    while (true) {
      long now = context.now();
      if (now >= nextTick) {
        // The second that ended, however late it was noticed.
        tick(nextTick);
        judge(nextTick / SECOND);
        nextTick += SECOND;
      }
      if (crew.awaitIdle(Math.min(untilNanos.getAsLong(), Math.min(nextTick, now + LOOK)))) {
        return true;
      }
      if (context.now() >= untilNanos.getAsLong()
          || context.bug() != null
          || endsEarlier.getAsBoolean()) {
        return false;
      }
    }
  }

  private void cutOff() throws InterruptedException {
    context.interrupt();
    if (observer != null) {
      observer.cutOff(this);
    }
    crew.interrupt();
    if (!crew.awaitGone(context.now() + PATIENCE)) {
      throw new IllegalStateException(
          "a user did not end within " + PATIENCE / SECOND + " s of being interrupted");
    }
  }

  private void judge(long second) {
    if (!context.ended()) {
      until
          .reason(second)
          .ifPresent(reason -> {
            stopped(second * SECOND, reason);
            stopAsked = true;
          });
    }
  }

  /** Why the load ends before its time. */
  private void stopped(long nanos, String reason) {
    recorder.stopped(reason);
    recorder.mark(nanos, reason);
    Log.info(() -> reason);
  }

  private void tick(long nanos) {
    var counts = context.wire.counts();
    recorder.tick(
        nanos,
        busyUsers(),
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
            counts.connectNanos(),
            counts.idleTimeouts(),
            counts.poolOverflow()));
  }

  /**
   * An open load's arrivals come at this rate from now on, until the load's end; a mark says so.
   *
   * @param perSecond all arrivals, those of other workers too
   * @throws ProblemException when the load has no rate, or this is none
   */
  public void rate(double perSecond) {
    awaitBegin();
    if (changes.rate(perSecond)) {
      mark("rate " + Metric.REQUEST_RATE.print(perSecond));
    }
  }

  /**
   * So many users of a closed load go round from now on, until the load's end; a mark says so. Who
   * is one too many finishes its iteration.
   *
   * @param count all users, those of other workers too
   * @throws ProblemException when the load's users are not to be set, this is no number of them, or
   *     neither data nor machine has enough for so many
   */
  public void users(int count) {
    awaitBegin();
    if (changes.users(count)) {
      mark("users " + count);
    }
  }

  /** A change while the setup is performed is one of the load's first moment. */
  private void awaitBegin() {
    try {
      begun.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Nothing new begins and the load's clock stands still, so that its end moves; what runs goes on.
   * A mark says so.
   */
  public void pause() {
    awaitBegin();
    if (crew.pause()) {
      mark("paused");
    }
  }

  /** The load goes on where it was paused; a mark says so. */
  public void resume() {
    awaitBegin();
    if (crew.resume()) {
      mark("resumed");
    }
  }

  /** Leaves a note in the results, at this moment; after the end there is nothing to note. */
  public void mark(String text) {
    awaitBegin();
    if (!results.isDone()) {
      recorder.mark(context.now(), text);
    }
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
    return recorder.progress(results.isDone() ? elapsedNanos : sinceBegin());
  }

  /** Nothing while the setup is performed: the load's time begins behind it. */
  private long sinceBegin() {
    return begun.getCount() > 0 ? 0 : context.now();
  }

  /** Users inside an iteration now. */
  public int busyUsers() {
    return context.busyUsers.get();
  }

  /**
   * The results so far; the final ones once it has ended.
   *
   * @throws CompletionException when the run ended by a bug of ours, which is its cause
   */
  public Results snapshot() {
    return results.isDone() ? await() : recorder.snapshot(sinceBegin());
  }

  /**
   * From now on this one hears of what users do, an event at a time, on a thread of its own. It
   * never slows them: what it has no time for is {@link #skippedEvents skipped}.
   */
  public void onEvent(Consumer<? super Event> listener) {
    context.events.onEvent(listener);
  }

  /** How many events nobody heard, because a thousand others were waiting. */
  public long skippedEvents() {
    return context.events.skipped();
  }

  /** Ends the load as its own end would; returns at once. */
  public void stop() {
    stopAsked = true;
  }

  /** The same, and what is under way gets no longer than this, nor does the teardown. */
  public void stopWithin(Duration most) {
    mostGrace = most.toNanos();
    stop();
  }

  /**
   * Waits for the end. An interrupt of the waiting thread stops the run, which is then waited for.
   *
   * @throws CompletionException when the run ended by a bug of ours, which is its cause
   */
  public Results await() {
    boolean interrupted = false;
    waiting.incrementAndGet();
    try {
      while (true) {
        try {
          return results.get();
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        } catch (ExecutionException e) {
          throw new CompletionException(e.getCause());
        }
      }
    } finally {
      waiting.decrementAndGet();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether a thread waits for its end. */
  public boolean isAwaited() {
    return waiting.get() > 0 && !isDone();
  }

  /** The results once they are there; exceptionally when it ended by a bug of ours. */
  public CompletableFuture<Results> end() {
    return results.copy();
  }

  @Override
  public String toString() {
    return plan.workload() + ", " + plan.load() + (isDone() ? ", ended" : ", running");
  }

  /** Stops and waits. */
  @Override
  public void close() {
    stop();
    await();
  }
}
