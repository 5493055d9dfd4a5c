package dev.squall.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A variable that holds a list: a JSON array. */
sealed interface JsonList {

  /** Its items in order. */
  record Items(List<JsonNode> items) implements JsonList {}

  /** It is something else. */
  record NoList(String why) implements JsonList {}

  /** Numbers stay as they are written. */
  ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  static JsonList read(String text) {
    if (!text.stripLeading().startsWith("[")) {
      return new NoList("it does not begin with [: " + Evaluation.cut(text));
    }
    try {
      var items = new ArrayList<JsonNode>();
      READER.readTree(text).forEach(items::add);
      return new Items(items);
    } catch (JsonProcessingException e) {
      return new NoList(e.getOriginalMessage());
    }
  }

  /** As a variable holds it: a text without its quotes, anything else as JSON. */
  static String text(JsonNode item) {
    return item.isTextual() ? item.textValue() : item.toString();
  }

  /** The text of a field of an item; nothing where it has none. */
  static @Nullable String field(JsonNode item, List<String> path) {
    JsonNode at = item;
    for (var key : path) {
      at = at.isArray() ? element(at, key) : at.path(key);
    }
    return at.isMissingNode() || at.isNull() ? null : text(at);
  }

  private static JsonNode element(JsonNode array, String key) {
    boolean isIndex =
        !key.isEmpty() && key.length() < 10 && key.chars().allMatch(Character::isDigit);
    return isIndex ? array.path(Integer.parseInt(key)) : array.path(key);
  }
}
