package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * A value that a schema allows: an example where it has one, else its required members, filled by
 * type and format. What refers to itself ends where it would begin again.
 */
final class SampleValues {
  /** Of one value: a schema of a few lines can describe millions of members. */
  private static final int MOST_NODES = 2_000;

  private static final int DEEPEST = 20;
  private static final int MOST_ITEMS = 10;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final References references;
  private final Findings findings;
  private final Deque<String> open = new ArrayDeque<>();
  private int nodes;

  SampleValues(References references, Findings findings) {
    this.references = references;
    this.findings = findings;
  }

  /** Missing where there is no schema. */
  JsonNode of(JsonNode schema, String place) {
    if (schema.isMissingNode()) {
      return schema;
    }
    nodes = 0;
    open.clear();
    var value = make(schema, place);
    if (nodes > MOST_NODES) {
      findings.add(
          place,
          "its schema describes too much: only the first " + MOST_NODES + " values are made",
          "");
    }
    return value;
  }

  /** Missing where it would hold itself, and where there is enough already. */
  private JsonNode make(JsonNode schema, String place) {
    if (++nodes > MOST_NODES || open.size() > DEEPEST) {
      return MissingNode.getInstance();
    }
    var said = said(schema);
    if (!said.isMissingNode()) {
      return said;
    }
    var target = References.target(schema);
    if (!target.isEmpty() && open.contains(target)) {
      return MissingNode.getInstance();
    }
    open.push(target);
    try {
      return target.isEmpty()
          ? described(schema, place)
          : make(references.resolved(schema, place), place);
    } finally {
      open.pop();
    }
  }

  /** The value that a schema names itself. */
  private static JsonNode said(JsonNode schema) {
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("example")) {
      return schema.path("example");
    }
    if (schema.path("examples").has(0)) {
      return schema.path("examples").path(0);
    }
    return schema.has("default") ? schema.path("default") : schema.path("enum").path(0);
  }

  private JsonNode described(JsonNode schema, String place) {
    if (schema.path("allOf").has(0)) {
      return all(schema, place);
    }
    for (var choice : new String[] {"oneOf", "anyOf"}) {
      if (schema.path(choice).has(0)) {
        return choice(schema, choice, place);
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema, place);
      case "array" -> array(schema, place);
      case "integer", "number" -> SampleNumbers.of(schema);
      case "boolean" -> JSON.booleanNode(true);
      case "null" -> JSON.nullNode();
      case String _ -> JSON.textNode(SampleTexts.of(schema));
    };
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    if (type.isArray()) {
      for (var one : type) {
        if (!one.asText().equals("null")) {
          return one.asText();
        }
      }
    }
    if (type.isTextual()) {
      return type.asText();
    }
    return schema.has("properties") || schema.has("additionalProperties") || schema.has("required")
        ? "object"
        : schema.has("items") ? "array" : "string";
  }

  /** The members of all of them together; of what has no members the first. */
  private JsonNode all(JsonNode schema, String place) {
    var whole = JSON.objectNode();
    for (var part : schema.path("allOf")) {
      var value = make(part, place);
      if (value instanceof ObjectNode object) {
        whole.setAll(object);
      } else if (!value.isMissingNode()) {
        return value;
      }
    }
    if (schema.has("properties") && object(schema, place) instanceof ObjectNode own) {
      own.properties().forEach(each -> whole.set(each.getKey(), each.getValue()));
    }
    return whole;
  }

  private JsonNode choice(JsonNode schema, String choice, String place) {
    for (var one : schema.path(choice)) {
      var value = type(one).equals("null") ? MissingNode.getInstance() : make(one, place);
      if (!value.isMissingNode()) {
        if (value instanceof ObjectNode object) {
          discriminate(schema.path("discriminator"), References.target(one), object);
          if (schema.has("properties") && object(schema, place) instanceof ObjectNode own) {
            own.properties().forEach(each -> object.putIfAbsent(each.getKey(), each.getValue()));
          }
        }
        return value;
      }
    }
    return MissingNode.getInstance();
  }

  /** The member that says which one it is has the name that its mapping or its schema has. */
  private static void discriminate(JsonNode discriminator, String target, ObjectNode object) {
    var member = discriminator.path("propertyName").asText();
    if (member.isEmpty() || target.isEmpty()) {
      return;
    }
    var name = target.substring(target.lastIndexOf('/') + 1);
    for (var each : discriminator.path("mapping").properties()) {
      if (each.getValue().asText().equals(target) || each.getValue().asText().equals(name)) {
        name = each.getKey();
        break;
      }
    }
    object.put(member, name);
  }

  /** The required members; all where a schema requires none. What only answers have is left out. */
  private JsonNode object(JsonNode schema, String place) {
    var object = JSON.objectNode();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (var property : schema.path("properties").properties()) {
      if ((!required.isEmpty() && !required.contains(property.getKey()))
          || references
              .resolved(property.getValue(), place)
              .path("readOnly")
              .asBoolean(property.getValue().path("readOnly").asBoolean())) {
        continue;
      }
      var value = make(property.getValue(), place);
      if (!value.isMissingNode()) {
        object.set(property.getKey(), value);
      }
    }
    return object;
  }

  private JsonNode array(JsonNode schema, String place) {
    var array = JSON.arrayNode();
    int most = schema.path("maxItems").asInt(MOST_ITEMS);
    int items = Math.min(Math.min(MOST_ITEMS, most), Math.max(1, schema.path("minItems").asInt(1)));
    for (int i = 0; i < items; i++) {
      var item = schema.has("items") ? make(schema.path("items"), place) : JSON.textNode("string");
      if (item.isMissingNode()) {
        break;
      }
      array.add(item);
    }
    return array;
  }
}
