package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.scenario.Body;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Bodies of operations, as their examples and schemas have them. */
final class OpenApiBodies {
  private final References references;
  private final Examples examples;
  private final Findings findings;

  OpenApiBodies(References references, Examples examples, Findings findings) {
    this.references = references;
    this.examples = examples;
    this.findings = findings;
  }

  Request on(Request request, OpenApiOperation operation) {
    var described = operation.node().path("requestBody");
    if (described.isMissingNode()) {
      return request;
    }
    var place = operation.place() + ", requestBody";
    return content(references.resolved(described, place).path("content"))
        .map(content -> with(request, content.getKey(), content.getValue(), place))
        .orElse(request);
  }

  /** Of several the one that can be made best. */
  private static Optional<Map.Entry<String, JsonNode>> content(JsonNode contents) {
    return Stream.<Predicate<String>>of(
            type -> type.equals(MediaTypes.JSON),
            Requests::isJson,
            type -> type.equals(MediaTypes.FORM),
            type -> type.equals(MediaTypes.MULTIPART),
            type -> type.equals("*/*") || type.equals("application/*"),
            type -> type.startsWith("text/"),
            _ -> true)
        .flatMap(wanted ->
            contents.properties().stream()
                .filter(each -> wanted.test(MediaTypes.plain(each.getKey()))))
        .findFirst();
  }

  private Request with(Request request, String type, JsonNode described, String place) {
    var value = examples.of(described, place);
    var plain = MediaTypes.plain(type);
    if (plain.equals(MediaTypes.FORM)) {
      return form(request, value);
    }
    if (plain.equals(MediaTypes.MULTIPART)) {
      return multipart(request, described, value, place);
    }
    if (Requests.isJson(plain) || plain.contains("*")) {
      return json(request, plain.contains("*") ? MediaTypes.JSON : type, value, place);
    }
    if (value.isContainerNode() || value.isMissingNode() || isBinary(described.path("schema"))) {
      findings.add(
          place,
          "a body of " + Shown.text(type) + " is not made: it stands as " + GivenValues.PLACEHOLDER,
          "give the step a text or a file");
      return text(request, type, GivenValues.PLACEHOLDER);
    }
    return text(request, type, Literal.of(value.asText()));
  }

  private static Request text(Request request, String type, String template) {
    return Requests.typed(
        Requests.with(request, new Body.Text(new Template(template))),
        type.contains("*") ? "" : type);
  }

  private Request json(Request request, String type, JsonNode value, String place) {
    if (value.isMissingNode()) {
      findings.add(
          place, "nothing says what its JSON looks like: it stands as {}", "give the step a body");
    }
    // Some write their examples of JSON as a text.
    var text =
        value.isMissingNode()
            ? "{}"
            : value.isTextual() && value.asText().strip().startsWith("{")
                ? value.asText()
                : JsonText.write(value);
    return Requests.typed(
        Requests.with(request, new Body.Json(new Template(Literal.of(text)))), type);
  }

  private static Request form(Request request, JsonNode value) {
    var fields = new ArrayList<Body.Field>();
    for (var member : value.properties()) {
      fields.add(new Body.Field(member.getKey(), template(member.getValue())));
    }
    return Requests.with(request, new Body.Form(fields));
  }

  private static Template template(JsonNode value) {
    return new Template(Literal.of(value.isValueNode() ? value.asText() : value.toString()));
  }

  private Request multipart(Request request, JsonNode described, JsonNode value, String place) {
    var properties = references.resolved(described.path("schema"), place).path("properties");
    List<Body.Part> parts = new ArrayList<>();
    for (var member : value.properties()) {
      var name = member.getKey();
      var types = described.path("encoding").path(name).path("contentType").asText();
      var type = types.replaceFirst(",.*", "").strip();
      if (isBinary(references.resolved(properties.path(name), place))) {
        findings.add(
            place,
            "the file of its part " + Shown.text(name) + " stands as " + GivenValues.PLACEHOLDER,
            "name a file: filePart(\"" + Shown.text(name) + "\", \"…\")");
        parts.add(new Body.TextPart(name, new Template(GivenValues.PLACEHOLDER), Optional.empty()));
      } else {
        parts.add(
            new Body.TextPart(
                name,
                template(member.getValue()),
                Optional.of(type).filter(said -> !said.isEmpty() && !said.contains("*"))));
      }
    }
    return parts.isEmpty() ? request : Requests.with(request, new Body.Multipart(parts));
  }

  private static boolean isBinary(JsonNode schema) {
    return schema.path("format").asText().equals("binary")
        || (schema.has("contentMediaType") && !schema.has("contentEncoding"));
  }
}
