package dev.squall.run;

import dev.squall.http.Endpoint;
import dev.squall.http.Origin;
import dev.squall.plan.PlannedCondition;
import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Delays;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;

/** Performs requests for one thread of a user: renders, delivers, evaluates, tries again, tells. */
final class RequestPerformer implements AutoCloseable {
  private final RunContext context;
  private final Session session;
  private final StepWatch watch;
  private final UserCookies cookies;
  private final Answer answer;
  private final Renderer renderer;
  private final Evaluation evaluation;
  private final Delivery delivery;
  private final UserTally tally = new UserTally();
  private Sample.Kind kind = Sample.Kind.REQUEST;

  /** Whether the last attempt came as far as a request. */
  private boolean wasRendered;

  /** Path and query of the last attempt, where somebody listens. */
  private String lastTarget = "";

  // Of the request under way: what kept it waiting.
  private long queueNanos;
  private long firstBegunNanos; // of its first exchange, as System.nanoTime; -1 before that

  RequestPerformer(
      RunContext context, Session session, UserCookies cookies, Answer answer, StepWatch watch) {
    this.context = context;
    this.session = session;
    this.watch = watch;
    this.cookies = cookies;
    this.answer = answer;
    this.renderer = new Renderer(session);
    this.renderer.cookies(cookies);
    this.renderer.log(context.log);
    this.evaluation = new Evaluation(session, answer, context.recorder, context.log);
    this.delivery = new Delivery(context, session.user(), answer, cookies);
  }

  /** One for a branch of the same user: the same cookies, other variables and connections. */
  RequestPerformer branch(Session own) {
    return new RequestPerformer(context, own, cookies.sharing(), answer.another(), watch);
  }

  /** Whether its requests are an iteration's or performed once. */
  void begin(Sample.Kind which) {
    kind = which;
  }

  Sample.Kind kind() {
    return kind;
  }

  /** Whether a condition holds with the variables of now. */
  boolean holds(PlannedCondition condition) {
    return evaluation.holds(condition);
  }

  /**
   * Blocks until the request ended for good; its sample has been told.
   *
   * @param queued how long after the intended time its user was busy with something else
   */
  Sample perform(PlannedRequest request, long intendedNanos, long queued) {
    // A pause before it may have made up for some of the wait.
    queueNanos = queued == 0 ? 0 : Math.clamp(context.now() - intendedNanos, 0, queued);
    firstBegunNanos = -1;
    boolean once = request.terms().retry().attempts() == 1;
    var sample = once ? attempt(request, intendedNanos) : lastAttempt(request, intendedNanos);
    context.recorder.record(sample);
    tell(request, sample);
    watch.ended(request, sample, renderer, answer, delivery.hops(), evaluation);
    return sample;
  }

  /** Whoever listens hears of requests; what is performed once around a load is none. */
  private void tell(PlannedRequest request, Sample sample) {
    if (context.log != null) {
      context.log.ended(session, request, sample);
    }
    if (kind == Sample.Kind.REQUEST) {
      tally.count(sample.outcome());
      if (context.events.isWanted()) {
        var url = context.endpoint(request.target()).url() + lastTarget;
        context.events.offer(
            Events.requestDone(sample, session.round(), request.info(), request.method(), url));
      }
    }
  }

  /** Goes on with the connections of a user that has lived before. */
  void take(SequencedMap<Endpoint, Origin> kept) {
    delivery.take(kept);
  }

  /** Leaves its connections to whoever lives on. */
  void giveBack(SequencedMap<Endpoint, Origin> kept) {
    delivery.giveBack(kept);
  }

  /** What has become of its requests. */
  UserTally tally() {
    return tally;
  }

  /** Each attempt has the variables and draws of the first: it is the same request. */
  private Sample lastAttempt(PlannedRequest request, long intendedNanos) {
    var retry = request.terms().retry();
    int place = request.terms().place();
    var before = session.moment();
    var sample = attempt(request, intendedNanos);
    for (int attempt = 1; attempt < retry.attempts() && isTriedAgain(sample); attempt++) {
      if (attempt == 1) {
        firstBegunNanos = delivery.begunNanos();
      }
      context.recorder.record(asAttempt(sample));
      double draw = retry.jitter() > 0 ? session.share(place) : 0;
      boolean waited = await(context.now() + retry.waitNanos(attempt, draw));
      session.backTo(before, place);
      sample =
          waited
              ? attempt(request, intendedNanos)
              : unsent(request, intendedNanos, Outcome.INTERRUPTED);
    }
    return sample;
  }

