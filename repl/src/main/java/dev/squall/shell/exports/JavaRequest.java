package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaChecks.template;
import static dev.squall.shell.exports.JavaLiterals.number;
import static dev.squall.shell.exports.JavaLiterals.text;
import static dev.squall.shell.exports.JavaLiterals.time;

import dev.squall.scenario.Body;
import dev.squall.scenario.Handling;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A request in Squall's words, or as it is made where a part of it has no word. */
final class JavaRequest {
  private static final Set<String> WORDS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private final Request request;
  private Code code;

  private JavaRequest(Request request) {
    this.request = request;
    this.code = begun();
  }

  static Code of(Request request) {
    return hasWords(request.body()) ? new JavaRequest(request).words() : made(request);
  }

  private Code begun() {
    var target = text(request.target().text());
    return WORDS.contains(request.method())
        ? call(request.method().toLowerCase(Locale.ROOT), target)
        : call("Request.of", text(request.method()), target);
  }

  private void dot(String name, Code... arguments) {
    code = code.dot(name, arguments);
  }

  private Code words() {
    request.label().ifPresent(name -> dot("named", text(name)));
    for (var field : request.query()) {
      dot("query", text(field.name()), text(field.value().text()));
    }
    for (var header : request.headers()) {
      header(header.name(), header.value().text());
    }
    request
        .credentials()
        .ifPresent(shown -> dot("basic", text(shown.user().text()), text(shown.password().text())));
    body(request.body());
    handling(request.handling());
    if (!request.checks().isEmpty()) {
      code = code.dot("check", request.checks().stream().map(JavaChecks::check).toList());
    }
    for (var capture : request.captures()) {
      dot("extract", text(capture.variable()), JavaChecks.extractor(capture.extractor()));
    }
    return code;
  }

  private void header(String name, String value) {
    if (name.equals("Authorization") && value.startsWith("Bearer ")) {
      dot("bearer", text(value.substring("Bearer ".length())));
    } else {
      dot("header", text(name), text(value));
    }
  }

  /** Whether words make this body; an empty form has none. */
  private static boolean hasWords(Body body) {
    return switch (body) {
      case Body.None _, Body.Text _, Body.Json _, Body.FromFile _, Body.Binary _ -> true;
      case Body.WrittenForm _ -> false;
      case Body.Form(var fields) -> !fields.isEmpty();
      case Body.Multipart(var parts) ->
          !parts.isEmpty() && parts.stream().allMatch(JavaRequest::hasWords);
    };
  }

  private static boolean hasWords(Body.Part part) {
    return switch (part) {
      case Body.TextPart(_, _, var type) -> type.isEmpty();
      case Body.FilePart(_, _, _, var sentAs) -> sentAs.isEmpty();
      case Body.TextFilePart _ -> false;
    };
  }

  private void body(Body body) {
    switch (body) {
      case Body.None() -> {}
      case Body.Text(var text) -> dot("text", JavaLiterals.body(text.text()));
      case Body.Json(var text) -> dot("json", JavaLiterals.body(text.text()));
      case Body.Form(var fields) ->
          fields.forEach(field -> dot("field", text(field.name()), text(field.value().text())));
      case Body.FromFile(var path, var type) -> dot("file", typed(List.of(path), type));
      case Body.Binary binary -> dot("bytes", bytes(binary));
      case Body.Multipart(var parts) -> parts.forEach(this::part);
      case Body.WrittenForm _ -> throw new IllegalStateException("a form as written has no word");
    }
  }

  private void part(Body.Part part) {
    switch (part) {
      case Body.TextPart(var name, var value, _) -> dot("part", text(name), text(value.text()));
      case Body.FilePart(var name, var path, var type, _) ->
          dot("filePart", typed(List.of(name, path), type));
      case Body.TextFilePart _ -> throw new IllegalStateException("a text's file has no word");
    }
  }

  private static Code[] typed(List<String> texts, Optional<String> type) {
    var arguments = new ArrayList<Code>();
    texts.forEach(argument -> arguments.add(text(argument)));
    type.ifPresent(argument -> arguments.add(text(argument)));
    return arguments.toArray(Code[]::new);
  }

