package dev.squall.httpx;

import dev.squall.goal.Goal;
import dev.squall.httpx.Script.Entry;
import dev.squall.load.Load;
import dev.squall.problem.Nearest;
import dev.squall.problem.Problem;
import dev.squall.scenario.Header;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a document means: its names are looked up, and what can be run is put together. */
final class Meaning {
  private final Document document;
  private final String text;
  private final Problems problems;
  private final List<Problem> warnings = new ArrayList<>();
  private final Map<String, ScenarioBlock> scenarios = new LinkedHashMap<>();
  private final VariableMeaning variables;
  private final RequestMeaning requests;
  private final StepMeaning steps;

  /**
   * Of a document.
   *
   * @param text from which it was read
   * @param instead what counts instead of what it says
   */
  Meaning(Document document, String text, Overrides instead, Problems problems) {
    this.document = document;
    this.text = text;
    this.problems = problems;
    this.variables = new VariableMeaning(document, instead, problems);
    this.requests = new RequestMeaning(document, text, variables, problems, warnings::add);
    this.steps = new StepMeaning(requests);
    for (var item : document.items()) {
      if (item instanceof ScenarioBlock scenario) {
        scenarios.put(scenario.name(), scenario);
      }
    }
  }

  Script script() {
    requests.all();
    variables.checkGiven(text, warnings::add);
    var entries = new ArrayList<Entry>();
    for (var item : document.items()) {
      switch (item) {
        case ScenarioBlock scenario -> entries.add(entry(scenario));
        case MixBlock mix -> entries.add(entry(mix));
        case Var _, Data _, RequestBlock _, Setup _, Teardown _ -> {}
      }
    }
    if (entries.isEmpty()) {
      entries.addAll(probes());
    }
    return new Script(
        entries,
        warnings.stream().distinct().toList(),
        new Places(problems.source(), text, document));
  }

  /** A file of nothing but requests is one scenario of them in their order. */
  private List<Entry> probes() {
    var all = requests.all();
    if (all.isEmpty()) {
      return List.of();
    }
    var scenario = variables.givenTo(new Scenario("requests", all, Optional.empty()), List.of());
    var whole = variables.fed(around(scenario), List.of());
    return List.of(
        new Entry(
            "requests",
            whole,
            Optional.empty(),
            List.of(),
            settings(SettingMeaning.NONE, Optional.empty(), whole)));
  }

  private Entry entry(ScenarioBlock block) {
    var settings = SettingMeaning.ofScenario(block.parts().items());
    var load = load(block.parts().items().stream().filter(LoadNode.class::isInstance).toList());
    var whole = around(scenario(block));
    return new Entry(
        block.name(),
        whole,
        load.load(),
        goals(block.parts().items().stream().filter(Expect.class::isInstance).toList()),
        settings(settings, load.grace().or(settings::grace), whole));
  }

  private Entry entry(MixBlock block) {
    var parts = block.parts().items();
    var settings = SettingMeaning.ofMix(parts);
    var load = load(parts.stream().filter(LoadNode.class::isInstance).toList());
    var whole = mix(block);
    return new Entry(
        block.name(),
        whole,
        load.load(),
        goals(parts.stream().filter(Expect.class::isInstance).toList()),
        settings(settings, load.grace().or(settings::grace), whole));
  }

  private Scenario scenario(ScenarioBlock block) {
    var parts = block.parts().items();
    var settings = SettingMeaning.ofScenario(parts);
    var own = new ArrayList<Step>();
    var given = new ArrayList<Var>();
    var headers = new ArrayList<Header>();
    var scenario = new Scenario(block.name(), List.of(), Optional.empty());
    for (var part : parts) {
      switch (part) {
        case StepNode step -> own.addAll(steps.of(step, settings.thinkTime()));
        case Setup(var block1, _) -> scenario = scenario.setup(outside(block1));
        case Teardown(var block1, _) -> scenario = scenario.teardown(outside(block1));
        case HeaderOfAll(var name, var value, _) ->
            headers.add(new Header(name, new Template(value)));
        case Var variable -> given.add(variable);
        case LoadNode _, Setting _, Expect _ -> {}
      }
    }
    if (own.isEmpty() && !problems.anyIn(block.at())) {
      problems.add(
          block.at().from(),
          "the scenario " + Words.name(block.name()) + " runs nothing",
          "run name -> name says what it does");
    }
    var whole =
        new Scenario(
            block.name(),
            own,
            settings.base().map(Meaning::url).map(variables::withAuthority),
            headers,
            scenario.setup(),
            scenario.teardown(),
            List.of(),
            settings.pacing(),
            List.of());
    return variables.fed(variables.givenTo(whole, given), settings.data());
  }

