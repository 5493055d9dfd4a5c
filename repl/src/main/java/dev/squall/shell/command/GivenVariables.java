package dev.squall.shell.command;

import dev.squall.load.Load;
import dev.squall.load.Users;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import java.util.List;
import java.util.Map;

/** Variables of whoever probes, for users of a load who would lack them. */
final class GivenVariables {
  /** Any one: it is not run. */
  private static final Load ONCE = new Users(1).iterations(1);

  private GivenVariables() {}

  /**
   * The workload with those values that nothing in it sets; what it sets itself is its own affair.
   */
  static Workload in(Workload workload, Map<String, String> values, Options options) {
    if (values.isEmpty()) {
      return workload;
    }
    var known = problems(workload, options);
    var all = workload;
    for (var value : values.entrySet()) {
      all = with(all, value);
    }
    if (known.containsAll(problems(all, options))) {
      return all;
    }
    var some = workload;
    for (var value : values.entrySet()) {
      var more = with(some, value);
      var left = problems(more, options);
      if (known.containsAll(left)) {
        known = left;
        some = more;
      }
    }
    return some;
  }

  private static Workload with(Workload workload, Map.Entry<String, String> value) {
    var text = value.getValue().replace("$", "${$}"); // a value, in which nothing is a variable
    return switch (workload) {
      case Scenario scenario -> scenario.variable(value.getKey(), text);
      case Mix mix -> mix.variable(value.getKey(), text);
    };
  }

  private static List<Problem> problems(Workload workload, Options options) {
    try {
      Plan.of(workload, ONCE, options);
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }
}
