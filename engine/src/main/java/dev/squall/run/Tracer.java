package dev.squall.run;

import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.Trace.CapturedValue;
import dev.squall.stats.Trace.CheckedValue;
import dev.squall.stats.Trace.Hop;
import dev.squall.stats.Trace.Timing;
import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps everything about each request; its {@link Answer} has to be one that keeps all. */
final class Tracer implements StepWatch {
  private final RunContext context;
  private final List<TracedStep> steps = new ArrayList<>();

  Tracer(RunContext context) {
    this.context = context;
  }

  /** What was performed so far, in the order in which it ended. */
  synchronized List<TracedStep> steps() {
    return List.copyOf(steps);
  }

  /** The same, and it is forgotten. */
  synchronized List<TracedStep> taken() {
    var taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }

  /** Branches of parallel steps end at the same time. */
  @Override
  public synchronized void ended(
      PlannedRequest request,
      Sample sample,
      Renderer rendered,
      Answer answer,
      List<Hop> hops,
      Evaluation evaluation) {
    boolean wasRendered = rendered.fault() == null && rendered.hasRequest();
    steps.add(
        new TracedStep(
            request.info().name(),
            request.info().endpoint(),
            request.method(),
            wasRendered ? context.endpoint(request.target()).url() + rendered.lastTarget() : "",
            wasRendered ? rendered.lastText() : "",
            sample.status(),
            answer.allHeaders(),
            answer.body().shown(),
            sample.responseNanos() / 1e6,
            Math.max(0, sample.serviceNanos()) / 1e6,
            timing(answer),
            sample.bytesReceived(),
            answer.reused,
            hops,
            sample.outcome(),
            sample.checked() ? captured(request, evaluation) : List.of(),
            sample.checked() ? checked(request, sample.failedChecks(), evaluation) : List.of()));
  }

  @Override
  public synchronized void failedLocally(StepInfo step, Sample sample) {
    steps.add(unsent(step, "", sample.outcome()));
  }

  /** A step of which nothing went onto the wire. */
  static TracedStep unsent(StepInfo step, String method, Outcome outcome) {
    return new TracedStep(
        step.name(),
        step.endpoint(),
        method,
        "",
        "",
        0,
        List.of(),
        "",
        0,
        0,
        Timing.NONE,
        0,
        false,
        List.of(),
        outcome,
        List.of(),
        List.of());
  }

  private static Timing timing(Answer answer) {
    return new Timing(
        answer.dnsNanos / 1e6,
        answer.connectNanos / 1e6,
        Math.max(0, answer.tlsNanos) / 1e6,
        millis(answer.startedNanos, answer.firstByteNanos),
        millis(answer.firstByteNanos, answer.endedNanos));
  }

  /** Between two instants; 0 where one of them never came. */
  private static double millis(long from, long to) {
    return from < 0 || to < 0 ? 0 : Math.max(0, to - from) / 1e6;
  }

  static List<CapturedValue> captured(PlannedRequest request, Evaluation evaluation) {
    var values = new ArrayList<CapturedValue>();
    for (var capture : request.captures()) {
      var found = evaluation.find(capture.lookup());
      boolean missing = found instanceof Found.Missing;
      values.add(
          new CapturedValue(
              capture.variable(),
              capture.info().extractor(),
              missing ? Optional.empty() : Optional.of(found.text()),
              missing ? found.text() : ""));
    }
    return values;
  }

  static List<CheckedValue> checked(PlannedRequest request, long failed, Evaluation evaluation) {
    var values = new ArrayList<CheckedValue>();
    for (int i = 0; i < request.checks().size(); i++) {
      var check = request.checks().get(i);
      values.add(
          new CheckedValue(
              check.text(),
              (failed >>> i & 1) == 0,
              evaluation.expected(check.condition()),
              evaluation.actual(check)));
    }
    return values;
  }
}
