package dev.squall.run;

import static dev.squall.Squall.at;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.users;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.Planned;
import dev.squall.plan.PlannedCapture;
import dev.squall.plan.PlannedRequest;
import dev.squall.plan.PlannedScenario;
import dev.squall.scenario.Step;
import java.util.List;

/** Plans that no compiler makes: they do not know what a later step needs. */
final class Careless {
  private Careless() {}

  /** Two iterations of requests, whose captures may find nothing. */
  static Plan plan(String base, Step... steps) {
    var plan = Plan.of(scenario("s", steps), users(1).iterations(2), Options.of(at(base)));
    return with(plan, plan.requests().stream().map(Careless::unneeded).toList(), plan.variables());
  }

  static Plan with(Plan plan, List<PlannedRequest> requests, List<String> variables) {
    return with(plan, List.copyOf(requests), requests, variables);
  }

  /** One whose requests are performed at the same time. */
  static Plan inParallel(Plan plan, List<PlannedRequest> requests, List<String> variables) {
    return with(plan, List.of(new Planned.Parallel(List.copyOf(requests))), requests, variables);
  }

  private static Plan with(
      Plan plan, List<Planned> steps, List<PlannedRequest> requests, List<String> variables) {
    return new Plan(
        plan.workload(),
        plan.load(),
        plan.options(),
        List.of(new PlannedScenario("s", 1, List.of(), steps, List.of(), List.of(), 0)),
        List.of(),
        List.of(),
        plan.infos(),
        requests,
        plan.targets(),
        variables,
        plan.places());
  }

  private static PlannedRequest unneeded(PlannedRequest request) {
    return with(
        request,
        request.captures().stream()
            .map(it -> new PlannedCapture(it.info(), it.slot(), it.lookup(), false))
            .toList());
  }

  static PlannedRequest with(PlannedRequest request, List<PlannedCapture> captures) {
    return new PlannedRequest(
        request.index(),
        request.info(),
        request.method(),
        request.target(),
        request.head(),
        request.body(),
        captures,
        request.checks(),
        request.checksStatus(),
        request.reads(),
        request.terms());
  }
}
