package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * An operation of a description.
 *
 * @param path as written, with its braces
 * @param method in small letters, as it is written
 * @param around what is said of the path
 * @param pointer where the operation is
 */
record OpenApiOperation(
    String path, String method, JsonNode node, JsonNode around, String pointer) {

  /** Method and path, for who gave it no name. */
  String endpoint() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  String place() {
    return pointer + " (" + endpoint() + ")";
  }

  /** The last segment of its path before a place; {@code orders} of {@code /orders/{id}}. */
  String before(String parameter) {
    int at = path.indexOf("{" + parameter + "}");
    var segments = path.substring(0, Math.max(0, at)).split("/", -1);
    for (int i = segments.length - 1; i >= 0; i--) {
      if (!segments[i].isEmpty() && !segments[i].startsWith("{")) {
        return segments[i];
      }
    }
    return method;
  }
}
