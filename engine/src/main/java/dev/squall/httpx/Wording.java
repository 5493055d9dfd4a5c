package dev.squall.httpx;

import dev.squall.goal.Goal;
import dev.squall.httpx.Script.Entry;
import dev.squall.load.Load;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Given;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be run as a document that means it: the way back from {@link Meaning}. What no text says
 * is told, all of it at once.
 *
 * <p>The same is read again but for words that no run tells apart: a name that a request would have
 * anyway, a condition that joins only one, a ramp to where it begins, and values of data that were
 * no texts.
 */
final class Wording {
  private final List<Entry> entries;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
  private final Map<String, Entry> loaded = new LinkedHashMap<>();
  private final Map<String, List<String>> fed = new LinkedHashMap<>();
  private final List<Given> shared;
  private final boolean isShared;
  private final RequestWording requests;
  private final DataWording data;
  private final VariableMeaning variables;

  private Wording(List<Entry> entries) {
    this.entries = entries;
    for (var entry : entries) {
      gather(entry);
    }
    for (var entry : entries) {
      if (entry.workload() instanceof Mix mix) {
        mix.shares().forEach(share -> gather(share.scenario()));
      }
    }
    var all = given();
    isShared = all.distinct().count() == 1;
    shared = isShared ? given().findFirst().orElseThrow() : List.of();
    var vars = new Document(vars(shared).stream().<Line<Item>>map(Line::of).toList());
    variables = new VariableMeaning(vars, Overrides.NONE, new Problems("", ""));
    requests = new RequestWording(variables::withAuthority, problems::add);
    data = new DataWording(given().flatMap(List::stream).map(Given::name).toList());
  }

  /**
   * The document.
   *
   * @throws ProblemException with all of it that has no words
   */
  static Document of(List<Entry> entries) {
    var wording = new Wording(entries);
    var document = wording.document();
    if (!wording.problems.isEmpty()) {
      throw new ProblemException(wording.problems.stream().distinct().toList());
    }
    return document;
  }

  private void gather(Entry entry) {
    var name = entry.workload().name();
    if (!entry.name().equals(name)) {
      problem(where(entry), "it is the entry " + entry.name() + " too", "one name for both");
    }
    if (loaded.putIfAbsent(name, entry) != null) {
      problem(where(entry), "there are two of this name", "give each a name of its own");
    }
    if (entry.workload() instanceof Scenario scenario) {
      gather(scenario);
    }
  }

  private void gather(Scenario scenario) {
    var first = scenarios.putIfAbsent(scenario.name(), scenario);
    boolean isMix =
        loaded.containsKey(scenario.name())
            && loaded.get(scenario.name()).workload() instanceof Mix;
    if (isMix || (first != null && !first.equals(scenario))) {
      problem(
          "scenario " + scenario.name(),
          "there are two of this name",
          "give each a name of its own");
    }
  }

  private static String where(Entry entry) {
    return switch (entry.workload()) {
      case Scenario scenario -> "scenario " + scenario.name();
      case Mix mix -> "mix " + mix.name();
    };
  }

  /** The variables of each scenario and mix. */
  private Stream<List<Given>> given() {
    return Stream.concat(
        scenarios.values().stream().map(Scenario::variables),
        entries.stream()
            .flatMap(entry ->
                entry.workload() instanceof Mix mix ? Stream.of(mix.variables()) : Stream.empty()));
  }

  private static List<Var> vars(List<Given> given) {
    return given.stream()
        .map(one -> new Var(one.name(), new Var.Origin.Text(one.value().text()), Reread.NOWHERE))
        .toList();
  }

  private Document document() {
    check(shared, "the variables");
    scenarios.values().forEach(scenario -> fed.put(scenario.name(), feeds(scenario)));
    var blocks = new ArrayList<Item>();
    scenarios.values().forEach(scenario -> blocks.add(block(scenario)));
    for (var entry : entries) {
      if (entry.workload() instanceof Mix mix) {
        blocks.add(block(mix, entry));
      }
    }
    connections();
    entries.forEach(this::checkRows);
    var items = new ArrayList<Item>(vars(shared));
    items.addAll(data.all());
    items.addAll(requests.blocks());
    items.addAll(blocks);
    return new Document(items.stream().map(Line::of).toList());
  }

