package dev.squall.run;

import dev.squall.http.Wire;
import dev.squall.http.WireSettings;
import dev.squall.plan.Plan;
import dev.squall.plan.PlannedScenario;
import dev.squall.problem.ProblemException;
import dev.squall.sample.Iteration;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Recorder;
import dev.squall.stats.RunInfo;
import dev.squall.stats.Trace;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** One user, one iteration, and everything about it. */
public final class Once {
  private final Plan plan;
  private final WireSettings settings;
  private final Round round;

  private Once(Plan plan, Round round) {
    this.plan = plan;
    this.round = round;
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
    return perform(new Once(plan, Round.first(plan)));
  }

  /**
   * Performs an iteration of a finished run again, alone: with the same draws, variables and row of
   * data, where the plan is the run's and has its seed.
   *
   * @throws ProblemException also when the plan has no scenario of that name
   */
  public static Trace perform(Plan plan, Exemplar again) {
    return perform(new Once(plan, Round.again(plan, again)));
  }

  /** On a virtual thread as under load; unlike any other it can be interrupted while it reads. */
  private static Trace perform(Once once) {
    return Interruptible.perform("squall-once", once::perform);
  }

  private Trace perform() {
    var context = context(plan, new Wire(settings));
    var tracer = new Tracer(context);
    try (var _ = context.wire;
        var outside = new Outside(context, new Answer(true), tracer);
        var user = new VirtualUser(context, round.user(), new Answer(true), tracer)) {
      var failed = outside.setUp();
      boolean ready = failed.isEmpty();
      context.begin();
      long began = context.now();
      long ended = began;
      if (ready) {
        user.iterate(round.scenario(), round.iteration(), round.number(), began);
        ended = user.endedNanos();
        failed = failedStep(user);
        outside.tearDown();
      }
      return new Trace(
          plan.scenarios().get(round.scenario()).name(),
          ready && isGood(user.end()),
          failed,
          (ended - began) / 1e6,
          user.session().variables(),
          tracer.steps(),
          !plan.options().tls().verifies());
    }
  }

  /** What a single user needs of a run: its samples are for nobody. */
  static RunContext context(Plan plan, Wire wire) {
    var info =
        new RunInfo(
            plan.workload().name(),
            "once",
            plan.options().seed(),
            0,
            Instant.now(),
            "",
            Network.told(plan.options()));
    var names = plan.scenarios().stream().map(PlannedScenario::name).toList();
    return new RunContext(plan, new Recorder(info, names, plan.infos(), 1), wire);
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
}
