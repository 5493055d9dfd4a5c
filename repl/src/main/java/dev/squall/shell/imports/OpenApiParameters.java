package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.squall.plan.UrlText;
import dev.squall.scenario.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Parameters of operations: those of paths become variables, required ones get a value. */
final class OpenApiParameters {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

  /** OpenAPI 3 has bodies and security say these. */
  private static final Set<String> SAID_ELSEWHERE =
      Set.of("accept", "content-type", "authorization");

  private final References references;
  private final Examples examples;
  private final GivenValues given;
  private final Findings findings;
  private int optional;

  OpenApiParameters(
      References references, Examples examples, GivenValues given, Findings findings) {
    this.references = references;
    this.examples = examples;
    this.given = given;
    this.findings = findings;
  }

  /** Those of the path count where the operation has none of the same name and place. */
  private Collection<JsonNode> of(OpenApiOperation operation) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (var list :
        List.of(operation.around().path("parameters"), operation.node().path("parameters"))) {
      for (var node : list) {
        var parameter = references.resolved(node, operation.place());
        if (!parameter.isMissingNode()) {
          parameters.put(
              parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
        }
      }
    }
    return parameters.values();
  }

  /** The path as a template. */
  String path(OpenApiOperation operation) {
    Map<String, JsonNode> inPath = new LinkedHashMap<>();
    for (var parameter : of(operation)) {
      if (parameter.path("in").asText().equals("path")) {
        inPath.put(parameter.path("name").asText(), parameter);
      }
    }
    var path = new StringBuilder();
    var place = PLACE.matcher(operation.path());
    int from = 0;
    while (place.find()) {
      path.append(literal(operation.path().substring(from, place.start())));
      path.append("${").append(variable(place.group(1), inPath, operation)).append('}');
      from = place.end();
    }
    return path.append(literal(operation.path().substring(from))).toString();
  }

  private static String literal(String text) {
    return Literal.of(text.replace("?", "%3F").replace("#", "%23"));
  }

  private String variable(
      String name, Map<String, JsonNode> parameters, OpenApiOperation operation) {
    var parameter = parameters.get(name);
    var value = parameter == null ? "" : plain(value(parameter, operation));
    return given.declare(
        name,
        operation.before(name),
        // A slash is meant as one: hardly a server takes one that is encoded.
        value.isEmpty()
            ? GivenValues.PLACEHOLDER
            : Literal.of(UrlText.encoded(value).replace("%2F", "/")));
  }

  private JsonNode value(JsonNode parameter, OpenApiOperation operation) {
    var place = operation.place() + ", parameter " + parameter.path("name").asText();
    if (parameter.path("content").isEmpty()) {
      return examples.of(parameter, place);
    }
    var described = parameter.path("content").properties().iterator().next().getValue();
    return TextNode.valueOf(examples.of(described, place).toString());
  }

  /** What goes into one text: arrays with commas, objects as JSON. */
  private static String plain(JsonNode value) {
    if (value.isArray()) {
      var items = new StringJoiner(",");
      value.forEach(item -> items.add(plain(item)));
      return items.toString();
    }
    return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
  }

  /** With what is required in the query, in headers and in cookies. */
  Request on(Request request, OpenApiOperation operation) {
    var with = request;
    var cookies = new ArrayList<String>();
    for (var parameter : of(operation)) {
      var name = parameter.path("name").asText();
      var in = parameter.path("in").asText();
      if (in.equals("path") || (in.equals("header") && isSaidElsewhere(name))) {
        continue;
      }
      if (!parameter.path("required").asBoolean()) {
        optional++;
        continue;
      }
      var value = value(parameter, operation);
      switch (in) {
        case "query" -> with = query(with, parameter, name, value);
        case "header" -> with = with.header(name, Literal.of(plain(value)));
        case "cookie" -> cookies.add(name + "=" + Literal.of(plain(value)));
        case String _ ->
            findings.add(
                operation.place(),
                "a parameter in " + Shown.text(in) + ": " + Shown.text(name),
                "");
      }
    }
    return cookies.isEmpty() ? with : with.header("Cookie", String.join("; ", cookies));
  }

  private static boolean isSaidElsewhere(String name) {
    return SAID_ELSEWHERE.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Request query(Request request, JsonNode parameter, String name, JsonNode value) {
    var style = parameter.path("style").asText("form");
    boolean exploded = parameter.path("explode").asBoolean(style.equals("form"));
    var with = request;
    if (value.isObject() && (exploded || style.equals("deepObject"))) {
      for (var member : value.properties()) {
        var key = style.equals("deepObject") ? name + "[" + member.getKey() + "]" : member.getKey();
        with = with.query(key, Literal.of(plain(member.getValue())));
      }
      return with;
    }
    if (value.isArray() && exploded) {
      for (var item : value) {
        with = with.query(name, Literal.of(plain(item)));
      }
      return with;
    }
    return with.query(name, Literal.of(plain(value)));
  }

  /** What holds for the whole file, once. */
  void tell() {
    if (optional > 0) {
      findings.add(
          "parameters",
          optional + (optional == 1 ? " is optional and left out" : " are optional and left out"),
          "");
    }
  }
}
