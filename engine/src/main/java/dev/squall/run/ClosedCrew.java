package dev.squall.run;

import dev.squall.load.ClosedLoad;
import dev.squall.load.LevelCurve;
import dev.squall.load.Pacer;
import dev.squall.plan.Options;
import dev.squall.sample.IterationIndex;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Users that go round as long as the load wants so many. One that is not wanted finishes what it
 * does, keeps its connections while it will be wanted again, and goes when that is never.
 */
final class ClosedCrew implements Crew {
  private final RunContext context;
  private final LoadClock clock;
  private final int ownUsers;
  private final LevelCurve curve;
  private final Options.Part part;
  private final UserThreads threads;
  private final long mostIterations;

  /** How many iterations each user began, also while it is gone. */
  private final Map<Integer, AtomicLong> begun = new ConcurrentHashMap<>();

  /** Who is there; under `this`. */
  private final Set<Integer> present = new HashSet<>();

  private volatile Wanted wanted;
  private volatile boolean outOfData;

  /**
   * How many users a live change has set.
   *
   * @param users instead of the curve's; negative for those
   * @param fromNanos since when, in the load's time
   */
  private record Wanted(int users, long fromNanos) {}

  ClosedCrew(RunContext context, LoadClock clock, ClosedLoad load) {
    this.context = context;
    this.clock = clock;
    this.ownUsers = load.maxUsers();
    this.curve = load.curve();
    this.part = context.plan.options().part();
    this.threads = new UserThreads(context);
    this.mostIterations = context.plan.mostIterations();
    this.wanted = new Wanted(-1, 0);
  }

  @Override
  public void start() {
    bring(ownUsers);
  }

  /** Has all of the first so many users come that are this worker's and not there. */
  private synchronized void bring(int most) {
    threads.startAll(
        IntStream.rangeClosed(1, most)
            .filter(user -> (user - 1) % part.workers() == part.worker())
            .filter(present::add)
            .toArray(),
        user -> () -> goRound(user));
  }

  private void goRound(int number) {
    try {
      var turns = new Turns(number);
      long begin = turns.next(0);
      if (begin == Pacer.NEVER) {
        return;
      }
      try (var user = new VirtualUser(context, number)) {
        var own = begun.computeIfAbsent(number, _ -> new AtomicLong());
        while (begin != Pacer.NEVER) {
          long round = own.incrementAndGet();
          long index = IterationIndex.of(number, round - 1, ownUsers);
          if (index >= mostIterations) {
            outOfData = true;
            return;
          }
          context.recorder.iterationsScheduled(1);
          context.recorder.iterationsStarted(1);
          begin = turns.next(user.iterate(index, round, begin));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** When one user may begin its iterations. */
  private final class Turns {
    private final int user;
    private int seen = -1;

    /** Until when it may go on without asking again, in the run's time. */
    private long until;

    Turns(int user) {
      this.user = user;
    }

    /**
     * Waits for the next turn, which is at this time or later; when it is, both since T0. Never
     * when there is none, and the user has gone then.
     */
    long next(long cursor) throws InterruptedException {
      return cursor < until
              && cursor <= context.now()
              && seen == clock.changes()
              && !context.ended()
          ? cursor
          : awaitTurn(cursor);
    }

    private long awaitTurn(long cursor) throws InterruptedException {
      while (true) {
        seen = clock.changes();
        // What a pause kept from beginning is intended when that is over.
        long from = Math.max(cursor, clock.resumedNanos());
        if (context.ended()) {
          return Pacer.NEVER;
        }
        long begin = Pacer.NEVER;
        if (!clock.isPaused()) {
          long turn = activeFrom(user, clock.load(from));
          if (turn == Pacer.NEVER && leaves(user, clock.load(from))) {
            return Pacer.NEVER;
          }
          begin = clock.run(turn);
          if (begin <= context.now() && seen == clock.changes()) {
            until = clock.run(activeUntil(user, turn));
            return begin;
          }
        }
        clock.await(seen, begin);
      }
    }
  }

  private long activeFrom(int user, long at) {
    var now = wanted;
    return now.users() < 0
        ? curve.activeFrom(user, at)
        : user > now.users() || at >= curve.endNanos()
            ? Pacer.NEVER
            : Math.max(at, now.fromNanos());
  }

  private long activeUntil(int user, long at) {
    return wanted.users() < 0 ? curve.activeUntil(user, at) : curve.endNanos();
  }

  /** Whether a user goes; it stays if a live change has called it back meanwhile. */
  private synchronized boolean leaves(int user, long at) {
    boolean leaves = activeFrom(user, at) == Pacer.NEVER;
    if (leaves) {
      present.remove(user);
    }
    return leaves;
  }

  /** So many users from now on, until the load's end; whether there was time left for them. */
  synchronized boolean users(int count) {
    long at = clock.load(context.now());
    if (at >= curve.endNanos() || context.ended()) {
      return false;
    }
    wanted = new Wanted(count, at);
    bring(count);
    clock.change();
    return true;
  }

  /** The most users that the load itself wants. */
  int ownUsers() {
    return ownUsers;
  }

  @Override
  public boolean pause() {
    return clock.pause();
  }

  @Override
  public boolean resume() {
    return clock.resume();
  }

  @Override
  public long endNanos() {
    return curve.endNanos();
  }

  @Override
  public StageNow stage(long loadNanos) {
    var now = wanted;
    if (now.users() >= 0 && loadNanos >= now.fromNanos()) {
      return new StageNow(now.fromNanos(), curve.endNanos(), level(now.users()));
    }
    long end = curve.stageEnd(loadNanos);
    return new StageNow(
        curve.stageStart(loadNanos),
        now.users() < 0 ? end : Math.min(end, now.fromNanos()),
        level((int) Math.ceil(curve.level(loadNanos))));
  }

  private static String level(int users) {
    return users == 1 ? "1 user" : users + " users";
  }

  /** Before the load's end a live change may bring users, although none is there. */
  @Override
  public boolean awaitIdle(long untilNanos) throws InterruptedException {
    if (!threads.join(untilNanos)) {
      return false;
    }
    if (context.ended() || outOfData) {
      return true;
    }
    clock.await(clock.changes(), untilNanos);
    return false;
  }

  @Override
  public boolean isOutOfData() {
    return outOfData;
  }

  @Override
  public void interrupt() {
    threads.interrupt();
  }

  @Override
  public boolean awaitGone(long untilNanos) throws InterruptedException {
    return threads.join(untilNanos);
  }
}
