package dev.squall.analysis;

import dev.squall.load.Load;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.run.Run;
import dev.squall.scenario.Workload;
import dev.squall.stats.Results;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two scenarios under the same load in turn. */
record Interleaving(Workload a, Workload b, Load load, List<Option> options) {

  RunComparison perform(int pairs) {
    // Both are checked before anything is sent to either.
    plan(a, 0);
    plan(b, 0);
    // A server and a generator that have just started are slow, and A would be blamed for it.
    run(a, 0);
    run(b, 0);
    var first = new ArrayList<Results>();
    var second = new ArrayList<Results>();
    for (int pair = 1; pair <= pairs && !interrupted(); pair++) {
      var one = run(a, pair);
      if (interrupted()) {
        break;
      }
      var two = run(b, pair);
      if (!interrupted()) {
        first.add(one);
        second.add(two);
      }
    }
    if (first.size() < 2) {
      throw ExperimentWords.problem(
          "interleave",
          "interrupted before two pairs were complete",
          "shorter bursts give something to compare earlier");
    }
    return SeveralRuns.compare(first, second, true, Duration.ZERO);
  }

  /** An interrupted burst ended early: it is no run of the load. */
  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private Results run(Workload workload, int pair) {
    return Run.start(plan(workload, pair)).await();
  }

  private Plan plan(Workload workload, int pair) {
    var chosen = Options.of(options.toArray(Option[]::new));
    return Plan.of(workload, load, chosen.withSeed(chosen.seed() + pair));
  }
}
