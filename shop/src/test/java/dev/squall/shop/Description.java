package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The shop's OpenAPI description, and what it says of requests and answers. */
final class Description {

  private static final String HERE = "https://shop.example/openapi.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final JsonNode document;
  private final SchemaRegistry schemas;

  Description(String text) {
    document = parsed(text);
    schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(HERE, text)));
  }

  static Description ofTheShop() {
    return new Description(resource("pages/openapi.json"));
  }

  static String resource(String name) {
    try (var in = Description.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  Stream<Operation> operations() {
    return document
        .path("paths")
        .propertyStream()
        .flatMap(path ->
            path.getValue()
                .propertyStream()
                .filter(entry -> !entry.getKey().equals("parameters"))
                .map(entry ->
                    new Operation(
                        entry.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        pointer(pointer("/paths", path.getKey()), entry.getKey()))));
  }

  /** What of the value contradicts the schema at that JSON pointer. */
  List<String> contradictions(String schema, JsonNode value) {
    return schemas
        .getSchema(SchemaLocation.of(HERE + "#" + escaped(schema)))
        .validate(value)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** The JSON pointer itself, or where the reference leads that stands at it. */
  String resolved(String pointer) {
    var reference = document.at(pointer).path("$ref");
    return reference.isTextual() ? reference.asText().substring(1) : pointer;
  }

  static String pointer(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String pointer) {
    return pointer.replace("{", "%7B").replace("}", "%7D");
  }

  /** One method of one path; {@code pointer} is where it stands. */
  final class Operation {

    private final String method;
    private final String path;
    private final String pointer;

    private Operation(String method, String path, String pointer) {
      this.method = method;
      this.path = path;
      this.pointer = pointer;
    }

    String method() {
      return method;
    }

    String path() {
      return path;
    }

    JsonNode node() {
      return document.at(pointer);
    }

    String tag() {
      return node().at("/tags/0").asText();
    }

    boolean isForUsers() {
      return node().at("/security/0").has("bearer");
    }

    /** Where its parameters stand: its own and those of its path. */
    List<String> parameters() {
      var own = pointer + "/parameters";
      var shared = pointer("/paths", path) + "/parameters";
      return Stream.of(own, shared)
          .flatMap(list ->
              Stream.iterate(0, i -> i + 1)
                  .limit(document.at(list).size())
                  .map(i -> list + "/" + i))
          .toList();
    }

    /** Where the kinds of its body stand, by media type. */
    Stream<Map.Entry<String, String>> bodies() {
      var content = resolved(pointer + "/requestBody") + "/content";
      return document
          .at(content)
          .propertyStream()
          .map(body -> Map.entry(body.getKey(), pointer(content, body.getKey())));
    }

    /** The path with its examples, and those of its query. */
    String example() {
      var filled = path;
      var query = new ArrayList<String>();
      for (var parameter : parameters()) {
        var name = document.at(parameter).path("name").asText();
        var example = document.at(parameter).path("example");
        if (document.at(parameter).path("in").asText().equals("path")) {
          filled = filled.replace("{" + name + "}", example.asText());
        } else if (example.isObject()) {
          example.properties().forEach(e -> query.add(e.getKey() + "=" + e.getValue().asText()));
        } else if (!example.isMissingNode()) {
          query.add(name + "=" + example.asText());
        }
      }
      return filled + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /**
     * What of the answer contradicts what is said of its status; {@code default} does not count.
     */
    List<String> contradictions(Client.Reply reply) {
      var statuses = pointer + "/responses";
      var status = Integer.toString(reply.status());
      var range = status.charAt(0) + "XX";
      var key = document.at(statuses).has(status) ? status : range;
      if (!document.at(statuses).has(key)) {
        return List.of("there is no word of status " + status);
      }
      var response = resolved(pointer(statuses, key));
      var wrong = new ArrayList<String>();
      document
          .at(response)
          .path("headers")
          .fieldNames()
          .forEachRemaining(name -> {
            if (reply.header(name).isEmpty()) {
              wrong.add("the header " + name + " is missing");
            }
          });
      wrong.addAll(body(reply, response + "/content"));
      return wrong;
    }

    private List<String> body(Client.Reply reply, String content) {
      if (document.at(content).isMissingNode()) {
        return reply.text().isEmpty() ? List.of() : List.of("it has a body");
      }
      var type = reply.header("content-type").replaceFirst(";.*", "");
      if (!document.at(content).has(type)) {
        return List.of("it is of type " + type);
      }
      return type.equals("application/json")
          ? Description.this.contradictions(
              pointer(content, type) + "/schema", parsed(reply.text()))
          : List.of();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