  private static String url(Setting setting) {
    return ((Amount.Text) setting.amount()).text();
  }

  private Step[] outside(Block<StepNode> block) {
    return steps.of(block, Optional.empty()).toArray(Step[]::new);
  }

  /** With what the file does once before and after whatever runs. */
  private Scenario around(Scenario scenario) {
    return new Scenario(
        scenario.name(),
        scenario.steps(),
        scenario.base(),
        scenario.headers(),
        with(fileSetup(), scenario.setup()),
        with(scenario.teardown(), fileTeardown()),
        scenario.feeds(),
        scenario.pacing(),
        scenario.variables());
  }

  private static List<Step> with(List<Step> first, List<Step> then) {
    var all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private List<Step> fileSetup() {
    return ofFile(item -> item instanceof Setup(var block, _) ? List.of(block) : List.of());
  }

  private List<Step> fileTeardown() {
    return ofFile(item -> item instanceof Teardown(var block, _) ? List.of(block) : List.of());
  }

  private List<Step> ofFile(Function<Item, List<Block<StepNode>>> blocks) {
    var all = new ArrayList<Step>();
    for (var item : document.items()) {
      blocks.apply(item).forEach(block -> all.addAll(steps.of(block, Optional.empty())));
    }
    return all;
  }

  private Mix mix(MixBlock block) {
    var shares = new ArrayList<Mix.Share>();
    var setup = new ArrayList<>(fileSetup());
    var teardown = new ArrayList<Step>();
    var given = new ArrayList<Var>();
    for (var part : block.parts().items()) {
      switch (part) {
        case MixPart.Share(var weight, var name, var at) -> {
          var scenario = scenarios.get(name);
          if (scenario == null) {
            unknown(at, name);
          } else {
            shares.add(new Mix.Share(weight.number().doubleValue(), scenario(scenario)));
          }
        }
        case Setup(var inner, _) -> setup.addAll(steps.of(inner, Optional.empty()));
        case Teardown(var inner, _) -> teardown.addAll(steps.of(inner, Optional.empty()));
        case Setting setting -> ofTheMix(setting);
        case Var variable -> given.add(variable);
        case LoadNode _, Expect _ -> {}
      }
    }
    teardown.addAll(fileTeardown());
    return variables.givenTo(new Mix(block.name(), shares, setup, teardown, List.of()), given);
  }

  /** What is an iteration's is said by the scenarios of a mix. */
  private void ofTheMix(Setting setting) {
    switch (setting.key()) {
      case THINK_TIME, PACING, DATA, BASE_URL ->
          problems.add(
              setting.at().from(),
              "a mix has no " + setting.key().word,
              "say it in the scenarios that it has");
      default -> {}
    }
  }

  private void unknown(Span at, String name) {
    problems.add(
        at.from(),
        "no scenario is called " + Words.name(name),
        Nearest.to(name, scenarios.keySet())
            .map(known -> "did you mean " + Words.name(known) + "?")
            .orElse("scenario " + Words.name(name) + " { … }"));
  }

  /**
   * A load and what stands in it that is no part of it.
   *
   * @param grace of the run
   */
  record Loaded(Optional<Load> load, Optional<Duration> grace) {}

  private Loaded load(List<?> nodes) {
    return nodes.isEmpty()
        ? new Loaded(Optional.empty(), Optional.empty())
        : new LoadMeaning(problems).of((LoadNode) nodes.getFirst());
  }

  private List<Goal> goals(List<?> nodes) {
    var all = nodes.stream().flatMap(node -> ((Expect) node).goals().items().stream()).toList();
    all.forEach(this::checkStep);
    return all.stream().map(GoalNode::goal).toList();
  }

  private void checkStep(GoalNode node) {
    node.goal()
        .step()
        .filter(step -> !requests.isRow(step))
        .ifPresent(step -> requests.noRow(step, node.at()));
  }

  private RunSettings settings(SettingMeaning said, Optional<Duration> grace, Workload workload) {
    return new RunSettings(
        said.cookies(),
        said.connections(),
        said.seed(),
        grace,
        requests.settings(UsedRequests.of(workload)));
  }
}
