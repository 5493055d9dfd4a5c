package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaLiterals.text;

import dev.squall.scenario.Body;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Requests as Gatling sends them. */
final class GatlingRequests {
  private static final Set<String> WORDS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private final GatlingContext context;
  private final GatlingChecks checks;

  GatlingRequests(GatlingContext context) {
    this.context = context;
    checks = new GatlingChecks(context);
  }

  /** What sets its draws, if it has any, and the request. */
  List<Code> steps(Request request) {
    var sent = sent(request);
    var steps = new ArrayList<Code>();
    context.draws().ifPresent(steps::add);
    steps.add(request.handling().retry().map(retry -> again(request, retry, sent)).orElse(sent));
    return steps;
  }

  private Code again(Request request, Retry retry, Code sent) {
    if (!retry.delay().isZero()) {
      untold(request, "Gatling tries again at once", "the waits between attempts are left out");
    }
    return call("tryMax", JavaLiterals.number(retry.attempts())).dot("on", sent);
  }

  private void untold(Request request, String what, String hint) {
    context.untold("step " + request.name(), what, hint);
  }

  private Code sent(Request request) {
    var http = call("http", text(GatlingContext.literal(request.name())));
    Code code =
        WORDS.contains(request.method())
            ? http.dot(request.method().toLowerCase(Locale.ROOT), context.text(request.target()))
            : http.dot("httpRequest", text(request.method()), context.text(request.target()));
    for (var field : request.query()) {
      code =
          code.dot(
              "queryParam",
              text(GatlingContext.literal(field.name())),
              context.text(field.value()));
    }
    for (Header header : Sent.typed(context.scenario, request)) {
      code = code.dot("header", text(header.name()), context.text(header.value()));
    }
    if (request.credentials().isPresent()) {
      var shown = request.credentials().get();
      code = code.dot("basicAuth", context.text(shown.user()), context.text(shown.password()));
    }
    code = handled(request, body(request, code));
    return checked(request, code);
  }

  private Code handled(Request request, Code code) {
    var handling = request.handling();
    var with = code;
    if (handling.timeout().isPresent()) {
      with = with.dot("requestTimeout", time(handling.timeout().get()));
    }
    if (handling.redirects().isPresent()) {
      if (handling.redirects().get() == 0) {
        with = with.dot("disableFollowRedirect");
      } else {
        untold(request, "Gatling limits redirects for all requests only", "");
      }
    }
    if (handling.expectsContinue()) {
      untold(request, "Gatling sends a body without waiting for 100 Continue", "");
    }
    return with;
  }

  private Code checked(Request request, Code code) {
    var all = new ArrayList<Code>();
    if (Sent.hasNoStatusCheck(request)) {
      all.add(call("status").dot("lt", Code.word("400")));
    }
    for (var check : request.checks()) {
      var said = checks.checks(check);
      if (said.isEmpty()) {
        untold(request, "Gatling cannot check that " + check, "");
      }
      all.addAll(said);
    }
    request.captures().stream().map(checks::capture).forEach(all::add);
    return code.dot("check", all);
  }

  private Code body(Request request, Code code) {
    return switch (request.body()) {
      case Body.None() -> code;
      case Body.Text(var text) -> code.dot("body", call("StringBody", context.body(text, false)));
      case Body.Json(var text) -> code.dot("body", call("StringBody", context.body(text, true)));
      case Body.WrittenForm(var text) ->
          code.dot("body", call("StringBody", context.body(text, false)));
      case Body.FromFile(var path, _) -> code.dot("body", call("RawFileBody", text(path)));
      case Body.Binary binary ->
          code.dot(
              "body",
              call(
                  "ByteArrayBody",
                  call(
                      "java.util.Base64.getDecoder().decode",
                      text(Base64.getEncoder().encodeToString(binary.bytes())))));
      case Body.Form(var fields) -> {
        var with = code;
        for (var field : fields) {
          with =
              with.dot(
                  "formParam",
                  text(GatlingContext.literal(field.name())),
                  context.text(field.value()));
        }
        yield with;
      }
      case Body.Multipart(var parts) -> {
        var with = code;
        for (var part : parts) {
          with = with.dot("bodyPart", part(part));
        }
        yield with.dot("asMultipartForm");
      }
    };
  }

  private Code part(Body.Part part) {
    return switch (part) {
      case Body.TextPart(var name, var value, var type) -> {
        var code = call("StringBodyPart", name(name), context.text(value));
        yield type.map(is -> code.dot("contentType", text(is))).orElse(code);
      }
      case Body.FilePart(var name, var path, var type, var sentAs) -> {
        var file = call("RawFileBodyPart", name(name), text(GatlingContext.literal(path)));
        var code = file.dot("fileName", name(sentAs.orElseGet(() -> Sent.fileName(path))));
        yield type.map(is -> code.dot("contentType", text(is))).orElse(code);
      }
      case Body.TextFilePart(var name, var path, var type) -> {
        var code = call("RawFileBodyPart", name(name), text(GatlingContext.literal(path)));
        yield type.map(is -> code.dot("contentType", text(is))).orElse(code);
      }
    };
  }

  private static Code name(String name) {
    return text(GatlingContext.literal(name));
  }

  static Code time(Duration time) {
    return time.toMillis() % 1000 == 0
        ? call("Duration.ofSeconds", JavaLiterals.number(time.toSeconds()))
        : call("Duration.ofMillis", JavaLiterals.number(time.toMillis()));
  }
}