  private boolean isTriedAgain(Sample sample) {
    return wasRendered && sample.outcome() instanceof Outcome.Failed && !context.isCutOff();
  }

  /** Whether the time came before the run was cut off. */
  private boolean await(long untilNanos) {
    while (context.now() < untilNanos && !context.isCutOff()) {
      LockSupport.parkNanos(this, untilNanos - context.now());
    }
    return !context.isCutOff();
  }

  /** Its checks are the request's only if no other attempt follows. */
  private static Sample asAttempt(Sample sample) {
    return new Sample(
        Sample.Kind.ATTEMPT,
        sample.step(),
        sample.user(),
        sample.iteration(),
        sample.intendedNanos(),
        sample.startedNanos(),
        sample.firstByteNanos(),
        sample.endedNanos(),
        sample.status(),
        sample.answered(),
        sample.sent(),
        sample.bytesSent(),
        sample.bytesReceived(),
        0,
        false,
        Delays.NONE,
        sample.outcome());
  }

  private Sample attempt(PlannedRequest request, long intendedNanos) {
    wasRendered = false;
    lastTarget = "";
    if (context.isCutOff()) {
      // It should have begun and did not: that is known of it, and no more.
      answer.expect(request);
      delivery.begin();
      renderer.forget();
      return unsent(request, intendedNanos, Outcome.INTERRUPTED);
    }
    answer.expect(request);
    cookies.begin();
    delivery.begin();
    var rendered = renderer.render(request);
    var fault = renderer.fault();
    if (rendered == null || fault != null) {
      return unsent(
          request,
          intendedNanos,
          Verdicts.unsent(fault == null ? new ScriptFault("unknown_variable", "") : fault));
    }
    wasRendered = true;
    if (context.events.isWanted()) {
      lastTarget = rendered.target();
    }
    if (context.log != null) {
      context.log.sending(session, request, rendered.target());
    }
    delivery.perform(request, rendered, session.index(), intendedNanos);
    return judged(request, intendedNanos);
  }

  private Sample unsent(PlannedRequest request, long intendedNanos, Outcome outcome) {
    return unsent(kind, request.index(), intendedNanos, outcome);
  }

  private Sample unsent(Sample.Kind what, int info, long intendedNanos, Outcome outcome) {
    long ended = Math.max(intendedNanos, context.now());
    // Between two attempts at the latest: what was tried before is all that it did.
    long tried = firstBegunNanos < 0 ? 0 : ended - context.sinceT0(firstBegunNanos);
    return new Sample(
        what,
        info,
        session.user(),
        session.index(),
        intendedNanos,
        -1,
        -1,
        ended,
        0,
        false,
        false,
        0,
        0,
        0,
        false,
        Delays.of(queueNanos, tried, 0, 0, 0, 0),
        outcome);
  }

  /** Tells what became of a step that sends nothing. */
  void tellLocal(int info, long intendedNanos, Outcome outcome) {
    var sample = unsent(Sample.Kind.LOCAL, info, intendedNanos, outcome);
    context.recorder.record(sample);
    watch.failedLocally(context.plan.infos().get(info), sample);
  }

  /** Captures come before checks; the times were taken before either. */
  private Sample judged(PlannedRequest request, long intendedNanos) {
    long failedChecks = 0;
    boolean checked = false;
    Outcome outcome;
    var failure = answer.failure;
    if (failure != null) {
      outcome = Verdicts.unanswered(failure, context.isCutOff());
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
        kind,
        request.index(),
        session.user(),
        session.index(),
        intendedNanos,
        context.sinceT0(answer.startedNanos),
        context.sinceT0(answer.firstByteNanos),
        answer.endedNanos - context.t0(),
        answer.status,
        answer.complete,
        answer.fullyWritten,
        answer.bytesSent,
        answer.bytesReceived,
        failedChecks,
        checked,
        delays(),
        outcome);
  }

  /** A stale connection is found out before the last exchange was begun anew: that was a retry. */
  private Delays delays() {
    long begun = delivery.begunNanos();
    long first = firstBegunNanos;
    var stale = answer.attempt();
    long retried =
        (first < 0 ? 0 : begun - first)
            + (stale == null ? 0 : stale.endedNanos() - answer.begunNanos);
    return Delays.of(
        queueNanos,
        retried,
        answer.begunNanos - begun,
        answer.dnsNanos,
        answer.connectNanos,
        Math.max(0, answer.tlsNanos));
  }

  @Override
  public void close() {
    delivery.close();
  }
}
