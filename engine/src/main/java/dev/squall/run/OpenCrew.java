package dev.squall.run;

import dev.squall.goal.Metric;
import dev.squall.load.LevelCurve;
import dev.squall.load.OpenLoad;
import dev.squall.load.Pacer;
import dev.squall.load.Profile;
import dev.squall.load.Stage;
import dev.squall.stats.Latencies;
import dev.squall.stats.LatencyCounter;
import dev.squall.stats.UserPool;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals at their intended times, whatever the users do. One platform thread releases those that
 * are due, in batches; a user that is free takes the next one; a new user begins where all are
 * busy, up to the limit. An arrival that finds no user waits, and its intended start stays what it
 * was; one that finds as many waiting as may wait is dropped.
 */
final class OpenCrew implements Crew {
  /** How soon a change is noticed between two arrivals that are far apart. */
  private static final long LONGEST_PARK = 20_000_000;

  /**
   * As short as a timer can be: the threads that wake, the pollers and the carriers go round once,
   * in some dozens of microseconds on a machine with nothing else to do.
   */
  private static final long ROUND_NANOS = 1;

  /** Until it is looked again whether those who were hired have begun. */
  private static final long BEHIND_NANOS = 500_000;

  /** So many in each round: some tens of thousands a second, where those who are hired begin. */
  private static final int AT_ONCE = 4;

  /** The user of an arrival that none ever took. */
  private static final int NOBODY = 0;

  /** An arrival is a new user, whoever performs it. */
  private static final long FIRST_ROUND = 1;

  private final RunContext context;
  private final LoadClock clock;
  private final OpenLoad load;
  private final LevelCurve curve;
  private final Thread dispatcher;
  private final UserThreads threads;
  private final OpenPool pool;
  private @Nullable Thread recruiter; // before the dispatcher
  private final long mostIterations;
  private final LatencyCounter lateness = new LatencyCounter();

  // From here on: written under `this`.
  private final ArrivalSchedule schedule;
  private OpenLoad current;
  private LevelCurve currentCurve;
  private long currentFrom;

  OpenCrew(RunContext context, LoadClock clock, OpenLoad load) {
    this.context = context;
    this.clock = clock;
    this.load = load;
    this.curve = load.curve();
    this.mostIterations = context.plan.mostIterations();
    this.current = load;
    this.currentCurve = curve;
    this.schedule = new ArrivalSchedule(part(load, 0));
    this.threads = new UserThreads(context);
    this.pool = new OpenPool(load.maxUsers());
    this.dispatcher =
        Thread.ofPlatform()
            .name("squall-dispatcher")
            .daemon()
            .uncaughtExceptionHandler(context::broke)
            .unstarted(this::dispatch);
  }

  private Pacer part(OpenLoad of, long base) {
    var part = context.plan.options().part();
    return of.pacer(context.plan.options().seed() + base)
        .part(part.worker(), part.workers())
        .below(mostIterations == Long.MAX_VALUE ? mostIterations : mostIterations - base);
  }

  @Override
  public void start() {
    recruiter = threads.start("squall-recruiter", this::recruit);
    dispatcher.start();
  }

  private void dispatch() {
    for (long wait = release(); wait >= 0; wait = release()) {
      if (wait > 0) {
        LockSupport.parkNanos(this, Math.min(wait, LONGEST_PARK));
      }
    }
  }

  /**
   * Every arrival intended before the load's end is released, also when its time was missed. How
   * long to wait for the next one; negative when there will be none.
   */
  private synchronized long release() {
    long now = context.now();
    boolean ended = context.ended();
    long until = clock.load(Math.min(now, context.endedNanos()));
    releaseDue(until, now);
    if (ended || until >= curve.endNanos() || isOutOfData()) {
      return -1;
    }
    long next = clock.run(Math.min(schedule.nextNanos(), curve.endNanos()));
    return Math.max(0, next - now);
  }

  private void releaseDue(long until, long now) {
    var batch = schedule.due(until, now - clock.load(now));
    int count = batch.count();
    if (count == 0) {
      return;
    }
    for (int i = 0; i < count; i++) {
      lateness.record(now - batch.arrival(i).intendedNanos());
    }
    var taken = batch.first(Math.clamp(capacity() - pool.underWay(), 0, count));
    context.recorder.iterationsScheduled(count);
    context.recorder.iterationsStarted(taken.count());
    context.recorder.iterationsDropped(count - taken.count());
    if (pool.add(taken)) {
      LockSupport.unpark(recruiter);
    }
  }

