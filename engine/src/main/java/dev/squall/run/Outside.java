package dev.squall.run;

import dev.squall.plan.Planned;
import dev.squall.plan.PlannedScenario;
import java.util.List;
import java.util.Optional;

/**
 * What is performed once around a load, by a user of its own: the setup, whose variables every user
 * begins with, and the teardown, which sees them too.
 */
final class Outside implements AutoCloseable {
  /** Its number; users count from 1. */
  private static final int NOBODY = 0;

  /** The iteration of its draws, which no iteration of a load has. */
  private static final long BEFORE_ALL = -1;

  private final RunContext context;
  private final VirtualUser user;

  Outside(RunContext context) {
    this(context, new Answer(false), StepWatch.NONE);
  }

  Outside(RunContext context, Answer answer, StepWatch watch) {
    this.context = context;
    this.user = new VirtualUser(context, NOBODY, answer, watch);
    user.session().begin(BEFORE_ALL, 1, context.initialValues());
  }

  /** The mix's setup, then each scenario's; the name of the step that failed, if one did. */
  Optional<String> setUp() {
    var plan = context.plan;
    var failed = perform(plan.setup());
    for (var scenario : plan.scenarios()) {
      failed = failed.isPresent() ? failed : perform(scenario.setup());
    }
    context.initialValues(user.session().values());
    return failed;
  }

  /** Each scenario's teardown, then the mix's; all are performed, whichever fails. */
  void tearDown() {
    context.outliveLoad();
    context.plan.scenarios().stream().map(PlannedScenario::teardown).forEach(this::perform);
    perform(context.plan.teardown());
  }

  private Optional<String> perform(List<Planned> steps) {
    if (user.performOutside(steps)) {
      return Optional.empty();
    }
    int step = user.failedStep();
    return Optional.of(step < 0 ? "the setup" : context.plan.infos().get(step).name());
  }

  @Override
  public void close() {
    user.close();
  }
}
