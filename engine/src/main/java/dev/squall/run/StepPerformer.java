package dev.squall.run;

import dev.squall.plan.JsonList;
import dev.squall.plan.Planned;
import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Iteration;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Performs planned steps on one thread, with connections of its own; the only interpreter of them.
 * A user has one, and one more for each further branch of its parallel steps.
 */
final class StepPerformer implements AutoCloseable {
  private final RunContext context;
  private final Session session;
  private final RequestPerformer requests;
  private final Branches branches;
  private final @Nullable Gate gate;

  /** When the next step is intended: the end of the last one and the pauses since. */
  private long cursorNanos;

  private long pausedNanos;

  /** How long the iteration waited for its user, until a request has told of it. */
  private long queueNanos;

  private Iteration.End end = Iteration.End.COMPLETED;
  private int failedStep;

  StepPerformer(RunContext context, Session session, RequestPerformer requests) {
    this(context, session, requests, null);
  }

  /** One whose steps are let through one by one. */
  StepPerformer(
      RunContext context, Session session, RequestPerformer requests, @Nullable Gate gate) {
    this.context = context;
    this.gate = gate;
    this.session = session;
    this.requests = requests;
    this.branches = new Branches(this);
  }

  /** A performer for a branch: the same user and cookies, variables and connections of its own. */
  StepPerformer branch() {
    var own = session.branch();
    return new StepPerformer(context, own, requests.branch(own), gate);
  }

  /**
   * Before the first step.
   *
   * @param intendedNanos when it is intended, since T0
   * @param queued how long after that the user was still busy with something else
   */
  void begin(long intendedNanos, long queued, Sample.Kind kind) {
    cursorNanos = intendedNanos;
    queueNanos = queued;
    pausedNanos = 0;
    end = Iteration.End.COMPLETED;
    failedStep = -1;
    requests.begin(kind);
  }

  /** As if it had performed so far what the other one has. */
  void fork(StepPerformer from) {
    session.fork(from.session);
    begin(from.cursorNanos, from.queueNanos, from.requests.kind());
    pausedNanos = from.pausedNanos;
  }

  /** What this branch did is done for the other one too; it goes on when the last of them ended. */
  void joinTo(StepPerformer parent) {
    session.joinTo(parent.session);
    parent.queueNanos = 0;
    if (cursorNanos > parent.cursorNanos) {
      parent.cursorNanos = cursorNanos;
      parent.pausedNanos = pausedNanos;
    }
    if (weight(end) > weight(parent.end)) {
      parent.end = end;
      parent.failedStep = failedStep;
    }
  }

  /** Of several ends the heaviest is the iteration's. */
  private static int weight(Iteration.End end) {
    return switch (end) {
      case COMPLETED -> 0;
      case ABANDONED -> 1;
      case FAILED -> 2;
      case INTERRUPTED -> 3;
    };
  }

  /** Adds what has become of its requests and of those of its branches. */
  void addTo(UserTally tally) {
    tally.add(requests.tally());
    branches.addTo(tally);
  }

  long cursorNanos() {
    return cursorNanos;
  }

  long pausedNanos() {
    return pausedNanos;
  }

  Iteration.End end() {
    return end;
  }

  /** The step that ended the iteration, by its row in the statistics; -1 when none did. */
  int failedStep() {
    return failedStep;
  }

  /** Whether its steps are let through one by one: then branches take turns. */
  boolean isGated() {
    return gate != null;
  }

