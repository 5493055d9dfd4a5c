package dev.squall.run;

import dev.squall.http.WireSettings;
import dev.squall.plan.Plan;
import dev.squall.plan.PlannedRequest;
import dev.squall.problem.ProblemException;
import dev.squall.sample.Iteration;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.stats.Recorder;
import dev.squall.stats.RunInfo;
import dev.squall.stats.Trace;
import dev.squall.stats.Trace.CheckedValue;
import dev.squall.stats.Trace.Hop;
import dev.squall.stats.Trace.TracedStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One user, one iteration, and everything about it. */
public final class Once {
  private final Plan plan;
  private final WireSettings settings;
  private final List<TracedStep> steps = new ArrayList<>();

  private Once(Plan plan) {
    this.plan = plan;
    this.settings = Network.settings(plan.options());
  }

  /**
   * Performs the plan's scenario once; the plan's load plays no part. An interrupt of the calling
   * thread ends it where it is.
   *
   * @throws CompletionException when it ended by a bug of ours, which is its cause
   * @throws ProblemException when this machine cannot do what the options ask for
   */
  public static Trace perform(Plan plan) {
    // A virtual thread as under load; unlike any other it can be interrupted while it reads.
    var trace = new FutureTask<>(new Once(plan)::perform);
    var user = Thread.ofVirtual().name("squall-once").start(trace);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return trace.get();
        } catch (InterruptedException e) {
          interrupted = true;
          user.interrupt();
        } catch (ExecutionException e) {
          throw new CompletionException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Trace perform() {
    var context =
        new RunContext(
            plan,
            new Recorder(
                new RunInfo(
                    plan.scenario().name(),
                    "once",
                    plan.options().seed(),
                    Instant.now(),
                    "",
                    Network.told(plan.options())),
                List.of(plan.scenario().name()),
                plan.requests().stream().map(PlannedRequest::info).toList(),
                1),
            settings);
    try (var _ = context.wire;
        var user = new VirtualUser(context, 1, new Answer(true), this::keep)) {
      long began = context.now();
      long ended = user.iterate(0, began);
      var failed =
          steps.stream().filter(step -> !(step.outcome() instanceof Outcome.Ok())).findFirst();
      return new Trace(
          plan.scenario().name(),
          user.end() == Iteration.End.COMPLETED,
          failed.map(TracedStep::name),
          (ended - began) / 1e6,
          user.session().variables(),
          steps,
          !plan.options().tls().verifies());
    }
  }

  private void keep(
      PlannedRequest request,
      Sample sample,
      Renderer rendered,
      Answer answer,
      List<Hop> hops,
      Evaluation evaluation) {
    steps.add(
        new TracedStep(
            request.info().name(),
            request.info().endpoint(),
            rendered.fault() == null ? rendered.lastText() : "",
            sample.status(),
            answer.allHeaders(),
            answer.body().shown(),
            sample.responseNanos() / 1e6,
            Math.max(0, sample.serviceNanos()) / 1e6,
            answer.connectNanos / 1e6,
            sample.bytesReceived(),
            answer.reused,
            hops,
            sample.outcome(),
            sample.checked() ? extracted(request, evaluation) : Map.of(),
            sample.checked() ? checked(request, sample, evaluation) : List.of()));
  }

  private static Map<String, String> extracted(PlannedRequest request, Evaluation evaluation) {
    var values = new LinkedHashMap<String, String>();
    for (var capture : request.captures()) {
      var found = evaluation.find(capture.lookup());
      if (!(found instanceof Found.Missing)) {
        values.put(capture.variable(), found.text());
      }
    }
    return values;
  }

  private static List<CheckedValue> checked(
      PlannedRequest request, Sample sample, Evaluation evaluation) {
    var values = new ArrayList<CheckedValue>();
    for (int i = 0; i < request.checks().size(); i++) {
      var check = request.checks().get(i);
      values.add(
          new CheckedValue(
              check.text(),
              (sample.failedChecks() >>> i & 1) == 0,
              evaluation.expected(check.condition()),
              evaluation.actual(check)));
    }
    return values;
  }
}
