package dev.squall.plan;

import dev.squall.load.Durations;
import dev.squall.load.Load;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers every problem of a scenario, a load and options while it compiles them. */
final class PlanCompiler {
  /** A pause beyond what fits into nanoseconds is a mistake, not a plan. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final String KEEP = "keptBody(16_777_216) keeps 16 MiB";

  private final Scenario scenario;
  private final Load load;
  private final Options options;
  private final List<Problem> problems = new ArrayList<>();
  private final Variables variables;
  private final LaterUses later;
  private final TemplateCompiler templates;
  private final BodyFiles files = new BodyFiles();
  private final RequestCompiler.Base base;
  private final List<TargetHost> targets = new ArrayList<>();
  private final List<PlannedRequest> requests = new ArrayList<>();
  private final Map<String, Request> named = new HashMap<>();
  private int requestsSeen;

  PlanCompiler(Scenario scenario, Load load, Options options) {
    this.scenario = scenario;
    this.load = load;
    this.options = options;
    this.variables = new Variables(scenario);
    this.later = new LaterUses(variables, scenario);
    this.templates = new TemplateCompiler(variables, problems::add);
    var url = options.base().or(scenario::base);
    this.base =
        new RequestCompiler.Base(
            url.isPresent(),
            url.flatMap(
                text -> UrlTarget.parse(text, Position.in("base of " + here()), problems::add)));
  }

  Plan compile() {
    var loads = new LoadCheck(load, problems::add);
    loads.check();
    loads.checkPart(options.part());
    checkOptions();
    checkName(scenario.name(), "scenario");
    var steps = compile(scenario.steps());
    loads.checkGoals(named.keySet());
    if (requestsSeen == 0) {
      problem(here(), "it sends nothing", "add a request, for example get(\"/health\")");
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems.stream().distinct().toList());
    }
    return new Plan(
        scenario,
        load,
        options,
        steps,
        List.copyOf(requests),
        List.copyOf(targets),
        variables.names(),
        templates.places());
  }

  private List<Planned> compile(List<Step> steps) {
    var compiled = new ArrayList<Planned>();
    for (var step : steps) {
      switch (step) {
        case Request request -> request(request).ifPresent(compiled::add);
        case Step.Pause(var least, var most) -> compiled.add(pause(least, most));
        case Step.Group(var name, var inner) -> {
          checkName(name, "group");
          compiled.add(new Planned.Group(name, compile(inner)));
        }
        case Step.Repeat(var times, var inner) -> {
          if (times < 1) {
            problem(here(), "repeat " + times + " never happens", "repeat at least once");
          }
          compiled.add(new Planned.Repeat(times, compile(inner)));
        }
      }
    }
    return List.copyOf(compiled);
  }

  private Optional<PlannedRequest> request(Request request) {
    checkName(request.name(), "step");
    var step = here() + ", step " + request.name();
    var earlier = named.putIfAbsent(request.name(), request);
    if (earlier != null && request.label().isPresent() && !sendsTheSame(earlier, request)) {
      problem(
          step,
          "the name " + request.name() + " is given to two different requests",
          "name one of them otherwise");
    }
    request
        .handling()
        .timeout()
        .ifPresent(limit -> checkLimit(step, "a time-out", limit, "timeout"));
    var heads =
        new HeadCompiler(
            request,
            scenario.headers(),
            step,
            templates,
            options.connections().reuse() == Connections.Reuse.FRESH,
            problems::add);
    var bodies = new BodyCompiler(templates, files, step, problems::add);
    var compiled =
        new RequestCompiler(request, step, base, templates, heads, bodies, problems::add)
            .compile(requestsSeen++, scenario.name(), targets, variables, later, options.limits());
    compiled.ifPresent(requests::add);
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

  private Planned pause(Duration least, Duration most) {
    if (least.isNegative() || most.compareTo(least) < 0 || most.compareTo(LONGEST) > 0) {
      problem(
          here(),
          "a pause from "
              + Durations.print(least)
              + " to "
              + Durations.print(most)
              + " cannot be kept",
          "pause(seconds(1), seconds(3)), at most a year");
      return new Planned.Pause(0, 0, templates.nextPlace());
    }
    return new Planned.Pause(least.toNanos(), most.toNanos(), templates.nextPlace());
  }

  private void checkOptions() {
    var limits = options.limits();
    checkLimit("options", "a time-out", limits.timeout(), "timeout");
    checkLimit("options", "a connect time-out", limits.connectTimeout(), "connectTimeout");
    checkLimitOrNone("an idle time-out", limits.idleTimeout(), "idleTimeout");
    if (options.grace().isNegative() || options.grace().compareTo(LONGEST) > 0) {
      problem(
          "options",
          "a grace of " + Durations.print(options.grace()) + " cannot be kept",
          "grace(seconds(5)), at most a year");
    }
    checkCount("redirects", limits.redirects(), "redirects(10), 0 for none");
    if (limits.keptBody() < 1) {
      problem("options", "a limit of " + limits.keptBody() + " bytes keeps nothing", KEEP);
    }
    var connections = options.connections();
    checkCount("idle connections", connections.maxIdle(), "maxIdleConnections(32), 0 for none");
    checkLimitOrNone("a pool's idle time-out", connections.idleTimeout(), "idleConnectionTimeout");
    checkLimitOrNone("a TCP keep-alive", connections.tcpKeepAlive(), "tcpKeepAlive");
    checkLimitOrNone("a time-to-live", options.routes().dnsTtl(), "dnsTtl");
  }

  private void checkCount(String noun, int count, String hint) {
    if (count < 0) {
      problem("options", count + " " + noun + " are no number of them", hint);
    }
  }

  /** Zero stands for none. */
  private void checkLimitOrNone(String noun, Duration limit, String word) {
    if (!limit.isZero()) {
      checkLimit("options", noun, limit, word);
    }
  }

  private void checkLimit(String path, String noun, Duration limit, String word) {
    var hint = word + "(seconds(30)), at most a year";
    if (!limit.isPositive()) {
      problem(path, noun + " of " + Durations.print(limit) + " lets nothing through", hint);
    } else if (limit.compareTo(LONGEST) > 0) {
      problem(path, noun + " of " + Durations.print(limit) + " is no limit", hint);
    }
  }

  /** A row of the results needs something to be called. */
  private void checkName(String name, String noun) {
    if (name.isBlank()) {
      problem(here(), "a " + noun + " has no name", "give it one that a table can show");
    }
  }

  /** Zero for one that is a problem anyway. */
  static long nanos(Duration time) {
    return time.compareTo(LONGEST) > 0 ? 0 : time.toNanos();
  }

  private String here() {
    return "scenario " + scenario.name();
  }

  private void problem(String path, String what, String hint) {
    problems.add(new Problem(Position.in(path), what, hint));
  }
}
