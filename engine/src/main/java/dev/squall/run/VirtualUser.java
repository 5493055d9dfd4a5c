package dev.squall.run;

import dev.squall.plan.Planned;
import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Iteration;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Performs iterations on the thread that asks for them; the only interpreter of planned steps. */
final class VirtualUser implements AutoCloseable {
  private final RunContext context;
  private final int number;
  private final StepWatch watch;
  private final Session session;
  private final Renderer renderer;
  private final Answer answer;
  private final Evaluation evaluation;
  private final UserCookies cookies;
  private final Delivery delivery;

  /** When the next step is intended: the end of the last one and the pauses since. */
  private long cursorNanos;

  private long pausedNanos;
  private long index;
  private Iteration.End end = Iteration.End.COMPLETED;
  private int failedStep;

  VirtualUser(RunContext context, int number) {
    this(context, number, new Answer(false), StepWatch.NONE);
  }

  VirtualUser(RunContext context, int number, Answer answer, StepWatch watch) {
    this.context = context;
    this.number = number;
    this.watch = watch;
    this.session = new Session(context.plan, context.timestamps, number);
    this.renderer = new Renderer(session);
    this.answer = answer;
    this.evaluation = new Evaluation(session, answer);
    this.cookies = new UserCookies(context.jar(), context.endpoints());
    this.renderer.cookies(cookies);
    this.delivery = new Delivery(context, number, answer, cookies);
  }

  /** One pass through the scenario; when the next one may begin, in nanoseconds since T0. */
  long iterate(long iteration, long intendedNanos) {
    index = iteration;
    cursorNanos = intendedNanos;
    pausedNanos = 0;
    end = Iteration.End.COMPLETED;
    failedStep = -1;
    session.begin(iteration);
    if (context.startsWithoutCookies()) {
      cookies.clear();
    }
    context.busyUsers.incrementAndGet();
    try {
      perform(context.plan.steps());
    } finally {
      context.busyUsers.decrementAndGet();
    }
    context.recorder.record(
        new Iteration(0, number, index, intendedNanos, cursorNanos, pausedNanos, end, failedStep));
    return cursorNanos;
  }

  /** How the last iteration ended. */
  Iteration.End end() {
    return end;
  }

  Session session() {
    return session;
  }

  /** Whether the iteration goes on after these steps. */
  private boolean perform(List<Planned> steps) {
    for (var step : steps) {
      boolean goesOn =
          switch (step) {
            case PlannedRequest request -> request(request);
            case Planned.Pause(var least, var most, var place) ->
                pause(session.between(least, most, place));
            case Planned.Group(_, var inner) -> perform(inner);
            case Planned.Repeat(var times, var inner) -> repeat(times, inner);
          };
      if (!goesOn) {
        return false;
      }
    }
    return true;
  }

  private boolean repeat(int times, List<Planned> steps) {
    for (int i = 0; i < times; i++) {
      if (!perform(steps)) {
        return false;
      }
    }
    return true;
  }

  /** The pause ends when it should, however late its beginning was noticed. */
  private boolean pause(long nanos) {
    long from = cursorNanos;
    long until = from + nanos;
    long left = until - context.now();
    while (left > 0 && !isCutOff()) {
      LockSupport.parkNanos(this, left);
      left = until - context.now();
    }
    cursorNanos = left > 0 ? Math.max(from, until - left) : until;
    pausedNanos += cursorNanos - from;
    return left <= 0 || interrupted();
  }

  /** A user of a load is interrupted with the run; a single one by whoever waits for it. */
  private boolean isCutOff() {
    return context.interrupted() || Thread.currentThread().isInterrupted();
  }

  private boolean interrupted() {
    end = Iteration.End.INTERRUPTED;
    return false;
  }

  private boolean request(PlannedRequest request) {
    long intended = cursorNanos;
    if (isCutOff()) {
      // It should have begun and did not: that is known of it, and no more.
      context.recorder.record(unsent(request, intended, Outcome.INTERRUPTED));
      cursorNanos = Math.max(intended, context.now());
      return interrupted();
    }
    answer.expect(request);
    cookies.begin();
    delivery.begin();
    var rendered = renderer.render(request);
    var fault = renderer.fault();
    Sample sample;
    if (rendered == null || fault != null) {
      sample =
          unsent(
              request,
              intended,
              Verdicts.unsent(fault == null ? new ScriptFault("unknown_variable", "") : fault));
    } else {
      delivery.perform(request, rendered, index, intended);
      sample = judged(request, intended);
    }
    cursorNanos = sample.endedNanos();
    context.recorder.record(sample);
    watch.ended(request, sample, renderer, answer, delivery.hops(), evaluation);
    return switch (sample.outcome()) {
      case Outcome.Ok() -> true;
      case Outcome.Interrupted() -> interrupted();
      case Outcome.Failed(_, _, _) -> {
        end = Iteration.End.FAILED;
        failedStep = request.index();
        letOthersOn();
        yield false;
      }
    };
  }

  /**
   * Failing may be so quick that nothing ever blocks, and virtual threads take turns of their own
   * accord only.
   */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void letOthersOn() {
    Thread.yield();
  }

  private Sample unsent(PlannedRequest request, long intended, Outcome outcome) {
    return new Sample(
        Sample.Kind.REQUEST,
        request.index(),
        number,
        index,
        intended,
        -1,
        -1,
        Math.max(intended, context.now()),
        0,
        false,
        false,
        0,
        0,
        0,
        false,
        outcome);
  }

  /** Captures come before checks; the times were taken before either. */
  private Sample judged(PlannedRequest request, long intended) {
    long failedChecks = 0;
    boolean checked = false;
    Outcome outcome;
    var failure = answer.failure;
    if (failure != null) {
      outcome = Verdicts.unanswered(failure, isCutOff());
    } else {
      evaluation.begin(request);
      var missing = evaluation.capture(request);
      failedChecks = evaluation.failedChecks(request);
      checked = true;
      outcome =
          Verdicts.answered(
              request,
              answer,
              delivery.detour(),
              evaluation,
              failedChecks,
              missing == null ? null : missing.variable());
    }
    return new Sample(
        Sample.Kind.REQUEST,
        request.index(),
        number,
        index,
        intended,
        context.sinceT0(answer.startedNanos),
        context.sinceT0(answer.firstByteNanos),
        answer.endedNanos - context.t0,
        answer.status,
        answer.complete,
        answer.fullyWritten,
        answer.bytesSent,
        answer.bytesReceived,
        failedChecks,
        checked,
        outcome);
  }

  @Override
  public void close() {
    delivery.close();
  }
}
