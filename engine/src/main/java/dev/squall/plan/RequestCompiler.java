package dev.squall.plan;

import dev.squall.plan.Segment.Escape;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.sample.StepInfo;
import dev.squall.scenario.Body;
import dev.squall.scenario.Check;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One request: its text on the wire in segments, its captures and checks. */
final class RequestCompiler {
  /** Bits of a sample's failed checks. */
  private static final int MOST_CHECKS = 64;

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_-]*");
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)(https?://[^/?#]*)(.*)", Pattern.DOTALL);

  private static final Pattern OTHER_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

  private final Request request;
  private final String step;
  private final Base base;
  private final TemplateCompiler templates;
  private final Connections.Reuse connections;
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
      Connections.Reuse connections,
      Consumer<Problem> problems) {
    this.request = request;
    this.step = step;
    this.base = base;
    this.templates = templates;
    this.connections = connections;
    this.problems = problems;
  }

  /** Nothing when it has no host to go to; then a problem says so. */
  Optional<PlannedRequest> compile(
      int index,
      String scenario,
      List<TargetHost> targets,
      Variables variables,
      LaterUses later,
      long timeoutNanos) {
    checkMethod();
    var address = address();
    var body = body();
    var head = head(address, body);
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
            body,
            captures,
            checks,
            request.checks().stream()
                .anyMatch(check -> check.extractor() instanceof Extractor.Status),
            lookups.wantedHeaders(),
            lookups.queries(),
            captures.stream().anyMatch(capture -> capture.lookup().readsBody())
                || checks.stream().anyMatch(check -> check.lookup().readsBody()),
            asksClose(),
            timeoutNanos));
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
    if (!TOKEN.matcher(request.method()).matches()) {
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
      problem("only http is spoken: " + text, "begin with http://, or with / on a base");
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

  private Segments head(Address address, Segments body) {
    var to = new SegmentsBuilder().text(request.method()).text(" ").text(address.prefix);
    templates.target(address.path, step + ", path", to);
    to.text(" HTTP/1.1\r\n");
    if (!hasHeader("Host")) {
      to.text("Host: " + address.host.map(TargetHost::authority).orElse("") + "\r\n");
    }
    for (var header : request.headers()) {
      header(header, to);
    }
    if (connections == Connections.Reuse.FRESH && !hasHeader("Connection")) {
      to.text("Connection: close\r\n");
    }
    if (!hasHeader("User-Agent")) {
      to.text("User-Agent: squall\r\n");
    }
    if (!hasHeader("Accept")) {
      to.text("Accept: */*\r\n");
    }
    contentType()
        .filter(_ -> !hasHeader("Content-Type"))
        .ifPresent(type -> to.text("Content-Type: " + type + "\r\n"));
    if (!(request.body() instanceof Body.None) || methodExpectsBody()) {
      to.text("Content-Length: ");
      if (body.isConstant()) {
        to.text(Integer.toString(body.constantLength()));
      } else {
        to.hole(new Segment.BodyLength());
      }
      to.text("\r\n");
    }
    return to.text("\r\n").build();
  }

  /** RFC 9110 §8.6: without content these methods still say so. */
  private boolean methodExpectsBody() {
    return switch (request.method()) {
      case "POST", "PUT", "PATCH" -> true;
      case String _ -> false;
    };
  }

  private void header(Header header, SegmentsBuilder to) {
    if (!TOKEN.matcher(header.name()).matches()) {
      problem(
          "not a header name: " + header.name(),
          "RFC 9110 §5.6.2 allows letters, digits and !#$%&'*+-.^_`|~");
      return;
    }
    if (header.name().equalsIgnoreCase("Content-Length")
        || header.name().equalsIgnoreCase("Transfer-Encoding")) {
      problem(header.name() + " is written by Squall itself", "leave it out");
      return;
    }
    var text = header.value().text();
    if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      problem(
          "the header " + header.name() + " holds a line end or another control character",
          "a header is one line of text");
      return;
    }
    to.text(header.name()).text(": ");
    templates.text(header.value(), Escape.HEADER, step + ", header " + header.name(), to);
    to.text("\r\n");
  }

  private boolean asksClose() {
    return connections == Connections.Reuse.FRESH
        || request.headers().stream()
            .anyMatch(header ->
                header.name().equalsIgnoreCase("Connection")
                    && header.value().text().strip().equalsIgnoreCase("close"));
  }

  private boolean hasHeader(String name) {
    return request.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  private Optional<String> contentType() {
    return switch (request.body()) {
      case Body.None() -> Optional.empty();
      case Body.Text(_) -> Optional.of("text/plain; charset=utf-8");
      case Body.Json(_) -> Optional.of("application/json");
      case Body.Form(_) -> Optional.of("application/x-www-form-urlencoded");
    };
  }

  private Segments body() {
    var to = new SegmentsBuilder();
    var of = step + ", body";
    switch (request.body()) {
      case Body.None() -> {}
      case Body.Text(var text) -> templates.text(text, Escape.NONE, of, to);
      case Body.Json(var text) -> templates.json(text, of, to);
      case Body.Form(var fields) -> form(fields, to);
    }
    return to.build();
  }

  private void form(List<Body.Field> fields, SegmentsBuilder to) {
    for (int i = 0; i < fields.size(); i++) {
      var field = fields.get(i);
      to.text(i == 0 ? "" : "&")
          .text(URLEncoder.encode(field.name(), StandardCharsets.UTF_8))
          .text("=");
      templates.form(field.value(), step + ", field " + field.name(), to);
    }
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in(step), what, hint));
  }
}