  private static Code bytes(Body.Binary binary) {
    var base64 = Base64.getEncoder().encodeToString(binary.bytes());
    return call("java.util.Base64.getDecoder().decode", text(base64));
  }

  private void handling(Handling handling) {
    handling.timeout().ifPresent(limit -> dot("timeout", time(limit)));
    handling
        .redirects()
        .ifPresent(most -> {
          if (most == 0) {
            dot("noRedirects");
          } else {
            dot("redirects", number(most));
          }
        });
    if (handling.expectsContinue()) {
      dot("expectContinue");
    }
    handling.retry().ifPresent(again -> dot("retry", retry(again)));
  }

  private static Code retry(Retry retry) {
    var plain = new Retry(retry.attempts());
    Code code = call("attempts", number(retry.attempts()));
    if (retry.backoff() != plain.backoff() || !retry.delay().equals(plain.delay())) {
      code = code.dot(retry.backoff().name().toLowerCase(Locale.ROOT), time(retry.delay()));
    }
    if (!retry.longest().equals(plain.longest())) {
      code = code.dot("atMost", time(retry.longest()));
    }
    return Double.compare(retry.jitter(), 0) == 0
        ? code
        : code.dot("jitter", number(retry.jitter()));
  }

  /** Without words: all of it, in the order of the record. */
  private static Code made(Request request) {
    var bare =
        new Request(
            request.label(),
            request.method(),
            request.target(),
            request.query(),
            request.headers(),
            request.credentials(),
            new Body.None(),
            request.checks(),
            request.captures(),
            request.handling());
    return call(
        "new Request",
        optional(bare.label().map(JavaLiterals::text)),
        text(bare.method()),
        template(bare.target()),
        call("List.of", bare.query().stream().map(JavaRequest::field).toList()),
        call(
            "List.of",
            bare.headers().stream()
                .map(header -> call("new Header", text(header.name()), template(header.value())))
                .toList()),
        optional(
            bare.credentials()
                .map(shown ->
                    call("new Credentials", template(shown.user()), template(shown.password())))),
        made(request.body()),
        call("List.of", bare.checks().stream().map(JavaChecks::check).toList()),
        call(
            "List.of",
            bare.captures().stream()
                .map(capture ->
                    call(
                        "new Capture",
                        text(capture.variable()),
                        JavaChecks.extractor(capture.extractor())))
                .toList()),
        made(bare.handling()));
  }

  private static Code field(Body.Field field) {
    return call("new Body.Field", text(field.name()), template(field.value()));
  }

  private static Code optional(Optional<Code> value) {
    return value.map(code -> call("Optional.of", code)).orElseGet(() -> call("Optional.empty"));
  }

  private static Code type(Optional<String> type) {
    return optional(type.map(JavaLiterals::text));
  }

  private static Code made(Body body) {
    return switch (body) {
      case Body.WrittenForm(var text) ->
          call("new Body.WrittenForm", call("new Template", JavaLiterals.body(text.text())));
      case Body.Form(var fields) ->
          call("new Body.Form", call("List.of", fields.stream().map(JavaRequest::field).toList()));
      case Body.Multipart(var parts) ->
          call(
              "new Body.Multipart",
              call("List.of", parts.stream().map(JavaRequest::made).toList()));
      case Body.None _, Body.Text _, Body.Json _, Body.FromFile _, Body.Binary _ ->
          throw new IllegalStateException("it has a word");
    };
  }

  private static Code made(Body.Part part) {
    return switch (part) {
      case Body.TextPart(var name, var value, var type) ->
          call("new Body.TextPart", text(name), template(value), type(type));
      case Body.FilePart(var name, var path, var type, var sentAs) ->
          call("new Body.FilePart", text(name), text(path), type(type), type(sentAs));
      case Body.TextFilePart(var name, var path, var type) ->
          call("new Body.TextFilePart", text(name), text(path), type(type));
    };
  }

  private static Code made(Handling handling) {
    if (handling.equals(Handling.USUAL)) {
      return Code.word("Handling.USUAL");
    }
    return call(
        "new Handling",
        optional(handling.timeout().map(JavaLiterals::time)),
        optional(handling.redirects().map(most -> number((long) most))),
        Code.word(Boolean.toString(handling.expectsContinue())),
        optional(handling.retry().map(JavaRequest::retry)));
  }
}
