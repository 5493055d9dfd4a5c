package dev.squall.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a variable that should be a list: a JSON array. */
public sealed interface JsonList {

  /** Its items in order. */
  record Items(List<Item> items) implements JsonList {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * It is something else.
   *
   * @param why in words, however long the text is
   */
  record NoList(String why) implements JsonList {}

  /** An item; numbers in it stay as they are written. */
  final class Item {
    private final @Nullable Object tree;

    Item(@Nullable Object tree) {
      this.tree = tree;
    }

    /** As a variable holds it: a text without its quotes, anything else as JSON. */
    public String text() {
      return JsonText.one(tree).text();
    }

    /**
     * The text of a field; nothing where the item has none, or where it is null.
     *
     * @param path from the item to the field, one key or index after the other
     */
    public @Nullable String field(List<String> path) {
      Object at = tree;
      for (var key : path) {
        at =
            switch (at) {
              case Map<?, ?> map -> map.get(key);
              case List<?> list -> element(list, key);
              case null -> null;
              case Object _ -> null;
            };
      }
      return at == null ? null : JsonText.one(at).text();
    }

    private static @Nullable Object element(List<?> list, String key) {
      boolean isIndex = key.length() < 10 && key.chars().allMatch(Character::isDigit);
      int index = isIndex && !key.isEmpty() ? Integer.parseInt(key) : list.size();
      return index < list.size() ? list.get(index) : null;
    }
  }

  /** Reads a variable's text. */
  static JsonList read(String text) {
    if (!text.stripLeading().startsWith("[")) {
      return new NoList("it does not begin with [: " + text);
    }
    var json = text.getBytes(StandardCharsets.UTF_8);
    try {
      return JsonText.document(json, 0, json.length, JsonText::tree) instanceof List<?> list
          ? new Items(list.stream().map(Item::new).toList())
          : new NoList("it is no array");
    } catch (JsonProcessingException e) {
      return new NoList(e.getOriginalMessage());
    } catch (IOException e) {
      return new NoList(String.valueOf(e.getMessage()));
    }
  }
}
