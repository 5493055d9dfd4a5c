package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.sample.StepInfo;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The steps of one scenario, or those that a mix performs once, in their order. */
final class StepCompiler {
  private final Surroundings around;
  private final TemplateCompiler templates;
  private final Options options;
  private final Numbering numbers;
  private final BodyFiles files;
  private final Consumer<Problem> problems;
  private final Map<String, Request> named = new HashMap<>();
  private StepInfo.Role role = StepInfo.Role.REQUEST;
  private String here;
  private int requestsSeen;

  /**
   * What steps stand in.
   *
   * @param scenario the name in results
   * @param words where they are, for problems
   * @param base what relative paths stand on
   * @param headers of each request
   * @param variables that they know
   * @param later which of them are used when
   */
  record Surroundings(
      String scenario,
      String words,
      RequestCompiler.Base base,
      List<dev.squall.scenario.Header> headers,
      Variables variables,
      LaterUses later) {}

  StepCompiler(
      Surroundings around,
      Options options,
      Numbering numbers,
      BodyFiles files,
      Consumer<Problem> problems) {
    this.around = around;
    this.here = around.words;
    this.options = options;
    this.numbers = numbers;
    this.files = files;
    this.problems = problems;
    this.templates = new TemplateCompiler(around.variables, numbers, problems);
  }

  /** Steps that are performed once, before or after the load. */
  List<Planned> outside(String when, List<Step> steps) {
    role = StepInfo.Role.OUTSIDE;
    here = around.words + ", " + when;
    try {
      return compile(steps);
    } finally {
      role = StepInfo.Role.REQUEST;
      here = around.words;
    }
  }

  /** Steps of an iteration. */
  List<Planned> iteration(List<Step> steps) {
    int before = requestsSeen;
    var compiled = compile(steps);
    if (requestsSeen == before) {
      problem("it sends nothing", "add a request, for example get(\"/health\")");
    }
    return compiled;
  }

  /** Goes on counting requests from here, where others came in between. */
  void continueAt(int request) {
    requestsSeen = request;
  }

  private List<Planned> compile(List<Step> steps) {
    var compiled = new ArrayList<Planned>();
    for (var step : steps) {
      switch (step) {
        case Request request -> request(request).ifPresent(compiled::add);
        case Step.Pause pause -> compiled.add(pause(pause));
        case Step.Group(var name, var inner) -> {
          checkName(name, "group");
          compiled.add(new Planned.Group(name, compile(inner)));
        }
        case Step.Repeat(var times, var inner) -> {
          if (times < 1) {
            problem("repeat " + times + " never happens", "repeat at least once");
          }
          compiled.add(new Planned.Repeat(times, compile(inner)));
        }
        case Step.ForEach loop -> forEach(loop).ifPresent(compiled::add);
        case Step.When(var condition, var inner, var otherwise) ->
            when(condition, inner, otherwise).ifPresent(compiled::add);
        case Step.Choose(var ways) -> compiled.add(choose(ways));
        case Step.Parallel(var branches) -> compiled.add(parallel(branches));
        case Step.Optionally(var inner) -> compiled.add(new Planned.Optionally(compile(inner)));
        case Step.Leave(var probability) -> {
          if (role == StepInfo.Role.OUTSIDE) {
            problem("nobody leaves what is performed once", "leave(…) is a step of iterations");
          }
          if (!(probability >= 0 && probability <= 1)) {
            problem(
                "nobody leaves with a probability of " + probability,
                "leave(percent(30)), from 0 to 1");
          }
          compiled.add(new Planned.Leave(probability, numbers.place()));
        }
        case Step.Code code -> compiled.add(code(code));
      }
    }
    return List.copyOf(compiled);
  }

  private Optional<PlannedRequest> request(Request request) {
    checkName(request.name(), "step");
    var step = here + ", step " + request.name();
    var earlier = named.putIfAbsent(request.name(), request);
    if (earlier != null && request.label().isPresent() && !sendsTheSame(earlier, request)) {
      problems.accept(
          new Problem(
              Position.in(step),
              "the name " + request.name() + " is given to two different requests",
              "name one of them otherwise"));
    }
    request
        .handling()
        .timeout()
        .ifPresent(limit -> new TimeCheck(problems).limit(step, "a time-out", limit, "timeout"));
    var heads =
        new HeadCompiler(
            request,
            around.headers,
            step,
            templates,
            options.connections().reuse() == Connections.Reuse.FRESH,
            problems);
    var bodies = new BodyCompiler(templates, files, step, problems);
    var compiled =
        new RequestCompiler(request, step, around.base, templates, heads, bodies, problems)
            .compile(
                requestsSeen++,
                role,
                around.scenario,
                numbers,
                around.variables,
                around.later,
                options.limits());
    compiled.ifPresent(numbers::add);
    return compiled;
  }