  /** The names of what it is fed, in its order. */
  private List<String> feeds(Scenario scenario) {
    return scenario.feeds().stream()
        .map(feed -> named(feed, scenario))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> named(Feed feed, Scenario scenario) {
    var name = data.name(feed, scenario.steps());
    if (name.isEmpty()) {
      problem(
          "scenario " + scenario.name(),
          "no words for the data " + feed,
          "put the rows into a file: csv(\"rows.csv\")");
    }
    return name;
  }

  private ScenarioBlock block(Scenario scenario) {
    var where = "scenario " + scenario.name();
    var parts = new ArrayList<ScenarioPart>();
    var entry = Optional.ofNullable(loaded.get(scenario.name()));
    entry.flatMap(Entry::load).flatMap(load -> load(load, where)).ifPresent(parts::add);
    scenario
        .base()
        .ifPresent(url -> {
          var base = new Setting(Key.BASE_URL, new Amount.Text(url), Reread.NOWHERE);
          boolean known = variables.withAuthority(url).equals(url);
          add(parts, known, base, where, "no words for the base " + url);
        });
    for (var header : scenario.headers()) {
      var said = new HeaderOfAll(header.name(), header.value().text(), Reread.NOWHERE);
      add(parts, true, said, where, "no words for the header " + header.name());
    }
    if (!isShared) {
      check(scenario.variables(), where);
      parts.addAll(vars(scenario.variables()));
    }
    scenario
        .pacing()
        .ifPresent(time -> {
          var pacing = new Setting(Key.PACING, new Amount.Time(time), Reread.NOWHERE);
          add(parts, true, pacing, where, "no words for a pacing of " + time);
        });
    for (var setting : SettingWording.of(entry)) {
      add(parts, true, setting, where, "no words for its " + setting.key().word);
    }
    for (var name : taken(scenario)) {
      parts.add(new Setting(Key.DATA, new Amount.Word(name), Reread.NOWHERE));
    }
    var steps = new StepWording(requests, problems::add, where);
    outside(scenario.setup(), steps)
        .map(block -> new Setup(block, Reread.NOWHERE))
        .ifPresent(parts::add);
    if (scenario.steps().isEmpty()) {
      problem(where, "it has no steps", "scenario(name, get(\"/\"))");
    }
    parts.addAll(steps.nodes(scenario.steps()));
    outside(scenario.teardown(), steps)
        .map(block -> new Teardown(block, Reread.NOWHERE))
        .ifPresent(parts::add);
    entry.flatMap(one -> goals(one.goals(), where)).ifPresent(parts::add);
    return named(new ScenarioBlock(scenario.name(), Block.of(parts), Reread.NOWHERE), where);
  }

  /** The data that it names, which is none where there is some that it does not take. */
  private List<String> taken(Scenario scenario) {
    var names = fed.getOrDefault(scenario.name(), List.of());
    return names.isEmpty() && !data.all().isEmpty() ? List.of(VariableMeaning.NO_DATA) : names;
  }

  private MixBlock block(Mix mix, Entry entry) {
    var where = "mix " + mix.name();
    var parts = new ArrayList<MixPart>();
    entry.load().flatMap(load -> load(load, where)).ifPresent(parts::add);
    if (!isShared) {
      check(mix.variables(), where);
      parts.addAll(vars(mix.variables()));
    }
    for (var setting : SettingWording.of(Optional.of(entry))) {
      if (Reread.isItself((ScenarioPart) setting)) {
        parts.add(setting);
      } else {
        problem(where, "no words for its " + setting.key().word, "");
      }
    }
    var steps = new StepWording(requests, problems::add, where);
    outside(mix.setup(), steps)
        .map(block -> new Setup(block, Reread.NOWHERE))
        .ifPresent(parts::add);
    var weights = mix.shares().stream().map(share -> Figures.decimal(share.weight())).toList();
    boolean percents = StepWording.areShares(weights);
    for (int i = 0; i < weights.size(); i++) {
      var weight = new Weight(weights.get(i), percents);
      var name = mix.shares().get(i).scenario().name();
      parts.add(new MixPart.Share(weight, name, Reread.NOWHERE));
    }
    outside(mix.teardown(), steps)
        .map(block -> new Teardown(block, Reread.NOWHERE))
        .ifPresent(parts::add);
    goals(entry.goals(), where).ifPresent(parts::add);
    var block = new MixBlock(mix.name(), Block.of(parts), Reread.NOWHERE);
    if (!Reread.isItself(block)) {
      problem(where, "no words for its shares or its name", "share(70, browse), share(30, buy)");
    }
    return block;
  }

  private ScenarioBlock named(ScenarioBlock block, String where) {
    if (!Reread.isItself(new ScenarioBlock(block.name(), Block.of(List.of()), Reread.NOWHERE))) {
      problem(where, "a scenario without a name", "scenario(\"shopping\", …)");
    }
    return block;
  }

  private void add(
      List<ScenarioPart> parts,
      boolean isKnown,
      ScenarioPart part,
      String where,
      String otherwise) {
    if (isKnown && Reread.isItself(part)) {
      parts.add(part);
    } else {
      problem(where, otherwise, "");
    }
  }

  private static Optional<Block<StepNode>> outside(List<Step> steps, StepWording wording) {
    return steps.isEmpty() ? Optional.empty() : Optional.of(wording.block(steps));
  }

  private Optional<LoadNode> load(Load load, String where) {
    var node = LoadWording.of(load);
    if (node.isEmpty()) {
      problem(
          where,
          "no words for the load: " + load,
          "whole users, times and rates that are not negative, and no days or steps of users");
    }
    return node;
  }

  private Optional<Expect> goals(List<Goal> goals, String where) {
    if (goals.isEmpty()) {
      return Optional.empty();
    }
    var nodes = goals.stream().map(goal -> new GoalNode(goal, Reread.NOWHERE)).toList();
    var expect = new Expect(Block.of(nodes), Reread.NOWHERE);
    if (!Reread.isItself((ScenarioPart) expect)) {
      problem(where, "no words for its goals: " + goals, "times and rates that are not negative");
    }
    return Optional.of(expect);
  }

  private void checkRows(Entry entry) {
    for (var goal : entry.goals()) {
      goal.step()
          .filter(step -> !requests.isRow(step))
          .ifPresent(
              step -> problem(where(entry), "no step is called " + step, "the goal is " + goal));
    }
  }

  private void connections() {
    var said = entries.stream().map(entry -> entry.settings().curl()).distinct().toList();
    if (said.size() > 1) {
      problem(
          where(entries.get(1)),
          "it says something else of connections than " + where(entries.getFirst()),
          "print each by itself");
    } else if (!said.isEmpty()) {
      requests.connected(said.getFirst(), where(entries.getFirst()));
    }
  }

  private void check(List<Given> given, String where) {
    var names = new HashSet<String>();
    for (var variable : vars(given)) {
      if (!names.add(variable.name()) || !Reread.isItself((Item) variable)) {
        problem(
            where,
            "no words for the variable " + variable.name(),
            "each once, by a name of letters, digits, _ and -");
      }
    }
  }

  private void problem(String where, String what, String hint) {
    problems.add(new Problem(Position.in(where), what, hint));
  }
}
