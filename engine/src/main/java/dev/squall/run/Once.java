package dev.squall.run;

import dev.squall.http.WireSettings;
import dev.squall.plan.Plan;
import dev.squall.plan.PlannedRequest;
import dev.squall.plan.PlannedScenario;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.sample.Iteration;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.Exemplar;
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
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One user, one iteration, and everything about it. */
public final class Once {
  private final Plan plan;
  private final WireSettings settings;
  private final Arrival arrival;
  private final List<TracedStep> steps = new ArrayList<>();

  /**
   * The pass that is performed.
   *
   * @param scenario by its number in the plan
   * @param iteration its index, which decides its draws and its row of data
   * @param round the user's own number of it, from 1
   * @param user the virtual user's number
   */
  private record Arrival(int scenario, long iteration, long round, int user) {}

  private Once(Plan plan, Arrival arrival) {
    this.plan = plan;
    this.arrival = arrival;
    this.settings = Network.settings(plan.options());
  }

  /**
   * Performs the plan's scenario once, as the first iteration of a load would, with its setup
   * before and its teardown behind; the plan's load plays no part. An interrupt of the calling
   * thread ends it where it is.
   *
   * @throws CompletionException when it ended by a bug of ours, which is its cause
   * @throws ProblemException when this machine cannot do what the options ask for
   */
  public static Trace perform(Plan plan) {
    return perform(new Once(plan, new Arrival(plan.scenarioOf(0), 0, 1, 1)));
  }

  /**
   * Performs an iteration of a finished run again, alone: with the same draws, variables and row of
   * data, where the plan is the run's and has its seed.
   *
   * @throws ProblemException also when the plan has no scenario of that name
   */
  public static Trace perform(Plan plan, Exemplar again) {
    var names = plan.scenarios().stream().map(PlannedScenario::name).toList();
    int scenario = names.indexOf(again.scenario());
    if (scenario < 0) {
      throw new ProblemException(
          List.of(
              new Problem(
                  Position.in("replay"),
                  "there is no scenario " + again.scenario() + " to perform again",
                  "give the one that was run; here is " + String.join(", ", names))));
    }
    return perform(
        new Once(plan, new Arrival(scenario, again.iteration(), again.round(), again.user())));
  }

  private static Trace perform(Once once) {
    // A virtual thread as under load; unlike any other it can be interrupted while it reads.
    var trace = new FutureTask<>(once::perform);
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
                    plan.workload().name(),
                    "once",
                    plan.options().seed(),
                    0,
                    Instant.now(),
                    "",
                    Network.told(plan.options())),
                plan.scenarios().stream().map(PlannedScenario::name).toList(),
                plan.infos(),
                1),
            settings);
    try (var _ = context.wire;
        var outside = new Outside(context, new Answer(true), watch());
        var user = new VirtualUser(context, arrival.user, new Answer(true), watch())) {
      var failed = outside.setUp();
      boolean ready = failed.isEmpty();
      context.begin();
      long began = context.now();
      long ended = began;
      if (ready) {
        user.iterate(arrival.scenario, arrival.iteration, arrival.round, began);
        ended = user.endedNanos();
        failed = failedStep(user);
        outside.tearDown();
      }
      return new Trace(
          plan.scenarios().get(arrival.scenario).name(),
          ready && isGood(user.end()),
          failed,
          (ended - began) / 1e6,
          user.session().variables(),
          steps,
          !plan.options().tls().verifies());
    }
  }

  private StepWatch watch() {
    return new StepWatch() {
      @Override
      public void ended(
          PlannedRequest request,
          Sample sample,
          Renderer rendered,
          Answer answer,
          List<Hop> hops,
          Evaluation evaluation) {
        keep(request, sample, rendered, answer, hops, evaluation);
      }

      @Override
      public void failedLocally(StepInfo step, Sample sample) {
        keep(step, sample);
      }
    };
  }

  /** The step that ended the iteration; one that was optional did not. */
  private Optional<String> failedStep(VirtualUser user) {
    int step = user.failedStep();
    return step < 0 ? Optional.empty() : Optional.of(plan.infos().get(step).name());
  }

  /** Leaving is no failure. */
  private static boolean isGood(Iteration.End end) {
    return switch (end) {
      case COMPLETED, ABANDONED -> true;
      case FAILED, INTERRUPTED -> false;
    };
  }

  /** Branches of parallel steps end at the same time. */
  private synchronized void keep(
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

  private synchronized void keep(StepInfo step, Sample sample) {
    steps.add(
        new TracedStep(
            step.name(),
            "",
            "",
            0,
            List.of(),
            "",
            0,
            0,
            0,
            0,
            false,
            List.of(),
            sample.outcome(),
            Map.of(),
            List.of()));
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
