package dev.squall.shop.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
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
          .build();

  private Json() {}

  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      return writeLeniently(value);
    }
  }

  /** Half of a surrogate pair, which an answer repeats to whoever sent it, has no UTF-8. */
  private static byte[] writeLeniently(Object value) {
    try {
      return MAPPER.writeValueAsString(value).getBytes(UTF_8);
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
    var node = Reading.tree(text);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.badRequest(
        node.isMissingNode() ? "a JSON object is needed as body" : "the body is no JSON object");
  }
}
