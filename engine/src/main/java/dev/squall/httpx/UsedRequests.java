package dev.squall.httpx;

import dev.squall.scenario.Mix;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Steps;
import dev.squall.scenario.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the requests that a workload sends. */
final class UsedRequests {
  private final Set<String> names = new HashSet<>();

  private UsedRequests() {}

  static Set<String> of(Workload workload) {
    var used = new UsedRequests();
    switch (workload) {
      case Scenario scenario -> used.add(scenario);
      case Mix mix -> {
        used.add(mix.setup());
        mix.shares().forEach(share -> used.add(share.scenario()));
        used.add(mix.teardown());
      }
    }
    return used.names;
  }

  private void add(Scenario scenario) {
    add(scenario.setup());
    add(scenario.steps());
    add(scenario.teardown());
  }

  private void add(List<Step> steps) {
    Steps.all(steps)
        .filter(Request.class::isInstance)
        .forEach(request -> names.add(((Request) request).name()));
  }
}
