package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.squall.scenario.Body;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a request in a collection. */
final class PostmanBody {
  private final PostmanVariables variables;
  private final Findings findings;

  PostmanBody(PostmanVariables variables, Findings findings) {
    this.variables = variables;
    this.findings = findings;
  }

  Request on(Request request, JsonNode body, String place) {
    if (body.path("disabled").asBoolean()) {
      return request;
    }
    return switch (body.path("mode").asText()) {
      case "" -> request;
      case "raw" -> raw(request, body);
      case "urlencoded" -> form(request, body.path("urlencoded"), place);
      case "formdata" -> multipart(request, body.path("formdata"), place);
      case "file" -> file(request, body.path("file"), place);
      case "graphql" -> graphql(request, body.path("graphql"));
      case String other -> {
        findings.add(place, "a body of the kind " + Shown.text(other) + " is left out", "");
        yield request;
      }
    };
  }

  private Request raw(Request request, JsonNode body) {
    var text = body.path("raw").asText();
    if (text.isEmpty()) {
      return request;
    }
    var said =
        request.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
            .map(header -> header.value().text())
            .findFirst();
    var type =
        said.orElseGet(() ->
            switch (body.path("options").path("raw").path("language").asText()) {
              case "json" -> MediaTypes.JSON;
              case "xml" -> "application/xml";
              case "html" -> "text/html";
              case "javascript" -> "application/javascript";
              case String _ -> "";
            });
    var with = Requests.with(request, Requests.text(type, variables.template(text)));
    return Requests.isImplied(with.body(), type)
        ? Requests.withoutType(with)
        : Requests.typed(with, type.isEmpty() ? "text/plain" : type);
  }

  private Request form(Request request, JsonNode list, String place) {
    var fields = new ArrayList<Body.Field>();
    for (var field : enabled(list)) {
      var name = name(field, place);
      fields.add(new Body.Field(name, value(field)));
    }
    return fields.isEmpty()
        ? request
        : Requests.withoutType(Requests.with(request, new Body.Form(fields)));
  }

  private Request multipart(Request request, JsonNode list, String place) {
    List<Body.Part> parts = new ArrayList<>();
    for (var field : enabled(list)) {
      var name = name(field, place);
      var type = Optional.of(field.path("contentType").asText()).filter(said -> !said.isBlank());
      if (field.path("type").asText().equals("file")) {
        var files = field.path("src").isArray() ? field.path("src") : List.of(field.path("src"));
        for (var src : files) {
          fileOf(src, place + ", part " + name)
              .ifPresent(path -> parts.add(new Body.FilePart(name, path, type, Optional.empty())));
        }
      } else {
        parts.add(new Body.TextPart(name, value(field), type));
      }
    }
    return parts.isEmpty()
        ? request
        : Requests.withoutType(Requests.with(request, new Body.Multipart(parts)));
  }

  private Request file(Request request, JsonNode file, String place) {
    if (file.path("content").isTextual()) {
      return Requests.with(
          request, new Body.Text(new Template(Literal.of(file.path("content").asText()))));
    }
    return fileOf(file.path("src"), place)
        .map(path -> Requests.with(request, new Body.FromFile(path, Optional.empty())))
        .orElse(request);
  }

  /** A path as it stands; it is not looked for before something runs. */
  private Optional<String> fileOf(JsonNode src, String place) {
    var path = src.asText();
    if (path.isEmpty()) {
      findings.add(place, "it names no file, so none is sent", "name one in the step");
      return Optional.empty();
    }
    findings.add(
        place,
        "the file "
            + Shown.text(path)
            + " was not looked for: it is read and sent when the step runs",
        "a relative path begins where Squall was started");
    return Optional.of(path);
  }

  private Request graphql(Request request, JsonNode graphql) {
    var given = graphql.path("variables");
    var text =
        given.isTextual() ? given.asText().strip() : given.isMissingNode() ? "" : given.toString();
    var operation = graphql.path("operationName").asText();
    var json =
        "{\"query\": "
            + TextNode.valueOf(graphql.path("query").asText())
            + (operation.isEmpty() ? "" : ", \"operationName\": " + TextNode.valueOf(operation))
            + (text.isEmpty() ? "" : ", \"variables\": " + text)
            + "}";
    return Requests.withoutType(
        Requests.with(request, new Body.Json(new Template(variables.template(json)))));
  }

  private static List<JsonNode> enabled(JsonNode list) {
    var enabled = new ArrayList<JsonNode>();
    for (var field : list) {
      if (!field.path("disabled").asBoolean() && !field.path("key").asText().isEmpty()) {
        enabled.add(field);
      }
    }
    return enabled;
  }

  private String name(JsonNode field, String place) {
    var name = field.path("key").asText();
    if (name.contains("{{")) {
      var literal = variables.literal(name);
      if (literal.isEmpty()) {
        findings.add(place, "the name of a field holds no variables: " + Shown.text(name), "");
      }
      return literal.orElse(name);
    }
    return name;
  }

  private Template value(JsonNode field) {
    var value = field.path("value");
    return new Template(variables.template(value.isNull() ? "" : value.asText()));
  }
}
