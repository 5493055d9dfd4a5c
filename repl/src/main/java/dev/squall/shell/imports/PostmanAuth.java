package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.scenario.Request;

/** Who asks, as a request or what it stands in says. */
final class PostmanAuth {
  private final PostmanVariables variables;
  private final Findings findings;

  PostmanAuth(PostmanVariables variables, Findings findings) {
    this.variables = variables;
    this.findings = findings;
  }

  /** What a node says itself, else what holds around it. */
  static JsonNode inherited(JsonNode node, JsonNode around) {
    var own = node.path("auth");
    return own.isObject() ? own : around;
  }

  Request on(Request request, JsonNode auth, String place) {
    var type = auth.path("type").asText();
    boolean isSaid =
        request.headers().stream().anyMatch(each -> each.name().equalsIgnoreCase("Authorization"));
    if (isSaid && (type.equals("bearer") || type.equals("basic"))) {
      findings.add(place, "it has a header Authorization: its " + type + " auth is left out", "");
      return request;
    }
    if (type.equals("bearer") && plain(auth, type, "token").isBlank()) {
      findings.add(place, "its bearer auth has no token: it is asked for without", "");
      return request;
    }
    return switch (type) {
      case "", "noauth" -> request;
      case "bearer" -> request.bearer(value(auth, type, "token"));
      case "basic" -> request.basic(value(auth, type, "username"), value(auth, type, "password"));
      case "apikey" -> {
        var key = plain(auth, type, "key");
        yield plain(auth, type, "in").equals("query")
            ? request.query(key, value(auth, type, "value"))
            : Requests.isToken(key) ? request.header(key, value(auth, type, "value")) : request;
      }
      case String other -> {
        findings.add(
            place,
            "auth of the kind " + Shown.text(other) + " is not spoken: it is asked for without",
            "give the step a header of its own, for example .bearer(\"${token}\")");
        yield request;
      }
    };
  }

  private String value(JsonNode auth, String type, String key) {
    return variables.template(plain(auth, type, key));
  }

  /** 2.0 has members, 2.1 a list of keys and values. */
  private static String plain(JsonNode auth, String type, String key) {
    for (var each : auth.path(type)) {
      if (each.path("key").asText().equals(key)) {
        return each.path("value").asText();
      }
    }
    return auth.path(type).path(key).asText();
  }
}
