package dev.squall.shop.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.shop.json.Json;
import dev.squall.shop.web.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** The shop's OpenAPI 3.1 description: written by hand, held against the routes by tests. */
public final class OpenApi {

  static final HttpField ALWAYS_ASK = new HttpField(HttpHeader.CACHE_CONTROL, "no-cache");

  private static final String NAME = "dev/squall/shop/pages/openapi.json";

  private static final ServedFile FILE =
      new ServedFile(() -> NAME, Answer.type("application/json"), ALWAYS_ASK);

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /** The description as it is. */
  public static Answer answer() {
    return FILE.answer();
  }

  static OpenApi read() {
    return new OpenApi(Json.read(ServedFile.read(NAME), JsonNode.class));
  }

  /** Its groups in their order, each with its operations in theirs. */
  List<Group> groups() {
    var operations = operations();
    var groups = new ArrayList<Group>();
    for (var tag : document.path("tags")) {
      var name = tag.path("name").asText();
      groups.add(
          new Group(
              name,
              tag.path("description").asText(),
              operations.stream().filter(o -> o.tag().equals(name)).toList()));
    }
    return groups;
  }

  private List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (var path : document.path("paths").properties()) {
      var shared = path.getValue().path("parameters");
      for (var entry : path.getValue().properties()) {
        if (!entry.getKey().equals("parameters")) {
          operations.add(operation(entry.getKey(), path.getKey(), entry.getValue(), shared));
        }
      }
    }
    return operations;
  }

  private Operation operation(String method, String path, JsonNode node, JsonNode shared) {
    // The usual answer comes first: errors stand behind it.
    var usual = node.path("responses").properties().iterator().next();
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        node,
        shared.isMissingNode() ? node.path("parameters") : shared,
        resolved(node.path("requestBody")).path("content"),
        usual.getKey(),
        resolved(usual.getValue()).path("content"));
  }

  private JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref");
    return reference.isTextual() ? document.at(reference.asText().substring(1)) : node;
  }

  /** What belongs together. */
  record Group(String name, String description, List<Operation> operations) {}

  /**
   * One route.
   *
   * @param node all that is said of it
   * @param parameters of its path and query
   * @param bodies it takes, by media type
   * @param status of its usual answer
   * @param answers its usual answer by media type, empty where that has no body
   */
  record Operation(
      String method,
      String path,
      JsonNode node,
      JsonNode parameters,
      JsonNode bodies,
      String status,
      JsonNode answers) {

    String tag() {
      return node.path("tags").path(0).asText();
    }

    String summary() {
      return node.path("summary").asText();
    }

    /** Whether it wants credentials of that scheme. */
    boolean wants(String scheme) {
      return node.path("security").path(0).has(scheme);
    }

    boolean isWebSocket() {
      return status.equals("101");
    }
  }
}
