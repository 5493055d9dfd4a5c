package dev.squall.shell.exports;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.scenario.Body;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import dev.squall.shell.exports.HurlContext.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Requests as entries of a hurl file. */
final class HurlEntries {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

  private final HurlContext context;
  private final HurlChecks checks;

  HurlEntries(HurlContext context) {
    this.context = context;
    checks = new HurlChecks(context);
  }

  void add(Request request, Duration delay, int times, Lines to) {
    to.add("# " + Notes.oneLine(request.name()));
    var target = context.text(request.target(), Place.URL);
    boolean isAbsolute = Sent.isAbsolute(context.templates.pieces(request.target()));
    var base = isAbsolute ? "" : context.scenario.base().orElse("{{base}}");
    if (base.equals("{{base}}")) {
      context.outside.put("base", "http://localhost:8089");
    }
    to.add(request.method() + " " + strip(base) + target);
    for (Header header : headers(request)) {
      to.add(header.name() + ": " + context.text(header.value(), Place.HEADER));
    }
    options(request, delay, times, to);
    if (!request.query().isEmpty()) {
      to.add("[Query]");
      request.query().forEach(field -> to.add(pair(field.name(), field.value())));
    }
    request
        .credentials()
        .ifPresent(shown -> {
          to.add("[BasicAuth]");
          to.add(
              context.text(shown.user(), Place.HEADER).replace(":", "\\:")
                  + ": "
                  + context.text(shown.password(), Place.HEADER));
        });
    body(request, to);
    answer(request, to);
    to.add("");
  }

