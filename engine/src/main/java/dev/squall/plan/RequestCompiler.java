package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.sample.StepInfo;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Check;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import dev.squall.scenario.Template;
import dev.squall.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One request: its text on the wire in segments, its captures and checks. */
final class RequestCompiler {
  /** Bits of a sample's failed checks. */
  private static final int MOST_CHECKS = 64;

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
      int ordinal,
      StepInfo.Role role,
      String scenario,
      Numbering numbers,
      Variables variables,
      LaterUses later,
      Limits limits) {
    checkMethod();
    var address = address(variables);
    var body = bodies.compile(request.body());
    var head = heads.compile(address.host, address.prefix, address.path, body);
    // In the order of a run: what is sent may not use what only the answer brings.
    var lookups = new CheckCompiler(templates, step, problems);
    var captures = captures(lookups, ordinal, variables, later);
    var checks = request.checks().stream().map(lookups::check).flatMap(Optional::stream).toList();
    if (request.checks().size() > MOST_CHECKS) {
      problem(
          "a step holds at most " + MOST_CHECKS + " checks, not " + request.checks().size(),
          "spread them over two requests");
    }
    return address.host.map(host ->
        new PlannedRequest(
            numbers.nextInfo(),
            new StepInfo(
                role,
                scenario,
                request.name(),
                request.endpoint(),
                request.checks().stream().limit(MOST_CHECKS).map(Check::toString).toList(),
                captures.stream().map(PlannedCapture::info).toList()),
            request.method(),
            numbers.target(host),
            head,
            body.segments(),
            captures,
            checks,
            request.checks().stream()
                .anyMatch(check -> check.extractor() instanceof Extractor.Status),
            lookups.reads(
                captures.stream().anyMatch(capture -> capture.lookup().readsBody())
                    || checks.stream().anyMatch(check -> check.lookup().readsBody())),
            terms(limits, request.handling().retry().isPresent() ? numbers.place() : 0)));
  }

  private PlannedRequest.Terms terms(Limits limits, int place) {
    var handling = request.handling();
    int redirects = handling.redirects().orElse(limits.redirects());
    if (redirects < 0) {
      problem(redirects + " redirects are no number of them", "redirects(10), 0 for none");
    }
    return new PlannedRequest.Terms(
        TimeCheck.nanos(handling.timeout().orElse(limits.timeout())),
        redirects,
        limits.keptBody(),
        heads.asksClose(),
        handling.expectsContinue(),
        handling.retry().map(this::checked).orElse(PlannedRequest.ONE_ATTEMPT),
        place);
  }

  private Retry checked(Retry retry) {
    if (retry.attempts() < 1) {
      problem(retry.attempts() + " attempts send nothing", "attempts(3) is one and two more");
    }
    if (!TimeCheck.canBeWaited(retry.delay()) || !TimeCheck.canBeWaited(retry.longest())) {
      problem(
          "a wait before another attempt is neither negative nor longer than a year",
          "exponential(millis(100)).atMost(seconds(5))");
    }
    if (!(retry.jitter() >= 0 && retry.jitter() <= 1)) {
      problem("a jitter of " + retry.jitter() + " is no share", "from 0 to 1: jitter(0.2)");
    }
    return retry;
  }

  private List<PlannedCapture> captures(
      CheckCompiler lookups, int ordinal, Variables variables, LaterUses later) {
    var captures = new ArrayList<PlannedCapture>();
    for (var capture : request.captures()) {
      var name = capture.variable();
      checkVariable(name);
      variables.available(name);
      lookups
          .lookup(capture.extractor())
          .ifPresent(lookup ->
              captures.add(
                  new PlannedCapture(
                      captured(capture),
                      variables.slot(name).orElseThrow(),
                      lookup,
                      later.after(ordinal, name))));
    }
    return List.copyOf(captures);
  }

  private static StepInfo.Captured captured(Capture capture) {
    var name = capture.variable();
    var extractor = capture.extractor().toString();
    return new StepInfo.Captured(
        name, extractor, Secrets.isSecret(name) || Secrets.isSecret(extractor));
  }

  private void checkVariable(String name) {
    VariableNames.problemOf(name, Position.in(step)).ifPresent(problems);
  }

  private void checkMethod() {
    if (!HeadCompiler.isToken(request.method())) {
      problem("not a method: " + request.method(), "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS");
    }
  }

  /** A host where there is one, what stands before the path on it, and path and query. */
  private record Address(Optional<TargetHost> host, String prefix, Template path) {}

  private Address address(Variables variables) {
    var text = request.target().text();
    var absolute = ABSOLUTE.matcher(text);
    if (absolute.matches()) {
      return new Address(
          host(absolute.group(1)).map(UrlTarget::target), "", rooted(absolute.group(2)));
    }
    if (OTHER_SCHEME.matcher(text).matches()) {
      problem(
          "only http and https are spoken: " + text, "begin with https://, or with / on a base");
    } else if (!base.given && !beginsUnknown(text, variables)) {
      problem(
          "the path " + text + " has no base to stand on",
          "add at(\"http://localhost:8089\") to the run or the scenario");
    }
    return new Address(
        base.url.map(UrlTarget::target), base.url.map(UrlTarget::path).orElse(""), rooted(text));
  }

  /** Then it may be the very base whose name is wrong, which is told anyway. */
  private boolean beginsUnknown(String text, Variables variables) {
    return text.startsWith("${")
        && new Template(text).parts().getFirst() instanceof Template.Part.Braced(var name, _)
        && variables.problemOf(name, Position.in(step)).isPresent();
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

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in(step), what, hint));
  }
}
