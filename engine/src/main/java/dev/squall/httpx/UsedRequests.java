package dev.squall.httpx;

import dev.squall.scenario.Mix;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
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
    for (var step : steps) {
      switch (step) {
        case Request request -> names.add(request.name());
        case Step.Group(_, var inner) -> add(inner);
        case Step.Repeat(_, var inner) -> add(inner);
        case Step.ForEach(_, _, var inner) -> add(inner);
        case Step.When(_, var inner, var otherwise) -> {
          add(inner);
          add(otherwise);
        }
        case Step.Choose(var ways) -> ways.forEach(way -> add(way.steps()));
        case Step.Parallel(var branches) -> add(branches);
        case Step.Optionally(var inner) -> add(inner);
        case Step.Pause _ -> {}
        case Step.Leave _ -> {}
        case Step.Code _ -> {}
      }
    }
  }
}