  private static String strip(String base) {
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private String pair(String name, Template value) {
    return key(name) + ": " + context.text(value, Place.HEADER);
  }

  private static String key(String name) {
    return name.matches("[A-Za-z0-9_.\\[\\]@$-]+") && !name.startsWith("[")
        ? name
        : HurlContext.quoted(name);
  }

  private List<Header> headers(Request request) {
    var headers = new ArrayList<>(Sent.typed(context.scenario, request));
    boolean isJson = request.body() instanceof Body.Json(var text) && isJson(text);
    // A body of JSON says so itself.
    headers.removeIf(header ->
        isJson
            && header.name().equals("Content-Type")
            && header.value().text().equals(Sent.JSON)
            && request.headers().stream().noneMatch(own -> own.equals(header)));
    return headers;
  }

  private void options(Request request, Duration delay, int times, Lines to) {
    var options = new ArrayList<String>();
    if (!delay.isZero()) {
      options.add("delay: " + delay.toMillis() + "ms");
    }
    if (times != 1) {
      options.add("repeat: " + times);
    }
    var handling = request.handling();
    handling.timeout().ifPresent(limit -> options.add("max-time: " + limit.toMillis() + "ms"));
    handling
        .redirects()
        .ifPresent(most -> options.add(most == 0 ? "location: false" : "max-redirs: " + most));
    handling
        .retry()
        .ifPresent(retry -> {
          options.add("retry: " + (retry.attempts() - 1));
          options.add("retry-interval: " + Math.max(1, retry.delay().toMillis()) + "ms");
          if (retry.jitter() != 0 || !retry.backoff().name().equals("FIXED")) {
            untold(request, "hurl waits the same before each attempt", "its first wait is taken");
          }
        });
    if (handling.expectsContinue()) {
      untold(request, "hurl does not wait for 100 Continue", "");
    }
    if (!options.isEmpty()) {
      to.add("[Options]");
      options.forEach(to::add);
    }
  }

  private void untold(Request request, String what, String hint) {
    context.notes.add("step " + request.name(), what, hint);
  }

  private void body(Request request, Lines to) {
    switch (request.body()) {
      case Body.None() -> {}
      case Body.Json(var text) -> {
        if (isJson(text)) {
          to.add(context.text(text, Place.JSON).strip());
        } else {
          text(text, to);
        }
      }
      case Body.Text(var text) -> text(text, to);
      case Body.WrittenForm(var text) -> text(text, to);
      case Body.Form(var fields) -> {
        to.add("[Form]");
        fields.forEach(field -> to.add(pair(field.name(), field.value())));
      }
      case Body.FromFile(var path, _) -> to.add("file," + path(path) + ";");
      case Body.Binary binary ->
          to.add("base64," + Base64.getEncoder().encodeToString(binary.bytes()) + ";");
      case Body.Multipart(var parts) -> {
        to.add("[Multipart]");
        parts.forEach(part -> to.add(part(request, part)));
      }
    }
  }

  private static String path(String path) {
    return path.replaceAll("[;#\\\\ ]", "\\\\$0");
  }

  private String part(Request request, Body.Part part) {
    return switch (part) {
      case Body.TextPart(var name, var value, var type) -> {
        type.ifPresent(_ -> untold(request, "hurl sends a part that is text without its type", ""));
        yield pair(name, value);
      }
      case Body.FilePart(var name, var path, var type, var sentAs) -> {
        sentAs.ifPresent(_ -> untold(request, "hurl sends a file under its own name", ""));
        yield key(name) + ": file," + path(path) + ";" + type.map(is -> " " + is).orElse("");
      }
      case Body.TextFilePart(var name, var path, var type) -> {
        untold(request, "hurl sends a text's file as a file", "");
        yield key(name) + ": file," + path(path) + ";" + type.map(is -> " " + is).orElse("");
      }
    };
  }

  /** Between three backticks everything is itself, but for those and for variables. */
  private void text(Template template, Lines to) {
    var text = context.text(template, Place.MULTILINE);
    boolean isPlain =
        !text.contains("```")
            && !text.endsWith("`")
            && text.indexOf('\r') < 0
            && !hidesBraces(template);
    if (isPlain && (text.indexOf('\n') >= 0 || text.indexOf('`') >= 0)) {
      // Its last line's end belongs to the text: so the mark stands right behind the text.
      to.add("```\n" + text + "```");
    } else {
      to.add(
          "`"
              + context.text(template, Place.QUOTED).replace("\\\"", "\"").replace("`", "\\`")
              + "`");
    }
  }

  private boolean hidesBraces(Template template) {
    return context.templates.pieces(template).stream()
        .anyMatch(piece -> piece instanceof Piece.Text(var literal) && literal.contains("{{"));
  }

  /** Whether it is JSON whatever its variables are: those are numbers here, or within strings. */
  private boolean isJson(Template template) {
    var text = new StringBuilder();
    for (var piece : context.templates.pieces(template)) {
      text.append(piece instanceof Piece.Text(var literal) ? literal : "1");
    }
    try {
      var tree = JSON.readTree(text.toString());
      return tree.isContainerNode() && !text.toString().contains("{{");
    } catch (JacksonException _) {
      return false;
    }
  }

  private void answer(Request request, Lines to) {
    var status =
        request.checks().stream()
            .filter(check -> check.extractor() instanceof Extractor.Status)
            .flatMap(check ->
                check.expectation() instanceof Expectation.Is(var code)
                        && code.text().matches("[1-9]\\d\\d")
                    ? java.util.stream.Stream.of(check)
                    : java.util.stream.Stream.empty())
            .findFirst();
    to.add(
        "HTTP "
            + status
                .map(check -> ((Expectation.Is) check.expectation()).expected().text())
                .orElse("*"));
    var captures = new ArrayList<String>();
    for (var capture : request.captures()) {
      checks
          .query(capture.extractor())
          .ifPresentOrElse(
              query -> captures.add(HurlContext.name(capture.variable()) + ": " + query),
              () -> untold(request, "hurl finds nothing by " + capture.extractor(), ""));
    }
    if (!captures.isEmpty()) {
      to.add("[Captures]");
      captures.forEach(to::add);
    }
    var asserts = new ArrayList<String>();
    if (Sent.hasNoStatusCheck(request)) {
      asserts.add("status < 400");
    }
    for (var check : request.checks()) {
      if (status.filter(check::equals).isPresent()) {
        continue;
      }
      var said = checks.asserts(check);
      if (said.isEmpty()) {
        var what = "hurl cannot check that " + check;
        asserts.add("# " + context.notes.add("step " + request.name(), what, ""));
      }
      asserts.addAll(said);
    }
    if (!asserts.isEmpty()) {
      to.add("[Asserts]");
      asserts.forEach(to::add);
    }
  }
}
