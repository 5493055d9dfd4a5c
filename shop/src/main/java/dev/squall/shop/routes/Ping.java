package dev.squall.shop.routes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"type": "ping", "data": …}}: any JSON value may be its data, and comes back in the very
 * characters it came in, so that no number is rounded.
 */
final class Ping {

  private static final JsonFactory JSON = new JsonFactory();

  private Ping() {}

  /** What is said back to a text: a pong to a ping, and itself to any other. */
  static String answer(String text) {
    var data = data(text);
    return data == null
        ? text
        : "{\"type\":\"pong\",\"data\":"
            + data
            + ",\"timestamp\":\""
            + Instant.now().truncatedTo(ChronoUnit.MILLIS)
            + "\"}";
  }

  /** The data of a ping, {@code null} as JSON says it where there is none, or null: no ping. */
  private static @Nullable String data(String text) {
    try (var parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      var isPing = false;
      var data = "null";
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        var value = parser.nextToken();
        if (name.equals("data")) {
          data = characters(parser, text);
        } else if (name.equals("type")) {
          isPing = value == JsonToken.VALUE_STRING && parser.getText().equals("ping");
        }
        parser.skipChildren();
      }
      return isPing && parser.nextToken() == null ? data : null;
    } catch (IOException noJson) {
      return null;
    }
  }

  private static String characters(JsonParser parser, String text) throws IOException {
    var from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    return text.substring(from, (int) parser.currentLocation().getCharOffset());
  }
}
