package dev.squall.run;

import dev.squall.plan.Planned;
import dev.squall.sample.Event;
import dev.squall.sample.Iteration;
import dev.squall.sample.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Performs iterations on the thread that asks for them. */
final class VirtualUser implements AutoCloseable {
  private final RunContext context;
  private final int number;
  private final Session session;
  private final UserCookies cookies;
  private final StepPerformer performer;
  private final @Nullable Gate gate;

  /** By scenario. */
  private final List<List<FeedReader>> feeds;

  private long iterations;

  /** When it was done with its last iteration, since T0: what is intended earlier waits for it. */
  private long freeSinceNanos;

  VirtualUser(RunContext context, int number) {
    this(context, number, new Answer(false), StepWatch.NONE);
  }

  VirtualUser(RunContext context, int number, Answer answer, StepWatch watch) {
    this(context, number, answer, watch, null);
  }

  /** One whose steps are let through one by one. */
  VirtualUser(RunContext context, int number, Answer answer, StepWatch watch, @Nullable Gate gate) {
    this.context = context;
    this.gate = gate;
    this.number = number;
    this.session = new Session(context.plan, context.timestamps, number);
    this.cookies = new UserCookies(context.jar(), context.endpoints());
    this.feeds =
        context.plan.scenarios().stream()
            .map(scenario -> scenario.feeds().stream().map(FeedReader::new).toList())
            .toList();
    this.performer =
        new StepPerformer(
            context, session, new RequestPerformer(context, session, cookies, answer, watch), gate);
    if (isWatched()) {
      context.events.offer(new Event.UserStarted(number, seconds()));
    }
  }

  /** Nobody is told of who performs what is performed once. */
  private boolean isWatched() {
    return number > 0 && context.events.isWanted();
  }

  private double seconds() {
    return Events.seconds(context.now());
  }

  /**
   * One pass through a scenario.
   *
   * @param iteration its index
   * @param round the user's own number of it, from 1
   * @param intendedNanos when it should begin, since T0
   * @return when the next one may begin, since T0
   */
  long iterate(long iteration, long round, long intendedNanos) {
    return iterate(context.plan.scenarioOf(iteration), iteration, round, intendedNanos);
  }

  /** The same of a given scenario. */
  long iterate(int scenario, long iteration, long round, long intendedNanos) {
    var planned = context.plan.scenarios().get(scenario);
    session.begin(iteration, round, context.initialValues());
    for (var feed : feeds.get(scenario)) {
      feed.fill(session, context.plan.options().seed());
    }
    if (context.startsWithoutCookies()) {
      cookies.clear();
    }
    iterations++;
    if (isWatched()) {
      context.events.offer(
          new Event.IterationStarted(number, iteration, round, planned.name(), seconds()));
    }
    context.busyUsers.incrementAndGet();
    try {
      // For an arrival that no user took none was free until the end.
      long free = number > 0 ? freeSinceNanos : context.now();
      performer.begin(intendedNanos, Math.max(0, free - intendedNanos), Sample.Kind.REQUEST);
      if (gate != null) {
        gate.begun(session);
      }
      performer.perform(planned.steps());
      freeSinceNanos = performer.cursorNanos();
    } finally {
      context.busyUsers.decrementAndGet();
    }
    context.recorder.record(
        new Iteration(
            scenario,
            number,
            iteration,
            intendedNanos,
            performer.cursorNanos(),
            performer.pausedNanos(),
            performer.end(),
            performer.failedStep()));
    return planned.pacingNanos() > 0
        ? intendedNanos + planned.pacingNanos()
        : performer.cursorNanos();
  }

  /**
   * Steps that belong to no iteration, with the variables as they are; whether all went well.
   * Nothing of it is a request of the load.
   */
  boolean performOutside(List<Planned> steps) {
    performer.begin(context.now(), 0, Sample.Kind.OUTSIDE);
    return performer.perform(steps);
  }

  /** When the last iteration ended, since T0. */
  long endedNanos() {
    return performer.cursorNanos();
  }

  /** How the last iteration ended. */
  Iteration.End end() {
    return performer.end();
  }

  /** The step that ended the last steps, by its row in the statistics; -1 when none did. */
  int failedStep() {
    return performer.failedStep();
  }

  Session session() {
    return session;
  }

  UserCookies cookies() {
    return cookies;
  }

  @Override
  public void close() {
    performer.close();
    if (isWatched()) {
      var tally = new UserTally();
      performer.addTo(tally);
      context.events.offer(
          new Event.UserDone(
              number,
              iterations,
              tally.requests(),
              tally.ok(),
              tally.failed(),
              tally.interrupted(),
              seconds()));
    }
  }
}
