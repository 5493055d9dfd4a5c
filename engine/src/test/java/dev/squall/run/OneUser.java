package dev.squall.run;

import dev.squall.load.Users;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.Planned;
import dev.squall.plan.PlannedScenario;
import dev.squall.sample.Sample;
import dev.squall.scenario.Scenario;
import dev.squall.stats.ConnectionSettings;
import dev.squall.stats.Recorder;
import dev.squall.stats.Results;
import dev.squall.stats.RunInfo;
import java.time.Instant;
import java.util.List;

/** The parts of one user on the thread of a test, without a load that would begin and end it. */
final class OneUser implements AutoCloseable {
  final Plan plan;
  final RunContext context;
  final Session session;
  final RequestPerformer requests;
  final StepPerformer performer;

  OneUser(Scenario scenario, Option... options) {
    this.plan = Plan.of(scenario, new Users(1).iterations(1), Options.of(options));
    this.context = new RunContext(plan, recorder(plan), Network.settings(plan.options()));
    this.session = new Session(plan, context.timestamps, 1);
    this.requests =
        new RequestPerformer(
            context,
            session,
            new UserCookies(context.jar(), context.endpoints()),
            new Answer(false),
            StepWatch.NONE);
    this.performer = new StepPerformer(context, session, requests);
  }

  static Recorder recorder(Plan plan) {
    return new Recorder(
        new RunInfo("s", "once", 1, 0, Instant.EPOCH, "", ConnectionSettings.DEFAULT),
        plan.scenarios().stream().map(PlannedScenario::name).toList(),
        plan.infos(),
        1);
  }

  List<Planned> steps() {
    return plan.scenarios().getFirst().steps();
  }

  /** Begins an iteration that is intended at T0, and performs its first steps. */
  boolean perform(int count) {
    session.begin(0, 1, context.initialValues());
    performer.begin(0, 0, Sample.Kind.REQUEST);
    return performer.perform(steps().subList(0, count));
  }

  boolean performAll() {
    return perform(steps().size());
  }

  Results results() {
    return context.recorder.snapshot(Math.max(1, context.now()));
  }

  @Override
  public void close() {
    performer.close();
    context.wire.close();
  }
}
