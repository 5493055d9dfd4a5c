package dev.squall.shop.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Records as JSON in snake case; absent things are left out; money keeps its two decimals. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T read(byte[] text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A JSON object.
   *
   * @throws Refusal 400 saying where the text stops being JSON, or that it is no object
   */
  public static ObjectNode readObject(byte[] text) {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      // Jackson's own words name its classes.
      throw Refusal.badRequest(
          "the body is JSON of more than %d levels, or has a number of more than %d digits or a name of more than %d characters"
              .formatted(
                  StreamReadConstraints.DEFAULT_MAX_DEPTH,
                  StreamReadConstraints.DEFAULT_MAX_NUM_LEN,
                  StreamReadConstraints.DEFAULT_MAX_NAME_LEN));
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      throw Refusal.badRequest(
          where == null
              ? "the body is not JSON: " + e.getOriginalMessage()
              : "the body is not JSON at line %d, column %d: %s"
                  .formatted(where.getLineNr(), where.getColumnNr(), firstLine(e)));
    } catch (IOException e) {
      throw Refusal.badRequest("the body is not JSON: it is no valid UTF-8");
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.badRequest(
        text.length == 0 ? "a JSON object is needed as body" : "the body is no JSON object");
  }

  private static String firstLine(JsonProcessingException e) {
    if (!(e instanceof JsonParseException)) {
      return "something follows the end of the value"; // Jackson's own words name its classes
    }
    var message = String.valueOf(e.getOriginalMessage());
    var end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
