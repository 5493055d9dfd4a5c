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
import java.time.Duration;
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
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)(https?://[^/?#]*)(.*)", Pattern.DOTALL);

  private final Request request;
  private final Position position;
  private final Optional<UrlTarget> base;
  private final TemplateCompiler templates;
  private final Options.Reuse connections;
  private final Consumer<Problem> problems;

  RequestCompiler(
      Request request,
      Position position,
      Optional<UrlTarget> base,
      TemplateCompiler templates,
      Options.Reuse connections,
      Consumer<Problem> problems) {
    this.request = request;
    this.position = position;
    this.base = base;
    this.templates = templates;
    this.connections = connections;
    this.problems = problems;
  }

  /** Nothing when a problem was found. */
  Optional<PlannedRequest> compile(
      int index,
      String scenario,
      List<Target> targets,
      Variables variables,
      LaterUses later,
      long timeoutNanos) {
    var lookups = new CheckCompiler(templates, position, problems);
    var captures = new ArrayList<PlannedCapture>();
    for (var capture : request.captures()) {
      lookups
          .lookup(capture.extractor())
          .ifPresent(lookup ->
              captures.add(
                  new PlannedCapture(
                      capture.variable(),
                      variables.slot(capture.variable()).orElseThrow(),
                      lookup,
                      later.after(index, capture.variable()))));
    }
    var checks = request.checks().stream().map(lookups::check).flatMap(Optional::stream).toList();
    if (checks.size() > MOST_CHECKS) {
      problem(
          "a step holds at most " + MOST_CHECKS + " checks, not " + checks.size(),
          "spread them over two requests");
    }
    var address = address();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    var body = body();
    var head = head(address.get(), body);
    return Optional.of(
        new PlannedRequest(
            index,
            new StepInfo(
                scenario,
                request.name(),
                request.endpoint(),
                request.checks().stream().map(Check::toString).toList()),
            request.method(),
            place(address.get().target, targets),
            head,
            body,
            List.copyOf(captures),
            checks,
            request.checks().stream()
                .anyMatch(check -> check.extractor() instanceof Extractor.Status),
            lookups.wantedHeaders(),
            lookups.queries(),
            captures.stream().anyMatch(capture -> capture.lookup().readsBody())
                || checks.stream().anyMatch(check -> check.lookup().readsBody()),
            asksClose(),
            request.timeout().map(Duration::toNanos).orElse(timeoutNanos)));
  }

  /** A host, what stands before the path on it, and path and query. */
  private record Address(Target target, String prefix, Template path) {}

  private Optional<Address> address() {
    var text = request.target().text();
    var absolute = ABSOLUTE.matcher(text);
    if (absolute.matches()) {
      if (absolute.group(1).contains("${")) {
        problem(
            "the host of a URL cannot be a variable: " + text,
            "name the host, or give the base with at(…)");
        return Optional.empty();
      }
      var path = absolute.group(2).startsWith("/") ? absolute.group(2) : "/" + absolute.group(2);
      return UrlTarget.parse(absolute.group(1), position, problems)
          .map(url -> new Address(url.target(), "", new Template(path)));
    }
    if (base.isEmpty()) {
      problem(
          "the path " + text + " has no base to stand on",
          "add at(\"http://localhost:8089\") to the run or the scenario");
      return Optional.empty();
    }
    var path = text.startsWith("/") ? text : "/" + text;
    return base.map(url -> new Address(url.target(), url.path(), new Template(path)));
  }

  private static int place(Target target, List<Target> targets) {
    if (!targets.contains(target)) {
      targets.add(target);
    }
    return targets.indexOf(target);
  }

  private Segments head(Address address, Segments body) {
    var to = new SegmentsBuilder().text(request.method()).text(" ").text(address.prefix);
    templates.target(address.path, position, to);
    to.text(" HTTP/1.1\r\n");
    if (!hasHeader("Host")) {
      to.text("Host: " + address.target.authority() + "\r\n");
    }
    for (var header : request.headers()) {
      header(header, to);
    }
    if (connections == Options.Reuse.FRESH && !hasHeader("Connection")) {
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
    if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
      problem("the header " + header.name() + " holds a line end", "a header is one line");
      return;
    }
    to.text(header.name()).text(": ");
    templates.compile(header.value(), Escape.HEADER, position, to);
    to.text("\r\n");
  }

  private boolean asksClose() {
    return connections == Options.Reuse.FRESH
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
    switch (request.body()) {
      case Body.None() -> {}
      case Body.Text(var text) -> templates.compile(text, Escape.NONE, position, to);
      case Body.Json(var text) -> templates.json(text, position, to);
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
      for (var part : field.value().parts()) {
        if (part instanceof Template.Part.Literal(var text)) {
          to.text(URLEncoder.encode(text, StandardCharsets.UTF_8));
        } else {
          templates.append(part, Escape.FORM, position, to);
        }
      }
    }
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(position, what, hint));
  }
}
