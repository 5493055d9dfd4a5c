package dev.squall.shell.exports;

import dev.squall.scenario.Body;
import dev.squall.scenario.ContentTypes;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import dev.squall.scenario.Template;
import dev.squall.shell.exports.K6Context.Escape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests as k6 sends them. */
final class K6Requests {
  private static final Map<String, String> WORDS =
      Map.of("GET", "get", "HEAD", "head", "POST", "post", "PUT", "put", "PATCH", "patch");

  private final K6Context context;
  private final K6Checks checks;

  K6Requests(K6Context context) {
    this.context = context;
    checks = new K6Checks(context);
  }

  /** Sends it, checks the answer and keeps what is extracted. */
  void add(Request request, Lines to) {
    to.deeper("{");
    var retry = request.handling().retry();
    var checked = checks(request);
    var sending = sending(request, to.column());
    if (retry.isPresent()) {
      to.deeper("const checks = {");
      checked.forEach(to::add);
      to.back("};");
      var attempts =
          retry.get().attempts() + ", " + wait(retry.get()) + ", checks, () => " + sending;
      to.add("const res = " + context.call(K6Function.ATTEMPTS, attempts) + ";");
    } else {
      to.add("const res = " + sending + ";");
    }
    judged(request, checked, "res", retry.isPresent(), to);
    to.back("}");
  }

  /** What is done with the answer. */
  private void judged(Request request, List<String> checked, String res, boolean named, Lines to) {
    var name = Js.text(request.name());
    if (named) {
      to.add(context.call(K6Function.DEMAND, res + ", " + name + ", checks") + ";");
    } else {
      to.deeper(context.call(K6Function.DEMAND, "").replace(")", res + ", " + name + ", {"));
      checked.forEach(to::add);
      to.back("});");
    }
    for (var capture : request.captures()) {
      var found = checks.found(capture.extractor(), res);
      if (found.isEmpty()) {
        to.add("// " + untold(request, "k6 finds nothing by " + capture.extractor()));
        continue;
      }
      var taken = context.call(K6Function.TAKE, Js.text(capture.variable()) + ", " + found.get());
      to.add(Js.member("v", capture.variable()) + " = " + taken + ";");
    }
  }

  /** All at the same time; what they extract is known afterwards. */
  void together(List<Request> requests, Lines to) {
    to.deeper("{");
    to.deeper("const all = http.batch([");
    for (var request : requests) {
      var sent = new ArrayList<String>(List.of(Js.text(request.method())));
      sent.addAll(arguments(request, true, to.column()));
      to.add("[" + String.join(", ", sent) + "],");
    }
    to.back("]);");
    for (int i = 0; i < requests.size(); i++) {
      judged(requests.get(i), checks(requests.get(i)), "all[" + i + "]", false, to);
    }
    to.back("}");
  }

  private String untold(Request request, String what) {
    return context.notes.add("step " + request.name(), what, "");
  }

  private List<String> checks(Request request) {
    var lines = new ArrayList<String>();
    var names = new HashSet<String>();
    if (Sent.hasNoStatusCheck(request)) {
      lines.add("'status below 400': (r) => r.status > 0 && r.status < 400,");
    }
    for (var check : request.checks()) {
      var holds = checks.holds(check);
      if (holds.isEmpty()) {
        lines.add("// " + untold(request, "k6 cannot check that " + check));
      } else if (names.add(check.toString())) {
        lines.add(Js.text(check.toString()) + ": " + holds.get() + ",");
      }
    }
    return lines;
  }

  private String sending(Request request, int indent) {
    boolean carries = !(request.body() instanceof Body.None);
    var word = WORDS.get(request.method());
    boolean isBodiless = request.method().equals("GET") || request.method().equals("HEAD");
    if (word == null || (isBodiless && carries)) {
      var arguments = new ArrayList<String>(List.of(Js.text(request.method())));
      arguments.addAll(arguments(request, true, indent));
      return "http.request(" + String.join(", ", arguments) + ")";
    }
    return "http." + word + "(" + String.join(", ", arguments(request, !isBodiless, indent)) + ")";
  }

  private List<String> arguments(Request request, boolean withBody, int indent) {
    var arguments = new ArrayList<String>(List.of(url(request)));
    if (withBody) {
      arguments.add(body(request));
    }
    arguments.add(settings(request, indent));
    return arguments;
  }

  private String url(Request request) {
    var target = context.templates.pieces(request.target());
    var parts = new ArrayList<String>();
    if (!Sent.isAbsolute(target)) {
      parts.add(context.base());
    }
    parts.add(url(target));
    boolean hasQuery = request.target().text().indexOf('?') >= 0;
    for (var field : request.query()) {
      parts.add(Js.text((hasQuery ? "&" : "?") + Curl.encoded(field.name()) + "="));
      parts.add(encoded(field.value()));
      hasQuery = true;
    }
    return String.join(" + ", parts);
  }

  /** What stands behind the question mark is encoded, what stands before it is not. */
  private String url(List<Piece> target) {
    int mark = 0;
    while (mark < target.size()
        && !(target.get(mark) instanceof Piece.Text(var text) && text.indexOf('?') >= 0)) {
      mark++;
    }
    var path = context.text(target.subList(0, Math.min(target.size(), mark + 1)), Escape.NONE);
    return mark + 1 >= target.size()
        ? path
        : path + " + " + context.text(target.subList(mark + 1, target.size()), Escape.URL);
  }

