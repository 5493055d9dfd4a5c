package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.scenario.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who asks: what a description wants becomes variables that somebody has to fill. */
final class OpenApiSecurity {
  private final JsonNode root;
  private final References references;
  private final GivenValues given;
  private final Findings findings;

  OpenApiSecurity(JsonNode root, References references, GivenValues given, Findings findings) {
    this.root = root;
    this.references = references;
    this.given = given;
    this.findings = findings;
  }

  /** With the first of the ways that are all spoken. */
  Request on(Request request, OpenApiOperation operation) {
    var ways =
        operation.node().has("security")
            ? operation.node().path("security")
            : root.path("security");
    var refused = new ArrayList<String>();
    for (var way : ways) {
      var shown = shown(request, way, operation, refused);
      if (shown.isPresent()) {
        return shown.get();
      }
    }
    if (!ways.isEmpty()) {
      findings.add(
          operation.place(),
          "it is asked for without credentials, for these are not spoken: "
              + String.join(", ", refused),
          "give the step a header of its own");
    }
    return request;
  }

  private Optional<Request> shown(
      Request request, JsonNode way, OpenApiOperation operation, List<String> refused) {
    var with = Optional.of(request);
    for (var scheme : way.properties()) {
      var name = scheme.getKey();
      var node =
          references.resolved(
              root.path("components").path("securitySchemes").path(name), operation.place());
      with = with.flatMap(each -> shown(each, name, node));
      if (with.isEmpty()) {
        refused.add(Shown.text(name));
        return with;
      }
    }
    return with;
  }

  private Optional<Request> shown(Request request, String name, JsonNode scheme) {
    return switch (scheme.path("type").asText()) {
      case "http" ->
          switch (scheme.path("scheme").asText().toLowerCase(Locale.ROOT)) {
            case "bearer" -> bearer(request, name);
            case "basic" -> basic(request, name);
            case String _ -> Optional.empty();
          };
      case "oauth2", "openIdConnect" -> bearer(request, name);
      case "apiKey" -> apiKey(request, name, scheme);
      case String _ -> Optional.empty();
    };
  }

  private Optional<Request> bearer(Request request, String name) {
    return has(request, "Authorization")
        ? Optional.empty()
        : Optional.of(request.bearer(hole("token", name)));
  }

  private Optional<Request> basic(Request request, String name) {
    return has(request, "Authorization")
        ? Optional.empty()
        : Optional.of(request.basic(hole("user", name), hole("password", name)));
  }

  private static boolean has(Request request, String header) {
    return request.credentials().isPresent()
        || request.headers().stream().anyMatch(each -> each.name().equalsIgnoreCase(header));
  }

  private Optional<Request> apiKey(Request request, String name, JsonNode scheme) {
    var key = scheme.path("name").asText();
    return switch (scheme.path("in").asText()) {
      case "header" -> Optional.of(request.header(key, hole(name, "key")));
      case "query" -> Optional.of(request.query(key, hole(name, "key")));
      case "cookie" -> Optional.of(request.header("Cookie", key + "=" + hole(name, "key")));
      case String _ -> Optional.empty();
    };
  }

  private String hole(String name, String inside) {
    return "${" + given.declare(name, inside, GivenValues.PLACEHOLDER) + "}";
  }
}
