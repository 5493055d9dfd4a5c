package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.plan.UrlText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The URL of a request in a collection, taken apart; its variables are still in double braces.
 *
 * @param origin scheme and authority; nothing where it begins with what has no value
 * @param user whom it names before its host
 * @param unknown what it begins with then
 * @param path what stands behind it, without the query
 * @param query as written, without its question mark
 * @param variables of its path: {@code :id}
 */
record PostmanUrl(
    Optional<String> origin,
    Optional<String> user,
    String unknown,
    String path,
    String query,
    Map<String, String> variables) {

  private static final Pattern SCHEME = Pattern.compile("(?i)https?://.*", Pattern.DOTALL);
  private static final Pattern BEGIN =
      Pattern.compile("(\\{\\{[^{}]*}}|[^/]*)(.*)", Pattern.DOTALL);
  private static final Pattern WHOLE =
      Pattern.compile("(?i)(https?://)((?:\\{\\{[^{}]*}}|[^/{])*)(.*)", Pattern.DOTALL);
  private static final Pattern VARIABLE =
      Pattern.compile("(?<=/):([\\p{L}_][\\p{L}\\p{Nd}_-]*)(?=/|$)");

  static PostmanUrl of(JsonNode url, PostmanVariables variables) {
    var raw = raw(url).strip();
    int fragment = raw.indexOf('#');
    var plain = fragment < 0 ? raw : raw.substring(0, fragment);
    int mark = plain.indexOf('?');
    var begin = mark < 0 ? plain : plain.substring(0, mark);
    var query =
        url.path("query").isArray()
            ? query(url.path("query"))
            : mark < 0 ? "" : plain.substring(mark + 1);
    return split(begin, query, pathVariables(url), variables);
  }

  private static PostmanUrl split(
      String begin, String query, Map<String, String> ofPath, PostmanVariables variables) {
    var text = begin;
    if (!SCHEME.matcher(text).matches()) {
      var parts = BEGIN.matcher(text);
      var first = parts.matches() ? parts.group(1) : "";
      var value = first.isEmpty() ? Optional.<String>empty() : variables.literal(first);
      if (value.isEmpty()) {
        return new PostmanUrl(
            Optional.empty(), Optional.empty(), first, parts.group(2), query, ofPath);
      }
      text = value.get() + parts.group(2);
      text = SCHEME.matcher(text).matches() ? text : "http://" + text;
    }
    var whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      return new PostmanUrl(Optional.empty(), Optional.empty(), text, "", query, ofPath);
    }
    var url = variables.literal(whole.group(2)).flatMap(host -> Url.parse(whole.group(1) + host));
    // The host's value may bring a path of its own.
    var prefix = url.map(Url::target).filter(path -> !path.equals("/")).orElse("");
    return new PostmanUrl(
        url.map(Url::origin),
        url.flatMap(Url::user),
        whole.group(1) + whole.group(2),
        prefix + whole.group(3),
        query,
        ofPath);
  }

  private static String raw(JsonNode url) {
    if (url.isTextual()) {
      return url.asText();
    }
    if (url.path("raw").isTextual()) {
      return url.path("raw").asText();
    }
    var protocol = url.path("protocol").asText();
    var port = url.path("port").asText();
    var path = joined(url.path("path"), "/");
    return (protocol.isEmpty() ? "" : protocol + "://")
        + joined(url.path("host"), ".")
        + (port.isEmpty() ? "" : ":" + port)
        + (path.isEmpty() ? "" : "/" + path);
  }

  private static String joined(JsonNode node, String separator) {
    var joined = new StringJoiner(separator);
    node.forEach(part -> joined.add(part.isObject() ? part.path("value").asText() : part.asText()));
    return node.isArray() ? joined.toString() : node.asText();
  }

  private static String query(JsonNode parts) {
    var query = new StringJoiner("&");
    for (var part : parts) {
      if (!part.path("disabled").asBoolean()) {
        var value = part.path("value");
        query.add(
            part.path("key").asText()
                + (value.isNull() || value.isMissingNode() ? "" : "=" + value.asText()));
      }
    }
    return query.toString();
  }

  private static Map<String, String> pathVariables(JsonNode url) {
    Map<String, String> variables = new HashMap<>();
    for (var variable : url.path("variable")) {
      variables.put(
          variable.path("key").asText(variable.path("id").asText()),
          variable.path("value").isNull() ? "" : variable.path("value").asText());
    }
    return variables;
  }

  /** Path and query as a template from the root; the variables of the path become given ones. */
  String template(PostmanVariables known, GivenValues given, String inside) {
    var template = new StringBuilder(path.startsWith("/") ? "" : "/");
    var variable = VARIABLE.matcher(path);
    int from = 0;
    while (variable.find()) {
      template.append(known.template(path.substring(from, variable.start()), Url::path));
      template.append(ofPath(variable.group(1), known, given, inside));
      from = variable.end();
    }
    template.append(known.template(path.substring(from), Url::path));
    if (!query.isEmpty()) {
      template.append('?').append(known.template(query, Url::query));
    }
    return template.toString();
  }

  private String ofPath(String name, PostmanVariables known, GivenValues given, String inside) {
    var value = variables.getOrDefault(name, "");
    if (value.isEmpty()) {
      return "${" + given.declare(name, inside, GivenValues.PLACEHOLDER) + "}";
    }
    var template = known.template(value, UrlText::encoded);
    return value.startsWith("{{") && value.indexOf("}}") == value.length() - 2
        ? template
        : "${" + given.declare(name, inside, template) + "}";
  }
}
