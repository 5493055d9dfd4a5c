package dev.squall.run;

import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.plan.Plan;
import dev.squall.stats.RunInfo;
import java.math.BigDecimal;
import java.time.Instant;

/** What is known of a run before it begins. */
final class RunFacts {
  private RunFacts() {}

  static RunInfo of(Plan plan) {
    return new RunInfo(
        plan.workload().name(),
        plan.load() + scaled(plan.options().thinkScale()),
        plan.options().seed(),
        users(plan.load()),
        Instant.now(),
        plan.base(),
        Network.told(plan.options()));
  }

  /** Whoever reads the numbers has to know that its users did not think as the scenario says. */
  private static String scaled(double thinkScale) {
    return thinkScale == 1
        ? ""
        : ", pauses times " + BigDecimal.valueOf(thinkScale).stripTrailingZeros().toPlainString();
  }

  /** Of users that go round in turn: then an iteration's index says which round it is. */
  private static int users(Load load) {
    return switch (load) {
      case ClosedLoad closed -> closed.maxUsers();
      case Iterations some -> some.sharing() == Iterations.Sharing.DIVIDED ? some.users() : 0;
      case OpenLoad _ -> 0;
    };
  }
}
