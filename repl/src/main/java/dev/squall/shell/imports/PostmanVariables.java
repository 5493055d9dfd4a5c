package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The variables of a collection, and texts that hold some: {@code {{name}}} becomes {@code
 * ${name}}, all else stands for itself. Requests are read in the order in which they are sent, so a
 * name means what the last script before it set.
 */
final class PostmanVariables {
  private static final Pattern HOLE = Pattern.compile("\\{\\{([^{}]*)}}");

  /** Deeper than anybody nests values by hand. */
  private static final int DEEPEST = 10;

  private static final Map<String, String> MADE =
      Map.of(
          "$guid", "UUID",
          "$randomUUID", "UUID",
          "$timestamp", "timestamp",
          "$isoTimestamp", "TIME",
          "$randomInt", "random(0,1000)");

  private final Map<String, String> values = new LinkedHashMap<>();

  /** What a variable is called here. */
  private final Map<String, String> names = new LinkedHashMap<>();

  private final Set<String> captured = new HashSet<>();
  private final Set<String> inUrls = new LinkedHashSet<>();
  private final GivenValues given;
  private final Findings findings;

  PostmanVariables(JsonNode variables, GivenValues given, Findings findings) {
    this.given = given;
    this.findings = findings;
    for (var variable : variables) {
      var key = variable.path("key").asText(variable.path("id").asText());
      if (!key.isEmpty() && !variable.path("disabled").asBoolean()) {
        var value = variable.path("value");
        values.put(key, value.isValueNode() && !value.isNull() ? value.asText() : "");
      }
    }
  }

  String template(String text) {
    return template(text, UnaryOperator.identity(), 0);
  }

  /**
   * A text as a template.
   *
   * @param encoding what stands for itself is encoded before it is written
   */
  String template(String text, UnaryOperator<String> encoding) {
    return template(text, encoding, 0);
  }

  private String template(String text, UnaryOperator<String> encoding, int depth) {
    var template = new StringBuilder();
    var hole = HOLE.matcher(text);
    int from = 0;
    while (hole.find()) {
      template.append(Literal.of(encoding.apply(text.substring(from, hole.start()))));
      template.append("${").append(name(hole.group(1).strip(), depth)).append('}');
      from = hole.end();
    }
    return template.append(Literal.of(encoding.apply(text.substring(from)))).toString();
  }

  private String name(String key, int depth) {
    var made = MADE.get(key);
    if (made != null) {
      if (key.equals("$timestamp")) {
        findings.add("{{$timestamp}}", "it counts seconds there, ${timestamp} milliseconds", "");
      }
      return made;
    }
    var known = names.get(key);
    if (known != null) {
      return known;
    }
    var value = values.getOrDefault(key, "");
    var name =
        given.declare(
            key,
            "",
            value.isEmpty() || depth > DEEPEST
                ? GivenValues.PLACEHOLDER
                : template(value, UnaryOperator.identity(), depth + 1));
    names.putIfAbsent(key, name);
    return name;
  }

  /** The name under which a script keeps a variable: another, where its value was used before. */
  String captured(String key) {
    if (captured.add(key)) {
      names.put(key, given.reserve(key));
    }
    return names.getOrDefault(key, key);
  }

  /**
   * A text without any variable, as far as the collection gives them a value; for hosts, which
   * cannot be variables.
   */
  Optional<String> literal(String text) {
    var at = text;
    for (int depth = 0; depth <= DEEPEST; depth++) {
      var hole = HOLE.matcher(at);
      if (!hole.find()) {
        return Optional.of(at);
      }
      hole.reset();
      var missing = new HashSet<String>();
      at =
          hole.replaceAll(found -> {
            var key = found.group(1).strip();
            inUrls.add(key);
            var value = values.getOrDefault(key, "");
            if (value.isEmpty()) {
              missing.add(key);
            }
            return Matcher.quoteReplacement(value);
          });
      if (!missing.isEmpty() || at.length() > 10_000) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Those that nothing here needs. */
  void tell() {
    var unused =
        values.keySet().stream()
            .filter(key -> !names.containsKey(key) && !inUrls.contains(key))
            .map(Shown::text)
            .collect(Collectors.joining(", "));
    if (!unused.isEmpty()) {
      findings.add("#/variable", "no request uses these, so they are left out: " + unused, "");
    }
  }
}
