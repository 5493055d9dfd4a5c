package dev.squall.plan;

import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.sample.StepInfo;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers every problem of a workload, a load and options while it compiles them. */
final class PlanCompiler {
  private final Workload workload;
  private final Load load;
  private final Options options;
  private final List<Problem> problems = new ArrayList<>();
  private final Numbering numbers = new Numbering();
  private final BodyFiles files = new BodyFiles();

  PlanCompiler(Workload workload, Load load, Options options) {
    this.workload = workload;
    this.load = load;
    this.options = options;
  }

  Plan compile() {
    var loads = new LoadCheck(load, problems::add);
    loads.check();
    loads.checkPart(options.part());
    new OptionsCheck(options, problems::add).check();
    var parts =
        switch (workload) {
          case Scenario scenario ->
              new Parts(List.of(), List.of(scenario(scenario, 1, null)), List.of());
          case Mix mix -> mix(mix);
        };
    loads.checkGoals(
        numbers.requests().stream()
            .filter(request -> request.info().role() == StepInfo.Role.REQUEST)
            .map(request -> request.info().name())
            .collect(Collectors.toSet()));
    if (!problems.isEmpty()) {
      throw new ProblemException(problems.stream().distinct().toList());
    }
    return new Plan(
        workload,
        load,
        options,
        parts.scenarios,
        parts.setup,
        parts.teardown,
        numbers.infos(),
        numbers.requests(),
        numbers.targets(),
        numbers.variables(),
        numbers.places());
  }

  private record Parts(
      List<Planned> setup, List<PlannedScenario> scenarios, List<Planned> teardown) {}

  private PlannedScenario scenario(Scenario scenario, double upTo, @Nullable Variables outer) {
    var here = "scenario " + scenario.name();
    if (scenario.name().isBlank()) {
      problem(here, "a scenario has no name", "give it one that a table can show");
    }
    var all = all(scenario);
    var variables = new Variables(numbers, outer, scenario.variables(), all);
    var feeds = new FeedCompiler(load, problems::add).compile(scenario, here, variables);
    Variables.checkGiven(scenario.variables(), variables, here, problems::add);
    var later =
        new LaterUses(variables, List.of(new LaterUses.Part(variables, scenario.headers(), all)));
    var steps =
        new StepCompiler(
            new StepCompiler.Surroundings(
                scenario.name(),
                here,
                base(scenario.base(), here),
                scenario.headers(),
                variables,
                later),
            options,
            numbers,
            files,
            problems::add);
    var setup = steps.outside("setup", scenario.setup());
    var known = variables.available();
    feeds.forEach(feed -> feed.rows().columns().forEach(variables::available));
    var iteration = steps.iteration(scenario.steps());
    // What an iteration extracts or takes from its row is gone when the load is over.
    variables.availableAre(known);
    var teardown = steps.outside("teardown", scenario.teardown());
    return new PlannedScenario(
        scenario.name(), upTo, setup, iteration, teardown, feeds, pacing(scenario, here));
  }

  /** In the order in which they are performed. */
  private static List<Step> all(Scenario scenario) {
    return Stream.of(scenario.setup(), scenario.steps(), scenario.teardown())
        .flatMap(List::stream)
        .toList();
  }

  private long pacing(Scenario scenario, String here) {
    if (scenario.pacing().isEmpty()) {
      return 0;
    }
    var cycle = scenario.pacing().get();
    if (load instanceof OpenLoad) {
      problem(
          here,
          "pacing is for users that go round, and this load has arrivals: " + load,
          "take .pacing(…) away; the arrivals have their rate");
    }
    new TimeCheck(problems::add).limit(here, "a pacing", cycle, "pacing");
    return TimeCheck.nanos(cycle);
  }

  private RequestCompiler.Base base(Optional<String> ofScenario, String here) {
    var url = options.base().or(() -> ofScenario);
    return new RequestCompiler.Base(
        url.isPresent(),
        url.flatMap(text -> UrlTarget.parse(text, Position.in("base of " + here), problems::add)));
  }

  private Parts mix(Mix mix) {
    var here = "mix " + mix.name();
    if (mix.name().isBlank()) {
      problem(here, "a mix has no name", "give it one that a table can show");
    }
    var own = Stream.concat(mix.setup().stream(), mix.teardown().stream()).toList();
    var variables = new Variables(numbers, null, mix.variables(), own);
    Variables.checkGiven(mix.variables(), variables, here, problems::add);
    var steps = once(mix, here, variables);
    var setup = steps.compiler.outside("setup", mix.setup());
    var scenarios = shares(mix, here, variables);
    steps.compiler.continueAt(steps.teardownFrom);
    return new Parts(setup, scenarios, steps.compiler.outside("teardown", mix.teardown()));
  }

  /** The compiler of what a mix performs once, and the number of its first request afterwards. */
  private record OfMix(StepCompiler compiler, int teardownFrom) {}

  private OfMix once(Mix mix, String here, Variables variables) {
    var parts = new ArrayList<LaterUses.Part>();
    parts.add(new LaterUses.Part(variables, List.of(), mix.setup()));
    for (var share : mix.shares()) {
      var scenario = share.scenario();
      // Only to read names with: its slots are never asked for.
      var names = new Variables(new Numbering(), variables, scenario.variables(), all(scenario));
      parts.add(new LaterUses.Part(names, scenario.headers(), all(scenario)));
    }
    parts.add(new LaterUses.Part(variables, List.of(), mix.teardown()));
    var later = new LaterUses(variables, parts);
    var base = mix.shares().stream().findFirst().flatMap(share -> share.scenario().base());
    var around =
        new StepCompiler.Surroundings(
            mix.name(), here, base(base, here), List.of(), variables, later);
    return new OfMix(
        new StepCompiler(around, options, numbers, files, problems::add),
        later.firstOf(parts.size() - 1));
  }

  private List<PlannedScenario> shares(Mix mix, String here, Variables variables) {
    double sum = mix.shares().stream().mapToDouble(Mix.Share::weight).sum();
    if (mix.shares().isEmpty()
        || !Double.isFinite(sum)
        || mix.shares().stream().anyMatch(share -> !(share.weight() > 0))) {
      problem(
          here,
          "a mix needs scenarios with weights above zero",
          "mix(\"day\", share(70, browse), share(30, buy))");
    }
    var names = new HashSet<String>();
    var compiled = new ArrayList<PlannedScenario>();
    double upTo = 0;
    for (var share : mix.shares()) {
      var scenario = share.scenario();
      if (!names.add(scenario.name()) || scenario.name().equals(mix.name())) {
        problem(
            here,
            "two of it are called " + scenario.name(),
            "results are told apart by names: scenario(\"another name\", …)");
      }
      upTo += share.weight() / sum;
      boolean last = compiled.size() == mix.shares().size() - 1;
      compiled.add(scenario(scenario, last ? 1 : upTo, variables));
    }
    return List.copyOf(compiled);
  }

  private void problem(String path, String what, String hint) {
    problems.add(new Problem(Position.in(path), what, hint));
  }
}