  /** The most arrivals that may be performed or wait at once. */
  private long capacity() {
    return load.queue().isPresent()
        ? (long) load.maxUsers() + load.queue().getAsInt()
        : Long.MAX_VALUE / 2;
  }

  /**
   * Hires users for arrivals that find none, once everything that could run has had its turn: what
   * was answered meanwhile needs nobody new. And no more until those who were hired have begun: a
   * machine that is behind would make that worse by opening thousands of connections that a
   * generator on time would not have needed (docs/decisions/014).
   */
  private void recruit() {
    while (!context.interrupted()) {
      if (!pool.isShort()) {
        LockSupport.park(this);
      } else if (pool.isAnyoneComing()) {
        LockSupport.parkNanos(this, BEHIND_NANOS);
      } else {
        long arrivals = pool.arrivals();
        LockSupport.parkNanos(this, ROUND_NANOS);
        hire(arrivals);
      }
    }
  }

  private void hire(long arrivals) {
    for (int i = 0; i < AT_ONCE; i++) {
      int number = pool.hire(arrivals);
      if (number == 0) {
        return;
      }
      threads.start(number, () -> serve(number));
    }
  }

  private void serve(int number) {
    var seat = new OpenPool.Seat(Thread.currentThread());
    try (var user = new VirtualUser(context, number)) {
      while (!context.interrupted()) {
        var arrival = pool.take(seat);
        user.iterate(arrival.index(), FIRST_ROUND, arrival.intendedNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * So many arrivals a second from now on; what was due until now stays as it was intended. Whether
   * there was time left for them.
   */
  synchronized boolean rate(double perSecond) {
    long now = context.now();
    long at = clock.load(now);
    long left = curve.endNanos() - at;
    if (left <= 0 || context.ended()) {
      return false;
    }
    releaseDue(at, now);
    var hold = Profile.EMPTY.then(new Stage.Hold(perSecond, Duration.ofNanos(left)));
    current = load.shaped(hold).compressed(1);
    currentCurve = current.curve();
    currentFrom = at;
    schedule.change(part(current, schedule.nextBase()), at);
    LockSupport.unpark(dispatcher);
    return true;
  }

  @Override
  public synchronized boolean pause() {
    long now = context.now();
    releaseDue(clock.load(Math.min(now, context.endedNanos())), now);
    return clock.pause();
  }

  @Override
  public synchronized boolean resume() {
    boolean resumed = clock.resume();
    LockSupport.unpark(dispatcher);
    return resumed;
  }

  @Override
  public long endNanos() {
    return curve.endNanos();
  }

  @Override
  public synchronized StageNow stage(long loadNanos) {
    if (loadNanos < currentFrom) {
      // Asked for the moment before a change that has come meanwhile.
      return new StageNow(curve.stageStart(loadNanos), currentFrom, level(curve.level(loadNanos)));
    }
    long at = loadNanos - currentFrom;
    return new StageNow(
        currentFrom + currentCurve.stageStart(at),
        currentFrom + currentCurve.stageEnd(at),
        level(currentCurve.level(at)));
  }

  private static String level(double perSecond) {
    return Metric.REQUEST_RATE.print(perSecond);
  }

  @Override
  public boolean awaitIdle(long untilNanos) throws InterruptedException {
    if (!isReleased(untilNanos)) {
      return false;
    }
    while (pool.underWay() > 0) {
      if (context.now() >= untilNanos) {
        return false;
      }
      Thread.sleep(1);
    }
    return true;
  }

  /** A dispatcher that never started, because the setup failed, has nothing to release. */
  private boolean isReleased(long untilNanos) throws InterruptedException {
    return dispatcher.getState() == Thread.State.NEW
        || dispatcher.join(Duration.ofNanos(untilNanos - context.now()));
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
      for (var arrival = pool.left(); arrival != null; arrival = pool.left()) {
        nobody.iterate(arrival.index(), FIRST_ROUND, arrival.intendedNanos());
      }
    }
  }

  @Override
  public synchronized boolean isOutOfData() {
    return schedule.nextBase() >= mostIterations;
  }

  @Override
  public Latencies lateness() {
    return lateness.latencies();
  }

  @Override
  public UserPool pool() {
    return pool.used();
  }
}