  /** Whether the iteration goes on after these steps. */
  boolean perform(List<Planned> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (!perform(steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the iteration goes on after this step. */
  boolean perform(Planned step) {
    return switch (step) {
      case PlannedRequest request -> request(request);
      case Planned.Pause(var time, var place) -> {
        long nanos = session.pauseNanos(time, place);
        yield pause(gate == null || gate.waits() ? nanos : 0);
      }
      case Planned.Group(_, var inner) -> perform(inner);
      case Planned.Repeat(var times, var inner) -> repeat(times, inner);
      case Planned.ForEach loop -> forEach(loop);
      case Planned.When(var condition, var inner, var otherwise) ->
          perform(requests.holds(condition) ? inner : otherwise);
      case Planned.Choose(var place, var ways) -> perform(chosen(ways, session.share(place)));
      case Planned.Parallel parallel -> branches.perform(parallel) && goesOn();
      case Planned.Optionally(var inner) -> perform(inner) || forgiven();
      case Planned.Leave(var probability, var place) ->
          session.share(place) >= probability || ended(Iteration.End.ABANDONED);
      case Planned.Code code -> code(code);
    };
  }

  private boolean ended(Iteration.End how) {
    end = how;
    return false;
  }

  private boolean goesOn() {
    return end == Iteration.End.COMPLETED;
  }

  private boolean forgiven() {
    if (end != Iteration.End.FAILED) {
      return false;
    }
    end = Iteration.End.COMPLETED;
    failedStep = -1;
    return true;
  }

  private static List<Planned> chosen(List<Planned.Way> ways, double draw) {
    int way = 0;
    while (draw >= ways.get(way).upTo()) {
      way++;
    }
    return ways.get(way).steps();
  }

  private boolean repeat(int times, List<Planned> steps) {
    for (int i = 0; i < times; i++) {
      if (!perform(steps)) {
        return false;
      }
    }
    return true;
  }

  private boolean forEach(Planned.ForEach loop) {
    var list = session.get(loop.listSlot());
    if (list == null) {
      return failed(
          loop.info(), new ScriptFault("unknown_variable", "no value for ${" + loop.list() + "}"));
    }
    return switch (JsonList.read(list)) {
      case JsonList.NoList(var why) ->
          failed(
              loop.info(),
              new ScriptFault(
                  "no_list", "${" + loop.list() + "} is no list: " + Evaluation.cut(why)));
      case JsonList.Items(var items) -> forItems(loop, items);
    };
  }

  private boolean forItems(Planned.ForEach loop, List<JsonList.Item> items) {
    boolean goesOn = true;
    for (int i = 0; goesOn && i < items.size(); i++) {
      goesOn = forItem(loop, items.get(i));
    }
    session.set(loop.itemSlot(), null);
    loop.fields().forEach(field -> session.set(field.slot(), null));
    return goesOn;
  }

  private boolean forItem(Planned.ForEach loop, JsonList.Item item) {
    session.set(loop.itemSlot(), item.text());
    for (var field : loop.fields()) {
      session.set(field.slot(), item.field(field.path()));
    }
    return perform(loop.steps());
  }

  // What code throws is its user's mistake, be it a failed assertion or a library that is not
  // there; an Error of the machine is not.
  @SuppressWarnings("IllegalCatch")
  private boolean code(Planned.Code code) {
    var known = known(code.info());
    if (known != null) {
      return ended(code.info(), known);
    }
    long intended = cursorNanos;
    try {
      code.code().perform(new CodeSession(session, code));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return cutShort(code.info(), intended);
    } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
      if (context.isCutOff()) {
        return cutShort(code.info(), intended); // it did not fail: it was not let end
      }
      return unsent(
          code.info(),
          new ScriptFault(
              "code", e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    } catch (Error e) {
      if (context.isCutOff()) {
        return cutShort(code.info(), intended); // by whatever means it was made to end
      }
      throw e;
    }
    cursorNanos = Math.max(intended, context.now());
    return told(code.info(), Outcome.OK);
  }

  /** A step that has nothing to send cannot be performed. */
  private boolean failed(int info, ScriptFault fault) {
    var known = known(info);
    return known == null ? unsent(info, fault) : ended(info, known);
  }

  private boolean cutShort(int info, long intended) {
    cursorNanos = Math.max(intended, context.now());
    return told(info, Outcome.INTERRUPTED);
  }

  /** A step that sends nothing did not work. */
  private boolean unsent(int info, ScriptFault fault) {
    var outcome = Verdicts.unsent(fault);
    cursorNanos = Math.max(cursorNanos, context.now());
    requests.tellLocal(info, cursorNanos, outcome);
    return told(info, outcome);
  }

  /** The pause ends when it should, however late its beginning was noticed. */
  private boolean pause(long nanos) {
    long from = cursorNanos;
    long until = from + nanos;
    long left = until - context.now();
    while (left > 0 && !context.isCutOff()) {
      LockSupport.parkNanos(this, left);
      left = until - context.now();
    }
    cursorNanos = left > 0 ? Math.max(from, until - left) : until;
    pausedNanos += cursorNanos - from;
    return left <= 0 || ended(Iteration.End.INTERRUPTED);
  }

  private boolean request(PlannedRequest request) {
    var known = known(request.index());
    return known == null ? sent(request) : ended(request.index(), known);
  }

  private boolean sent(PlannedRequest request) {
    var sample = requests.perform(request, cursorNanos, queueNanos);
    cursorNanos = sample.endedNanos();
    queueNanos = 0;
    return told(request.index(), sample.outcome());
  }

  /** How a step is taken to have ended that is not performed; nothing for one that is. */
  private @Nullable Outcome known(int info) {
    if (gate == null) {
      return null;
    }
    var outcome = gate.before(info, session);
    // Whoever stands at the gate has all the time in the world; a step is intended when it is let
    // through.
    cursorNanos = Math.max(cursorNanos, context.now());
    return outcome;
  }

  private boolean told(int info, Outcome outcome) {
    if (gate != null) {
      gate.after(info, session, outcome);
    }
    return ended(info, outcome);
  }

  /** Whether the iteration goes on after a step that ended like this. */
  private boolean ended(int info, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok() -> true;
      case Outcome.Interrupted() -> ended(Iteration.End.INTERRUPTED);
      case Outcome.Failed(_, _, _) -> {
        failedStep = info;
        letOthersOn();
        yield ended(Iteration.End.FAILED);
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

  @Override
  public void close() {
    branches.close();
    requests.close();
  }
}