  private String encoded(Template value) {
    return context
        .templates
        .plain(value)
        .map(plain -> Js.text(Curl.encoded(plain)))
        .orElseGet(() -> "encodeURIComponent(" + context.text(value, Escape.NONE) + ")");
  }

  private String settings(Request request, int indent) {
    var lines = new Lines(2);
    var settings = new ArrayList<String>();
    var headers = Sent.typed(context.scenario, request);
    if (!headers.isEmpty() || request.credentials().isPresent()) {
      var named = new ArrayList<String>();
      request
          .credentials()
          .ifPresent(shown -> {
            context.imports.add("import encoding from 'k6/encoding';");
            var both = new Template(shown.user().text() + ":" + shown.password().text());
            named.add(
                "Authorization: `Basic ${encoding.b64encode("
                    + context.text(both, Escape.NONE)
                    + ")}`");
          });
      for (var header : headers) {
        named.add(Js.key(header.name()) + ": " + context.text(header.value(), Escape.NONE));
      }
      if (headers.stream()
              .map(header -> header.name().toLowerCase(java.util.Locale.ROOT))
              .distinct()
              .count()
          < headers.size()) {
        untold(request, "k6 sends one header of a name");
      }
      settings.add("headers: { " + String.join(", ", named) + " }");
    }
    settings.add("tags: { name: " + Js.text(request.name()) + " }");
    request.handling().timeout().ifPresent(limit -> settings.add("timeout: " + limit.toMillis()));
    request.handling().redirects().ifPresent(most -> settings.add("redirects: " + most));
    if (request.handling().expectsContinue()) {
      untold(request, "k6 sends a body without waiting for 100 Continue");
    }
    var flat = "{ " + String.join(", ", settings) + " }";
    if (flat.length() + indent < 80) {
      return flat;
    }
    lines.add("{");
    settings.forEach(setting -> lines.add(" ".repeat(indent + 2) + setting + ","));
    return lines.add(" ".repeat(indent) + "}").toString().strip();
  }

  private String body(Request request) {
    return switch (request.body()) {
      case Body.None() -> "null";
      case Body.Text(var text) -> context.text(text, Escape.NONE);
      case Body.Json(var text) -> context.text(text, Escape.JSON);
      case Body.WrittenForm(var text) -> context.text(text, Escape.URL);
      case Body.Form(var fields) -> form(fields);
      case Body.FromFile(var path, _) -> context.file(path, true);
      case Body.Binary binary -> {
        context.imports.add("import encoding from 'k6/encoding';");
        yield "encoding.b64decode("
            + Js.text(Base64.getEncoder().encodeToString(binary.bytes()))
            + ")";
      }
      case Body.Multipart(var parts) -> multipart(request, parts);
    };
  }

  /** k6 encodes an object; names that come twice are encoded here. */
  private String form(List<Body.Field> fields) {
    var names = fields.stream().map(Body.Field::name).distinct().count();
    if (names == fields.size() && names > 0) {
      return fields.stream()
          .map(field -> Js.key(field.name()) + ": " + context.text(field.value(), Escape.NONE))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return fields.isEmpty()
        ? "''"
        : fields.stream()
            .map(
                field -> Js.text(Curl.encoded(field.name()) + "=") + " + " + encoded(field.value()))
            .collect(Collectors.joining(" + '&' + "));
  }

  private String multipart(Request request, List<Body.Part> parts) {
    var members = new ArrayList<String>();
    boolean hasFile = false;
    for (var part : parts) {
      switch (part) {
        case Body.TextPart(var name, var value, var type) -> {
          members.add(Js.key(name) + ": " + context.text(value, Escape.NONE));
          type.ifPresent(_ -> untold(request, "k6 sends a part that is text without its type"));
        }
        case Body.FilePart(var name, var path, var type, var sentAs) -> {
          hasFile = true;
          members.add(
              Js.key(name)
                  + ": http.file("
                  + context.file(path, true)
                  + ", "
                  + Js.text(sentAs.orElseGet(() -> Sent.fileName(path)))
                  + ", "
                  + Js.text(type.orElseGet(() -> ContentTypes.of(path)))
                  + ")");
        }
        case Body.TextFilePart(var name, var path, _) ->
            members.add(Js.key(name) + ": " + context.file(path, false));
      }
    }
    if (!hasFile) {
      untold(request, "k6 sends parts without a file as a form");
    }
    return "{ " + String.join(", ", members) + " }";
  }

  /** A wait in seconds after an attempt, from 1. */
  private static String wait(Retry retry) {
    var first = seconds(retry.delay());
    var growing =
        switch (retry.backoff()) {
          case FIXED -> first;
          case LINEAR -> first + " * n";
          case EXPONENTIAL -> first + " * 2 ** (n - 1)";
        };
    boolean isLimited = !retry.longest().equals(new Retry(1).longest());
    var whole = isLimited ? "Math.min(" + seconds(retry.longest()) + ", " + growing + ")" : growing;
    var drawn =
        retry.jitter() == 0 ? "" : " * (1 - " + Js.number(retry.jitter()) + " * Math.random())";
    return "(n) => " + whole + drawn;
  }

  static String seconds(Duration time) {
    return new BigDecimal(time.toMillis()).movePointLeft(3).stripTrailingZeros().toPlainString();
  }
}