  private static boolean sendsTheSame(Request a, Request b) {
    return a.method().equals(b.method())
        && a.target().equals(b.target())
        && a.query().equals(b.query())
        && a.headers().equals(b.headers())
        && a.credentials().equals(b.credentials())
        && a.body().equals(b.body());
  }

  private Planned pause(Step.Pause pause) {
    if (!PauseCheck.canBeKept(pause.time())) {
      problem(
          "a pause of " + pause.time() + " cannot be kept",
          "pause(seconds(1), seconds(3)), at most a year");
    }
    return new Planned.Pause(pause.time(), numbers.place());
  }

  private Optional<Planned> forEach(Step.ForEach loop) {
    var step = here + ", for each " + loop.item();
    VariableNames.problemOf(loop.item(), Position.in(step)).ifPresent(problems);
    if (loop.item().equals("env") || loop.item().equals(loop.list())) {
      problems.accept(
          new Problem(
              Position.in(step),
              loop.item().equals("env")
                  ? "an item cannot be called env: ${env.NAME} asks the environment"
                  : "the item is called like its list: it would take its place",
              "call the item otherwise"));
    }
    var variables = around.variables;
    var unknown = variables.problemOf(loop.list(), Position.in(step));
    unknown.ifPresent(problems);
    var list = variables.slot(loop.list());
    int info = local("for each " + loop.item());
    variables.beginLoop(loop.item());
    var steps = compile(loop.steps());
    var fields = new ArrayList<Planned.Field>();
    variables
        .endLoop(loop.item())
        .forEach((path, slot) -> fields.add(new Planned.Field(List.of(path.split("\\.")), slot)));
    if (list.isEmpty() && unknown.isEmpty()) {
      problem(loop.list() + " is no list: it is built in", "extract one: jsonPath(\"$.posts[*]\")");
    }
    return list.map(slot ->
        new Planned.ForEach(
            info,
            loop.list(),
            slot,
            variables.slot(loop.item()).orElseThrow(),
            List.copyOf(fields),
            steps));
  }

  private Optional<Planned> when(Premise condition, List<Step> inner, List<Step> otherwise) {
    var compiled = new ExpectationCompiler(templates, problems).condition(condition, here);
    var steps = compile(inner);
    var others = compile(otherwise);
    return compiled.map(known -> new Planned.When(known, steps, others));
  }

  private Planned choose(List<Step.Way> ways) {
    double sum = ways.stream().mapToDouble(Step.Way::weight).sum();
    if (ways.isEmpty()
        || !Double.isFinite(sum)
        || ways.stream().anyMatch(way -> !(way.weight() > 0))) {
      problem(
          "a choice needs ways with weights above zero",
          "choose(weight(70, get(\"/a\")), weight(30, get(\"/b\")))");
    }
    int place = numbers.place();
    var compiled = new ArrayList<Planned.Way>();
    double upTo = 0;
    for (var way : ways) {
      upTo += way.weight() / sum;
      boolean last = compiled.size() == ways.size() - 1;
      compiled.add(new Planned.Way(last ? 1 : upTo, compile(way.steps())));
    }
    return new Planned.Choose(place, List.copyOf(compiled));
  }

  /** Branches do not see one another's variables, for none is done when another begins. */
  private Planned parallel(List<Step> branches) {
    if (branches.isEmpty()) {
      problem("parallel has nothing to do", "parallel(get(\"/a\"), get(\"/b\"))");
    }
    var before = around.variables.available();
    Set<String> after = new HashSet<>(before);
    var compiled = new ArrayList<Planned>();
    for (var branch : branches) {
      around.variables.availableAre(before);
      var steps = compile(List.of(branch));
      compiled.add(steps.size() == 1 ? steps.getFirst() : new Planned.Group("", steps));
      after.addAll(around.variables.available());
    }
    around.variables.availableAre(after);
    return new Planned.Parallel(List.copyOf(compiled));
  }

  private Planned code(Step.Code code) {
    checkName(code.name(), "code step");
    var readable = around.variables.all();
    var writable = new LinkedHashMap<String, Integer>();
    for (var name : code.variables()) {
      VariableNames.problemOf(name, Position.in(here + ", step " + code.name()))
          .ifPresent(problems);
      around.variables.available(name);
      around.variables.slot(name).ifPresent(slot -> writable.put(name, slot));
    }
    return new Planned.Code(
        local(code.name()),
        code.name(),
        code.code(),
        Map.copyOf(readable),
        Map.copyOf(writable),
        numbers.place());
  }

  private int local(String name) {
    return numbers.local(new StepInfo(StepInfo.Role.LOCAL, around.scenario, name, "", List.of()));
  }

  /** A row of the results needs something to be called. */
  private void checkName(String name, String noun) {
    if (name.isBlank()) {
      problem("a " + noun + " has no name", "give it one that a table can show");
    }
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in(here), what, hint));
  }
}
