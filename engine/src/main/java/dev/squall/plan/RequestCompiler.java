package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.sample.StepInfo;
import dev.squall.scenario.Check;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One request: its text on the wire in segments, its captures and checks. */
final class RequestCompiler {
  /** Bits of a sample's failed checks. */
  private static final int MOST_CHECKS = 64;

  private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_-]*");
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)(https?://[^/?#]*)(.*)", Pattern.DOTALL);

  private static final Pattern OTHER_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

  private final Request request;
  private final String step;
  private final Base base;
  private final TemplateCompiler templates;
  private final HeadCompiler heads;
  private final BodyCompiler bodies;
  private final Consumer<Problem> problems;

  /**
   * What relative paths stand on.
   *
   * @param given whether one was named at all, be it a wrong one
   * @param url the one that can be used
   */
  record Base(boolean given, Optional<UrlTarget> url) {}

  RequestCompiler(
      Request request,
      String step,
      Base base,
      TemplateCompiler templates,
      HeadCompiler heads,
      BodyCompiler bodies,
      Consumer<Problem> problems) {
    this.request = request;
    this.step = step;
    this.base = base;
    this.templates = templates;
    this.heads = heads;
    this.bodies = bodies;
    this.problems = problems;
  }

  /** Nothing when it has no host to go to; then a problem says so. */
  Optional<PlannedRequest> compile(
      int index,
      String scenario,
      List<TargetHost> targets,
      Variables variables,
      LaterUses later,
      Limits limits) {
    checkMethod();
    var address = address();
    var body = bodies.compile(request.body());
    var head = heads.compile(address.host, address.prefix, address.path, body);
    // In the order of a run: what is sent may not use what only the answer brings.
    var lookups = new CheckCompiler(templates, step, problems);
    var captures = captures(lookups, index, variables, later);
    var checks = request.checks().stream().map(lookups::check).flatMap(Optional::stream).toList();
    if (request.checks().size() > MOST_CHECKS) {
      problem(
          "a step holds at most " + MOST_CHECKS + " checks, not " + request.checks().size(),
          "spread them over two requests");
    }
    return address.host.map(host ->
        new PlannedRequest(
            index,
            new StepInfo(
                scenario,
                request.name(),
                request.endpoint(),
                request.checks().stream().limit(MOST_CHECKS).map(Check::toString).toList()),
            request.method(),
            place(host, targets),
            head,
            body.segments(),
            captures,
            checks,
            request.checks().stream()
                .anyMatch(check -> check.extractor() instanceof Extractor.Status),
            lookups.reads(
                captures.stream().anyMatch(capture -> capture.lookup().readsBody())
                    || checks.stream().anyMatch(check -> check.lookup().readsBody())),
            terms(limits)));
  }

  private PlannedRequest.Terms terms(Limits limits) {
    var handling = request.handling();
    int redirects = handling.redirects().orElse(limits.redirects());
    if (redirects < 0) {
      problem(redirects + " redirects are no number of them", "redirects(10), 0 for none");
    }
    return new PlannedRequest.Terms(
        PlanCompiler.nanos(handling.timeout().orElse(limits.timeout())),
        redirects,
        limits.keptBody(),
        heads.asksClose(),
        handling.expectsContinue());
  }

  private List<PlannedCapture> captures(
      CheckCompiler lookups, int index, Variables variables, LaterUses later) {
    var captures = new ArrayList<PlannedCapture>();
    for (var capture : request.captures()) {
      var name = capture.variable();
      checkVariable(name);
      variables.extracted(name);
      lookups
          .lookup(capture.extractor())
          .ifPresent(lookup ->
              captures.add(
                  new PlannedCapture(
                      name, variables.slot(name).orElseThrow(), lookup, later.after(index, name))));
    }
    return List.copyOf(captures);
  }

  private void checkVariable(String name) {
    if (!VARIABLE.matcher(name).matches()) {
      problem(
          "not a name for a variable: \"" + name + "\"",
          "a letter or _, then letters, digits, _ and -");
    } else if (BuiltInVariable.named(name).isPresent()) {
      problem("the variable " + name + " is built in", "extract into another name");
    }
  }

  private void checkMethod() {
    if (!HeadCompiler.isToken(request.method())) {
      problem("not a method: " + request.method(), "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS");
    }
  }

  /** A host where there is one, what stands before the path on it, and path and query. */
  private record Address(Optional<TargetHost> host, String prefix, Template path) {}

  private Address address() {
    var text = request.target().text();
    var absolute = ABSOLUTE.matcher(text);
    if (absolute.matches()) {
      return new Address(
          host(absolute.group(1)).map(UrlTarget::target), "", rooted(absolute.group(2)));
    }
    if (OTHER_SCHEME.matcher(text).matches()) {
      problem(
          "only http and https are spoken: " + text, "begin with https://, or with / on a base");
    } else if (!base.given) {
      problem(
          "the path " + text + " has no base to stand on",
          "add at(\"http://localhost:8089\") to the run or the scenario");
    }
    return new Address(
        base.url.map(UrlTarget::target), base.url.map(UrlTarget::path).orElse(""), rooted(text));
  }

  private Optional<UrlTarget> host(String url) {
    if (url.contains("${")) {
      problem(
          "the host of a URL cannot be a variable: " + url,
          "name the host, or give the base with at(…)");
      return Optional.empty();
    }
    return UrlTarget.parse(url, Position.in(step), problems);
  }

  private static Template rooted(String path) {
    return new Template(path.startsWith("/") ? path : "/" + path);
  }

  private static int place(TargetHost target, List<TargetHost> targets) {
    if (!targets.contains(target)) {
      targets.add(target);
    }
    return targets.indexOf(target);
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in(step), what, hint));
  }
}
