package dev.squall.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A definite path, read without building the document. */
record StreamedQuery(List<Step> steps) implements JsonQuery {

  /** One step down; each knows what to say when there is nothing there. */
  sealed interface Step {
    Missing missing();
  }

  record Key(String name, Missing missing) implements Step {}

  record Index(int index, Missing missing) implements Step {}

  @Override
  public Found read(byte[] body, int from, int to) {
    try {
      return JsonText.document(body, from, to, parser -> from(parser, 0));
    } catch (IOException e) {
      return JsonText.notJson(e);
    }
  }

  /** What lies at this path in a tree of {@link JsonText#tree}. */
  Found in(@Nullable Object tree) {
    @Nullable Object at = tree;
    for (var step : steps) {
      switch (step) {
        case Key(var name, var missing) -> {
          if (!(at instanceof Map<?, ?> map) || !map.containsKey(name)) {
            return missing;
          }
          at = map.get(name);
        }
        case Index(var index, var missing) -> {
          if (!(at instanceof List<?> list) || index >= list.size()) {
            return missing;
          }
          at = list.get(index);
        }
      }
    }
    return JsonText.one(at);
  }

  /**
   * Reads the value the parser stands at to its end. An equal key that comes later replaces what
   * was found before, be it with a miss, because that is what a parsed document would hold.
   */
  private Found from(JsonParser parser, int depth) throws IOException {
    if (depth == steps.size()) {
      return JsonText.one(parser);
    }
    return switch (steps.get(depth)) {
      case Key(var name, var missing) -> {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
          parser.skipChildren();
          yield missing;
        }
        Found found = missing;
        for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          parser.nextToken();
          if (key.equals(name)) {
            found = from(parser, depth + 1);
          } else {
            parser.skipChildren();
          }
        }
        yield found;
      }
      case Index(var index, var missing) -> {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
          parser.skipChildren();
          yield missing;
        }
        Found found = missing;
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
          if (i == index) {
            found = from(parser, depth + 1);
          } else {
            parser.skipChildren();
          }
        }
        yield found;
      }
    };
  }
}
