package dev.squall.shop.pages;

/** An operation as a line for a shell in which {@code $token} is a user's token. */
final class Curl {

  private Curl() {}

  /**
   * Such a line, made of the operation's examples.
   *
   * @param shop its address, in which nothing may mean anything to a shell
   */
  static String line(String shop, OpenApi.Operation operation) {
    var line = new StringBuilder("curl");
    if (operation.answers().isEmpty() || !operation.status().startsWith("2")) {
      line.append(" -i"); // what it says stands in its head
    }
    if (operation.answers().has("text/event-stream")) {
      line.append(" -N");
    }
    if (operation.wants("bearer")) {
      line.append(" -H \"Authorization: Bearer $token\"");
    }
    if (operation.wants("basic")) {
      line.append(" -u me:secret");
    }
    if (!operation.method().equals(operation.bodies().isEmpty() ? "GET" : "POST")) {
      line.append(" -X ").append(operation.method());
    }
    body(line, operation);
    var url = shop + path(operation);
    return line.append(' ').append(url.contains("?") ? '"' + url + '"' : url).toString();
  }

  private static void body(StringBuilder line, OpenApi.Operation operation) {
    for (var body : operation.bodies().properties()) {
      if (body.getKey().equals("application/json")) {
        line.append(" -H 'Content-Type: application/json'");
      }
      var example = body.getValue().path("example");
      line.append(" -d '").append(example.toString().replace("'", "'\\''")).append('\'');
      return; // the first of them will do
    }
  }

  private static String path(OpenApi.Operation operation) {
    var path = operation.path();
    var query = new StringBuilder();
    for (var parameter : operation.parameters()) {
      var name = parameter.path("name").asText();
      var example = parameter.path("example");
      if (parameter.path("in").asText().equals("path")) {
        path = path.replace("{" + name + "}", example.asText());
      } else if (example.isObject()) {
        // An exploded object: its fields are the query.
        example.properties().forEach(e -> add(query, e.getKey(), e.getValue().asText()));
      } else if (!example.isMissingNode()) {
        add(query, name, example.asText());
      }
    }
    return path + query;
  }

  private static void add(StringBuilder query, String name, String value) {
    query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
  }
}
